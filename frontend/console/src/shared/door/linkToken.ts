import { useSyncExternalStore } from 'react';

let token: string | undefined;
const listeners = new Set<() => void>();

export const tokenIn = (hash: string): string | undefined => {
  const found = new URLSearchParams(hash.slice(1)).get('token');
  return found === null || found === '' ? undefined : found;
};

/** Out of the address bar, where a history, a bookmark or a picture of the screen would keep it. */
function take(): void {
  const found = tokenIn(location.hash);
  if (found === undefined) return;
  history.replaceState(history.state, '', location.pathname + location.search);
  token = found;
  for (const listener of listeners) listener();
}

/** Before anything is drawn, and again when another link is pasted into the same window. */
export function takeLinkTokens(): void {
  take();
  addEventListener('hashchange', take);
}

export const useLinkToken = (): string | undefined =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => token,
  );
