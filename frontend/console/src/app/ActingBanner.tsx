import { useId, type MouseEvent, type ReactNode } from 'react';
import { texts } from '../shared/locale/language.ts';
import { useTexts } from '../shared/locale/Locale.tsx';
import type { Acting } from '../shared/session/acting.ts';
import { Icon } from '../shared/ui/icons.tsx';

const TEXTS = texts({
  en: { at: 'You are setting up', told: 'What you change stands in their audit log under your name.', back: 'Back to the tenant' },
  he: { at: 'הגדרות עבור', told: 'כל שינוי נרשם ביומן הביקורת שלהם על שמך.', back: 'חזרה לעסק' },
});

interface ActingBannerProps {
  readonly acting: Acting;
  readonly tenantId: string;
  readonly tenantName: string;
}

/** Whose rooms these are, whatever is scrolled, and the way back, which ends the token. */
export function ActingBanner({ acting, tenantId, tenantName }: ActingBannerProps): ReactNode {
  const text = useTexts(TEXTS);
  const id = useId();
  const back = `/console/tenants/${encodeURIComponent(tenantId)}`;
  const leave = (event: MouseEvent): void => {
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (isPlain) void acting.end();
  };
  return (
    <div
      role="region"
      aria-labelledby={id}
      className="sticky top-(--bar) z-10 flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-accent px-4 py-2 text-sm text-on-accent sm:px-8 lg:h-(--banner) lg:flex-nowrap"
    >
      <p className="min-w-0 flex-1 basis-60 lg:truncate">
        <span id={id} className="font-semibold">{text.at} <bdi>{tenantName}</bdi></span>
        <span className="max-md:hidden"> · {text.told}</span>
      </p>
      <a href={back} onClick={leave} className="inline-flex items-center gap-1 rounded-md font-semibold underline underline-offset-4">
        <Icon name="back" className="size-4.5" />
        {text.back}
      </a>
    </div>
  );
}
