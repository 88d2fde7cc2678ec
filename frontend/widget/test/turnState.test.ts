import { describe, expect, it } from 'vitest';
import { advance, MAX_ATTEMPTS, type TurnSignal, type TurnState } from '../src/conversation/turnState';

const START: TurnState = { phase: 'connecting', attempt: 0 };
const LONGEST = (): number => 1;
const SHORTEST = (): number => 0;

function after(...signals: readonly TurnSignal[]): TurnState {
  return signals.reduce((state, signal) => advance(state, signal, LONGEST), START);
}

const dropped = (online = true): TurnSignal => ({ signal: 'dropped', online });
const refused = (status: number, retryAfterMs?: number): TurnSignal => ({ signal: 'refused', status, retryAfterMs });
const resumed: TurnSignal = { signal: 'resumed' };

describe('a turn', () => {
  it('streams and settles', () => {
    expect(after({ signal: 'opened' })).toEqual({ phase: 'streaming', attempt: 0 });
    expect(after({ signal: 'opened' }, { signal: 'progressed' }, { signal: 'settled' })).toEqual({ phase: 'settled' });
  });

  it('waits twice as long after each drop, up to a ceiling, then gives up', () => {
    const delays: unknown[] = [];
    let state: TurnState = START;
    for (;;) {
      state = advance(state, dropped(), LONGEST);
      if (state.phase !== 'waiting') break;
      delays.push(state.delayMs);
      state = advance(state, resumed, LONGEST);
    }
    expect(delays).toEqual([500, 1000, 2000, 4000, 8000]);
    expect(delays).toHaveLength(MAX_ATTEMPTS - 1);
    expect(state).toEqual({ phase: 'failed', because: 'unreachable' });
  });

  it('takes at least half of the delay', () => {
    expect(advance(START, dropped(), SHORTEST)).toMatchObject({ phase: 'waiting', delayMs: 250 });
  });

  it('counts anew once words have arrived', () => {
    expect(after(dropped(), resumed, dropped(), resumed, { signal: 'opened' })).toEqual({ phase: 'streaming', attempt: 2 });
    expect(after(dropped(), resumed, { signal: 'opened' }, { signal: 'progressed' }, dropped())).toEqual({
      phase: 'waiting',
      attempt: 1,
      delayMs: 500,
      because: 'dropped',
    });
  });

  it('waits for the network, without counting, while the browser is offline', () => {
    expect(after(dropped(false))).toEqual({ phase: 'offline', attempt: 0 });
    expect(after(dropped(), resumed, dropped(false), resumed)).toEqual({ phase: 'connecting', attempt: 0 });
  });

  it('waits as long as it is told when there is too much to do', () => {
    expect(after(refused(429, 12_000))).toEqual({ phase: 'waiting', attempt: 1, delayMs: 12_000, because: 'rate-limited' });
    expect(after(refused(429))).toMatchObject({ phase: 'waiting', delayMs: 5_000 });
    expect(after(refused(429, 0))).toMatchObject({ phase: 'waiting', delayMs: 1_000 });
  });

  it('does not pretend to wait for a quota', () => {
    expect(after(refused(429, 3_600_000))).toEqual({ phase: 'failed', because: 'rate-limited' });
  });

  it('gives up when it is turned away again and again', () => {
    const again = Array.from({ length: MAX_ATTEMPTS - 1 }, () => [refused(429, 1000), resumed]).flat();
    expect(after(...again, refused(429, 1000))).toEqual({ phase: 'failed', because: 'rate-limited' });
  });

  it.each([401, 403])('is not available after %i', (status) => {
    expect(after(refused(status))).toEqual({ phase: 'unavailable' });
  });

  it.each([408, 409, 425, 502, 503, 504])('tries %i again', (status) => {
    expect(after(refused(status))).toEqual({ phase: 'waiting', attempt: 1, delayMs: 500, because: 'busy' });
  });

  it('honours Retry-After of a passing fault within reason', () => {
    expect(after(refused(503, 3_000))).toMatchObject({ delayMs: 3_000 });
    expect(after(refused(503, 600_000))).toMatchObject({ delayMs: 15_000 });
  });

  it.each([400, 404, 413, 422, 500])('asks the person after %i', (status) => {
    expect(after(refused(status))).toEqual({ phase: 'failed', because: 'rejected' });
  });
});
