import type { Position } from '../settings';
import type { Rgb } from '../theme/color';
import { brandStyle } from '../theme/theme';
import composer from './composer.css?inline';
import launcher from './launcher.css?inline';
import messages from './messages.css?inline';
import sources from './sources.css?inline';
import tokens from './tokens.css?inline';
import window from './window.css?inline';

function sheet(css: string): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
}

/** Constructed, not written into the page: a host's `style-src 'self'` blocks a style element even in a shadow root. */
export function styleSheets(brand: Rgb, position: Position): CSSStyleSheet[] {
  const house = [tokens, launcher, window, messages, sources, composer].join('\n');
  return [sheet(house), sheet(brandStyle(brand) + cornerStyle(position))];
}

/** The bubble in the corner, and the window beyond it. A corner is of the page, whatever the window's direction. */
function cornerStyle(position: Position): string {
  const [vertical, horizontal] = position.split('-') as [string, string];
  const safe = `calc(var(--gap) + env(safe-area-inset-${vertical},0px)`;
  return `.launcher,.window{${horizontal}:var(--gap);${vertical}:${safe})}.window{${vertical}:${safe} + var(--bubble) + 16px)}`;
}
