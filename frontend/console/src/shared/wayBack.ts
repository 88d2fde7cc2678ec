import { useLocation } from 'react-router';

/** What the links of a list carry along: where they stood, and what the list was asked for there. */
export interface WayBack {
  readonly from: string;
}

export function useWayBack(): WayBack {
  const { pathname, search } = useLocation();
  return { from: pathname + search };
}

/** The list as it was left, for whoever came from it; else as it is by itself. */
export function useWayBackTo(list: string): string {
  const state: unknown = useLocation().state;
  return isWayBack(state) && state.from.startsWith(`${list}?`) ? state.from : list;
}

const isWayBack = (state: unknown): state is WayBack =>
  typeof state === 'object' && state !== null && 'from' in state && typeof state.from === 'string';
