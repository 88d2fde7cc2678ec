import { useEffect, useEffectEvent, useState } from 'react';

const PAUSE = 300;

/**
 * What is typed into a box that looks for it by itself, once the typing rests, so that not every letter is a request.
 * When something else is asked for meanwhile, by a link or the browser's buttons, that stands in the box.
 */
export function useTyped(asked: string, onRest: (text: string) => void): readonly [typed: string, type: (text: string) => void] {
  const [typed, setTyped] = useState(asked);
  const [known, setKnown] = useState(asked);
  if (asked !== known) {
    setKnown(asked);
    if (asked !== typed.trim()) setTyped(asked);
  }
  const rest = useEffectEvent(() => {
    if (typed.trim() !== asked) onRest(typed.trim());
  });
  useEffect(() => {
    const timer = setTimeout(() => { rest(); }, PAUSE);
    return () => { clearTimeout(timer); };
  }, [typed]);
  return [typed, setTyped];
}
