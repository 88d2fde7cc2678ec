import type { ReactNode } from 'react';
import { texts } from '../shared/locale/language.ts';
import { useTexts } from '../shared/locale/Locale.tsx';
import { useMember } from '../shared/session/SessionContext.tsx';
import { Icon } from '../shared/ui/icons.tsx';

const TEXTS = texts({
  en: {
    title: 'This business is suspended',
    detail: 'You can look, but nothing can be changed, and the chat on your pages is not available. Only the people who run CSAI can make it active again; their reason is in the audit log.',
    acting: 'You can look, but nothing can be changed before you make it active again.',
  },
  he: {
    title: 'העסק הזה מושעה',
    detail: 'אפשר לראות, אבל לא לשנות דבר, והצ׳אט בדפים שלך אינו זמין. רק מי שמפעיל את CSAI יכול להחזיר את העסק לפעילות; הסיבה רשומה ביומן הביקורת.',
    acting: 'אפשר לראות, אבל לא לשנות דבר לפני שהעסק יוחזר לפעילות.',
  },
});

/** What it means for whoever works at a suspended tenant. */
export function SuspendedBanner(): ReactNode {
  const text = useTexts(TEXTS);
  const { isActing } = useMember();
  return (
    <div role="status" className="flex gap-3 bg-warn-wash px-4 py-3 text-warn sm:px-8">
      <Icon name="alert" className="mt-0.5" />
      <div className="min-w-0 max-w-prose text-sm">
        <p className="font-semibold">{text.title}</p>
        <p>{isActing === true ? text.acting : text.detail}</p>
      </div>
    </div>
  );
}
