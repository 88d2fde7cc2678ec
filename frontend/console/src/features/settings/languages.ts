import type { Language } from '../../shared/locale/language.ts';

/** Offered to choose from; a tenant may have others, which stay. */
export const OFFERED = ['en', 'he', 'ar', 'am', 'ru', 'uk', 'fr', 'es', 'pt', 'de', 'it', 'nl', 'pl', 'ro', 'tr', 'el', 'yi', 'zh', 'ja', 'hi'] as const;

/** A language by its name in the language of the reader. */
export function nameOf(tag: string, reader: Language): string {
  try {
    return new Intl.DisplayNames([reader], { type: 'language' }).of(tag) ?? tag;
  } catch (failure) {
    // A tag that the browser takes for none is its own name.
    if (failure instanceof RangeError) return tag;
    throw failure;
  }
}
