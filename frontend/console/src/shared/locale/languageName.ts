import type { Language } from './language.ts';

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
