import type { ReactNode } from 'react';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { Sheet } from '../../shared/ui/Overlay.tsx';
import type { Mail } from './contract.ts';
import { pieces } from './links.ts';
import { MAIL } from './texts.ts';

interface MailSheetProps {
  readonly mail: Mail;
  readonly onClose: () => void;
}

export function MailSheet({ mail: { subject, to, keptAt, text: content }, onClose }: MailSheetProps): ReactNode {
  const text = useTexts(MAIL);
  const formats = useFormats();
  return (
    <Sheet
      title={subject === '' ? text.noSubject : subject}
      description={
        <p className="flex flex-wrap gap-x-3 gap-y-1">
          <bdi className="[overflow-wrap:anywhere]">{to}</bdi>
          <time dateTime={keptAt}>{formats.moment(keptAt)}</time>
        </p>
      }
      onClose={onClose}
    >
      <p className="leading-relaxed whitespace-pre-wrap [overflow-wrap:anywhere] [unicode-bidi:plaintext]">
        {pieces(content, location.origin).map((piece, at) => <Shown key={at} {...piece} />)}
      </p>
    </Sheet>
  );
}

/** In a window of its own: whoever reads the mail stays where they are. */
const Shown = ({ text, href }: { readonly text: string; readonly href?: string }): ReactNode =>
  href === undefined ? text : (
    <a href={href} dir="ltr" target="_blank" rel="noopener noreferrer" className="font-semibold text-accent underline underline-offset-2">
      {text}
    </a>
  );
