import { useEffectEvent, useLayoutEffect } from 'react';

interface Layer {
  readonly close: () => void;
}

/** What is open, the last one last. */
const layers: Layer[] = [];

function closeLast(event: KeyboardEvent): void {
  event.preventDefault();
  layers.at(-1)?.close();
}

/**
 * Escape closes what was opened last, from the moment that it is on the page. Radix begins to hear the key for it some
 * renders later, and until then for what is under it, or for a toast: whoever is quick, or has a slow machine, would
 * press it in vain.
 *
 * @param close absent where what is opened cannot be closed, and nothing under it is to be either
 * @returns what to do when Radix hears the key, for whichever layer
 */
export function useEscape(close?: () => void): (event: KeyboardEvent) => void {
  const pressed = useEffectEvent(() => { close?.(); });
  useLayoutEffect(() => {
    const layer: Layer = { close: () => { pressed(); } };
    const hear = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented && layers.at(-1) === layer) closeLast(event);
    };
    layers.push(layer);
    document.addEventListener('keydown', hear);
    return () => {
      document.removeEventListener('keydown', hear);
      layers.splice(layers.indexOf(layer), 1);
    };
  }, []);
  return closeLast;
}
