/** Offered to choose from; a tenant may have others, which stay. */
export const OFFERED = ['en', 'he', 'ar', 'am', 'ru', 'uk', 'fr', 'es', 'pt', 'de', 'it', 'nl', 'pl', 'ro', 'tr', 'el', 'yi', 'zh', 'ja', 'hi'] as const;

/** The languages that somebody chooses. */
export interface Spoken {
  readonly languages: readonly string[];
  /** One of them. */
  readonly defaultLocale: string;
}

export const addLanguage = ({ languages, defaultLocale }: Spoken, tag: string): Spoken => ({ languages: [...languages, tag], defaultLocale });

/** The default moves on to the first that is left. */
export function withoutLanguage({ languages, defaultLocale }: Spoken, tag: string): Spoken {
  const left = languages.filter((language) => language !== tag);
  return { languages: left, defaultLocale: defaultLocale === tag ? (left[0] ?? defaultLocale) : defaultLocale };
}

type Greetings = Readonly<Record<string, string>>;

/** Languages whose greeting goes with them. */
export const silencedBy = (greetings: Greetings, { languages }: Spoken): readonly string[] =>
  Object.keys(greetings).filter((language) => !languages.includes(language));

/** Those of them in which something would be lost. */
export const lostBy = (greetings: Greetings, spoken: Spoken): readonly string[] =>
  silencedBy(greetings, spoken).filter((language) => greetings[language]?.trim() !== '');
