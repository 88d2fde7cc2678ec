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
export function styleSheets(brand: Rgb): CSSStyleSheet[] {
  return [sheet([tokens, launcher, window, messages, sources, composer].join('\n')), sheet(brandStyle(brand))];
}
