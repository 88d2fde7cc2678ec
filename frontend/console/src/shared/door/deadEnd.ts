import { Refusal } from '../api/problem.ts';

/** Why a mailed link leads no further. */
export type DeadEnd = 'missing' | 'over' | 'forbidden';

/** Undefined where another attempt with the same link may succeed. */
export function deadEndOf(failure: Error | undefined): DeadEnd | undefined {
  if (!(failure instanceof Refusal)) return undefined;
  if (failure.slug === 'link-over') return 'over';
  return failure.slug === 'forbidden' ? 'forbidden' : undefined;
}
