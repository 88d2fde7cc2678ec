import { createContext, use, useLayoutEffect } from 'react';

/** Told by a form in a sheet whether something of it is under way, so that the sheet stays for the outcome. */
export const HoldContext = createContext<(isHeld: boolean) => void>(() => undefined);

export function useHold(isHeld: boolean): void {
  const hold = use(HoldContext);
  // Before anything can be seen: who reads the outcome may press Escape at once.
  useLayoutEffect(() => {
    if (!isHeld) return undefined;
    hold(true);
    return () => { hold(false); };
  }, [hold, isHeld]);
}
