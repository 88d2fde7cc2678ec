import type { ThemeChoice } from '../settings';
import { cssColor, mix, readableOn, textOn, type Rgb } from './color';

/** The surfaces of `window.css` that text in the brand colour stands on: the darker of the light ones and vice versa. */
const LIGHT_SURFACE: Rgb = [241, 243, 246];
const DARK_SURFACE: Rgb = [38, 41, 49];

/** The part of the style that depends on the brand; only numbers from parsed colours reach it. */
export function brandStyle(color: Rgb): string {
  const on = textOn(color);
  const pressed = mix(color, on[0] === 0 ? [255, 255, 255] : [0, 0, 0], 0.14);
  return `:host{--brand:${cssColor(color)};--brand-strong:${cssColor(pressed)};--on-brand:${cssColor(on)};--accent:${cssColor(readableOn(LIGHT_SURFACE, color))}}
:host([data-theme=dark]){--accent:${cssColor(readableOn(DARK_SURFACE, color))}}`;
}

/** Keeps the host's `data-theme` at what the page or the person's system asks for. Returns how to stop. */
export function followTheme(host: HTMLElement, choice: ThemeChoice): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = (): void => {
    host.dataset['theme'] = choice === 'auto' ? (dark.matches ? 'dark' : 'light') : choice;
  };
  apply();
  dark.addEventListener('change', apply);
  return () => {
    dark.removeEventListener('change', apply);
  };
}
