import { useEffect, useState } from 'react';

const HALF_A_MINUTE = 30_000;

/** The time, late by the pace at most, so that “a minute ago” does not stay true for ever. */
export function useNow(pace = HALF_A_MINUTE): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => { setNow(Date.now()); }, pace);
    return () => { clearInterval(timer); };
  }, [pace]);
  return now;
}
