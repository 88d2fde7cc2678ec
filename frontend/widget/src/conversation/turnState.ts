/**
 * What becomes of one utterance between "send" and its answer. A pure table of transitions, so that every way through a
 * bad network can be tested without one.
 */
export type TurnState =
  | { readonly phase: 'queued' }
  | { readonly phase: 'connecting'; readonly attempt: number }
  | { readonly phase: 'streaming'; readonly attempt: number }
  | { readonly phase: 'waiting'; readonly attempt: number; readonly delayMs: number; readonly because: WaitReason }
  | { readonly phase: 'offline'; readonly attempt: number }
  | { readonly phase: 'settled' }
  | { readonly phase: 'failed'; readonly because: FailReason }
  | { readonly phase: 'unavailable' };

export type WaitReason = 'dropped' | 'busy' | 'rate-limited';
export type FailReason = 'unreachable' | 'rejected' | 'rate-limited';

export type TurnSignal =
  | { readonly signal: 'opened' }
  /** Something new arrived: a later drop starts counting attempts afresh. */
  | { readonly signal: 'progressed' }
  | { readonly signal: 'settled' }
  | { readonly signal: 'dropped'; readonly online: boolean }
  | { readonly signal: 'refused'; readonly status: number; readonly retryAfterMs?: number | undefined }
  /** The wait is over, or the browser is online again. */
  | { readonly signal: 'resumed' };

export const MAX_ATTEMPTS = 6;
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 15_000;
const DEFAULT_RATE_LIMIT_MS = 5_000;
/** A longer Retry-After is a quota, not a burst: waiting for it in the page would look like hanging. */
const LONGEST_RATE_LIMIT_MS = 120_000;

/** 409: another attempt with the same clientMessageId is still being answered. 502 to 504: a proxy in between. */
const PASSING = new Set([408, 409, 425, 502, 503, 504]);

export function advance(state: TurnState, signal: TurnSignal, random: () => number = Math.random): TurnState {
  const attempt = 'attempt' in state ? state.attempt : 0;
  switch (signal.signal) {
    case 'opened':
      return { phase: 'streaming', attempt };
    case 'progressed':
      return { phase: 'streaming', attempt: 0 };
    case 'settled':
      return { phase: 'settled' };
    case 'dropped':
      return signal.online ? backOff(attempt, 'dropped', undefined, random) : { phase: 'offline', attempt };
    case 'refused':
      return refused(attempt, signal.status, signal.retryAfterMs, random);
    case 'resumed':
      return { phase: 'connecting', attempt: state.phase === 'offline' ? 0 : attempt };
  }
}

function refused(attempt: number, status: number, retryAfterMs: number | undefined, random: () => number): TurnState {
  if (status === 401 || status === 403) return { phase: 'unavailable' };
  if (status === 429) {
    const delayMs = Math.max(1000, retryAfterMs ?? DEFAULT_RATE_LIMIT_MS);
    if (delayMs > LONGEST_RATE_LIMIT_MS || attempt + 1 >= MAX_ATTEMPTS) {
      return { phase: 'failed', because: 'rate-limited' };
    }
    return { phase: 'waiting', attempt: attempt + 1, delayMs, because: 'rate-limited' };
  }
  if (PASSING.has(status)) return backOff(attempt, 'busy', retryAfterMs, random);
  return { phase: 'failed', because: 'rejected' };
}

/** Doubling delays with the upper half at random, so that a restarted server is not met by everyone at once. */
function backOff(attempt: number, because: WaitReason, atLeastMs: number | undefined, random: () => number): TurnState {
  if (attempt + 1 >= MAX_ATTEMPTS) return { phase: 'failed', because: 'unreachable' };
  const ceiling = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** attempt);
  const delayMs = Math.max(Math.min(atLeastMs ?? 0, LONGEST_DELAY_MS), Math.round(ceiling * (0.5 + random() / 2)));
  return { phase: 'waiting', attempt: attempt + 1, delayMs, because };
}
