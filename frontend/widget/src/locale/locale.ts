import type { Direction } from '../api/contract';
import { en } from './en';
import { he } from './he';
import type { Strings } from './strings';

const STRINGS: ReadonlyMap<string, Strings> = new Map([
  ['en', en],
  ['he', he],
]);

export interface Locale {
  /** As asked for, for example `he-IL`. */
  readonly tag: string;
  readonly direction: Direction;
  readonly strings: Strings;
}

export const languageOf = (tag: string): string => {
  const language = tag.toLowerCase().split('-')[0] ?? '';
  return language === 'iw' ? 'he' : language;
};

/** The words in the language asked for, or in English. The direction is that of the words, so that they read well. */
export function localeOf(tag: string): Locale {
  const strings = STRINGS.get(languageOf(tag));
  if (strings === undefined) return { tag: 'en', direction: 'ltr', strings: en };
  return { tag, direction: strings === he ? 'rtl' : 'ltr', strings };
}

/** The first that this widget has words for: what the page asks, else its language, else the browser's. */
export function preferredLocale(candidates: readonly (string | undefined)[]): string | undefined {
  // Frameworks print `he_IL`, which neither the server nor `Intl` takes for a tag.
  const tags = candidates.map((tag) => tag?.replaceAll('_', '-'));
  return tags.find((tag) => tag !== undefined && STRINGS.has(languageOf(tag)));
}
