import { useAsked } from './useAsked.ts';

/** Whether a room's way to something new is open. It stands in the address, so that a link leads there. */
export function useOpen(): readonly [isOpen: boolean, open: (isOpen: boolean) => void] {
  const [asked, ask] = useAsked();
  const open = (isOpen: boolean): void => {
    ask((now) => {
      if (isOpen) now.set('new', '');
      else now.delete('new');
      return now;
    }, { replace: !isOpen });
  };
  return [asked.has('new'), open];
}
