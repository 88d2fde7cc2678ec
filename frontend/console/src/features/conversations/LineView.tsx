import type { ReactNode } from 'react';
import { AnswerText } from '../../shared/answer/AnswerText.tsx';
import { OutcomeMark } from '../../shared/answer/OutcomeMark.tsx';
import { CONVERSATION } from '../../shared/conversation/texts.ts';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { Badge } from '../../shared/ui/Badge.tsx';
import { cx } from '../../shared/ui/cx.ts';
import type { Line } from './contract.ts';
import { CONVERSATIONS } from './texts.ts';

/** What contacts say stands at the beginning of the line, what is said to them at its end. */
export function LineView({ line }: { readonly line: Line }): ReactNode {
  const { authors } = useTexts(CONVERSATION);
  const formats = useFormats();
  const isInbound = line.direction === 'inbound';
  return (
    <li className={cx('flex flex-col', isInbound ? 'items-start' : 'items-end')}>
      <p className="mb-1 px-1 text-[13px] text-soft">
        {authors[line.author]} · <time dateTime={line.createdAt}>{formats.moment(line.createdAt)}</time>
      </p>
      <div className={cx('max-w-[88%] min-w-0 rounded-2xl px-4 py-3', isInbound ? 'rounded-es-md bg-accent-wash' : 'rounded-ee-md border border-line')}>
        {isInbound ? <p dir="auto" className="text-start whitespace-pre-line [overflow-wrap:anywhere]">{line.text}</p> : <Answered line={line} />}
      </div>
    </li>
  );
}

function Answered({ line: { text, citations, outcome, feedback } }: { readonly line: Line }): ReactNode {
  const words = useTexts(CONVERSATIONS);
  return (
    <>
      <AnswerText answer={{ text, citations }} />
      <div className="mt-3 flex flex-wrap items-center gap-2">
        {outcome === undefined ? null : <OutcomeMark outcome={outcome} />}
        {feedback === undefined ? null : <Badge tone={feedback.rating === 'up' ? 'good' : 'bad'}>{feedback.rating === 'up' ? words.helpful : words.unhelpful}</Badge>}
      </div>
      {feedback?.comment === undefined || feedback.comment === '' ? null : <p className="mt-2 flex text-sm text-soft"><bdi className="[overflow-wrap:anywhere]">“{feedback.comment}”</bdi></p>}
    </>
  );
}
