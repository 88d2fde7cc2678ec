export type Language = 'en' | 'he';

export const DIRECTION: Readonly<Record<Language, 'ltr' | 'rtl'>> = { en: 'ltr', he: 'rtl' };

export const LANGUAGES: readonly { readonly value: Language; readonly label: string; readonly lang: string }[] = [
  { value: 'en', label: 'English', lang: 'en' },
  { value: 'he', label: 'עברית', lang: 'he' },
];

export const isLanguage = (value: unknown): value is Language => value === 'en' || value === 'he';

/** The first of the wanted tags that there are words for. */
export function preferred(tags: readonly string[]): Language {
  for (const tag of tags) {
    const language = tag.toLowerCase().split('-')[0];
    if (language === 'iw') return 'he';
    if (isLanguage(language)) return language;
  }
  return 'en';
}

/** The same words in every language; the first decides which there must be. */
export const texts = <T>(all: { readonly en: T; readonly he: NoInfer<T> }): Readonly<Record<Language, T>> => all;
