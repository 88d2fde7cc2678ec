import { useEffect, useState } from 'react';

/** Whole seconds that are left of a wait, and a way to begin one. */
export function useWait(): readonly [number, (seconds: number) => void] {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (left === 0) return undefined;
    const timer = setTimeout(() => { setLeft(left - 1); }, 1_000);
    return () => { clearTimeout(timer); };
  }, [left]);
  return [left, setLeft];
}
