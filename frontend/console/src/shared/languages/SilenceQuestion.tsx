import type { ReactNode } from 'react';
import { texts } from '../locale/language.ts';
import { nameOf } from '../locale/languageName.ts';
import { useLocale, useTexts } from '../locale/Locale.tsx';
import { Confirm } from '../ui/Overlay.tsx';

const TEXTS = texts({
  en: {
    title: (languages: string) => `Delete the first words in ${languages}?`,
    detail: 'What the chat says first in a language is deleted together with the language. This cannot be undone.',
    action: 'Save and delete',
  },
  he: {
    title: (languages) => `למחוק את המילים הראשונות ב${languages}?`,
    detail: 'מה שהצ׳אט אומר ראשון בשפה נמחק יחד עם השפה. אי אפשר לבטל את המחיקה.',
    action: 'לשמור ולמחוק',
  },
});

interface SilenceQuestionProps {
  /** Whose greetings would go. */
  readonly languages: readonly string[];
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before greetings are deleted with their languages, for on the page where a language is taken out none is to be seen. */
export function SilenceQuestion({ languages, onConfirm, onClose }: SilenceQuestionProps): ReactNode {
  const text = useTexts(TEXTS);
  const { language } = useLocale();
  const names = new Intl.ListFormat(language).format(languages.map((tag) => nameOf(tag, language)));
  return <Confirm title={text.title(names)} detail={text.detail} action={text.action} onConfirm={onConfirm} onClose={onClose} />;
}
