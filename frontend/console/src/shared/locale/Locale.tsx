import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import { Direction } from 'radix-ui';
import { remember, remembered } from '../preferences.ts';
import { formatsOf, type Formats } from './formats.ts';
import { DIRECTION, isLanguage, preferred, type Language } from './language.ts';

interface Locale {
  readonly language: Language;
  readonly formats: Formats;
  readonly choose: (language: Language) => void;
}

const LocaleContext = createContext<Locale | undefined>(undefined);

function firstLanguage(): Language {
  const kept = remembered('language');
  return isLanguage(kept) ? kept : preferred(navigator.languages);
}

export function LocaleProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [language, setLanguage] = useState(firstLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = DIRECTION[language];
  }, [language]);
  const locale = useMemo<Locale>(
    () => ({
      language,
      formats: formatsOf(language),
      choose(chosen) {
        remember('language', chosen);
        setLanguage(chosen);
      },
    }),
    [language],
  );
  return (
    <LocaleContext value={locale}>
      <Direction.Provider dir={DIRECTION[language]}>{children}</Direction.Provider>
    </LocaleContext>
  );
}

export function useLocale(): Locale {
  const locale = use(LocaleContext);
  if (locale === undefined) throw new Error('no LocaleProvider around this');
  return locale;
}

export const useTexts = <T,>(all: Readonly<Record<Language, T>>): T => all[useLocale().language];

export const useFormats = (): Formats => useLocale().formats;
