import { useRef, useState } from 'react';
import { Refusal } from '../api/problem.ts';
import { useWait } from './useWait.ts';

const USUAL_WAIT = 60;

export interface Sending {
  readonly isBusy: boolean;
  /** Seconds until the server takes another attempt. */
  readonly wait: number;
  /** What became of the last attempt, unless it went well. */
  readonly failure: Error | undefined;
  /** Does the work, unless some is under way or has to wait. True once it is done. */
  readonly send: (work: () => Promise<unknown>) => Promise<boolean>;
}

/** One request at a time, however often somebody presses. */
export function useSending(): Sending {
  // A second press may come before the first is drawn, so the state alone does not hold it off.
  const isUnderWay = useRef(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Error>();
  const [wait, waitFor] = useWait();

  async function send(work: () => Promise<unknown>): Promise<boolean> {
    if (isUnderWay.current || wait > 0) return false;
    isUnderWay.current = true;
    setBusy(true);
    setFailure(undefined);
    try {
      await work();
      return true;
    } catch (reason) {
      setFailure(reason instanceof Error ? reason : new Error(String(reason)));
      if (reason instanceof Refusal && reason.status === 429) waitFor(waitOf(reason));
      return false;
    } finally {
      isUnderWay.current = false;
      setBusy(false);
    }
  }
  return { isBusy, wait, failure, send };
}

/** Seconds that a throttled attempt has to wait. */
export const waitOf = ({ retryAfter }: Refusal): number => retryAfter ?? USUAL_WAIT;
