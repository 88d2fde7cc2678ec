import { useState } from 'react';

/**
 * Where the focus goes when an overlay closes: to what had it before, to the menu's button if that was a menu's item,
 * and to the content if either is gone.
 */
export function useReturnFocus(): (event: Event) => void {
  const [origin] = useState(() => document.activeElement);
  return (event) => {
    event.preventDefault();
    const before = lasting(origin);
    const isThere = before instanceof HTMLElement && before !== document.body && before.isConnected;
    (isThere ? before : document.getElementById('main'))?.focus();
  };
}

function lasting(origin: Element | null): Element | null {
  const menu = origin?.closest('[role=menu]');
  if (menu === undefined || menu === null) return origin;
  return document.getElementById(menu.getAttribute('aria-labelledby') ?? '');
}
