import { useSyncExternalStore } from 'react';
import { remember, remembered } from '../preferences.ts';

export type Theme = 'system' | 'light' | 'dark';

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];
const listeners = new Set<() => void>();
let theme: Theme = THEMES.find((known) => known === remembered('theme')) ?? 'system';

function show(): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

/** Before anything is drawn, so that no wrong colour flashes. */
export const showTheme = show;

export function chooseTheme(chosen: Theme): void {
  theme = chosen;
  remember('theme', chosen);
  show();
  for (const listener of listeners) listener();
}

export const useTheme = (): Theme =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => theme,
  );
