import type { ReactNode } from 'react';
import { AnswerText } from '../../shared/answer/AnswerText.tsx';
import { OutcomeMark } from '../../shared/answer/OutcomeMark.tsx';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { Badge } from '../../shared/ui/Badge.tsx';
import { Button, Spinner } from '../../shared/ui/Button.tsx';
import { cx } from '../../shared/ui/cx.ts';
import { Icon } from '../../shared/ui/icons.tsx';
import { useReason } from '../../shared/ui/States.tsx';
import { TRY_IT } from './texts.ts';
import type { Turn } from './transcript.ts';

interface TurnViewProps {
  readonly turn: Turn;
  readonly isShown: boolean;
  readonly onShow: () => void;
  readonly onAskAgain: () => void;
}

export function TurnView({ turn: { question, isDraft, outcome }, isShown, onShow, onAskAgain }: TurnViewProps): ReactNode {
  const text = useTexts(TRY_IT);
  const reason = useReason();
  return (
    <li className="space-y-3">
      <div className="flex justify-end">
        <p dir="auto" className="max-w-[85%] rounded-2xl rounded-ee-md bg-accent-wash px-4 py-2.5 text-start whitespace-pre-line [overflow-wrap:anywhere]">
          <span className="sr-only">{text.you}: </span>
          {question}
        </p>
      </div>
      {outcome.kind === 'asking' ? (
        <p className="flex items-center gap-2.5 py-1 text-soft"><Spinner />{text.asking}</p>
      ) : outcome.kind === 'failed' ? (
        <div className="rounded-xl bg-danger-wash px-4 py-3 text-danger">
          <p className="flex items-center gap-2 font-semibold"><Icon name="alert" />{text.failed}</p>
          <p className="mt-0.5 text-sm">{reason(outcome.failure)}</p>
          <Button size="small" icon="redo" className="mt-2.5" onClick={onAskAgain}>{text.retry}</Button>
        </div>
      ) : (
        <article className={cx('border-s-2 ps-4', isShown ? 'border-accent' : 'border-line')}>
          <h2 className="sr-only">{text.assistant}</h2>
          <AnswerText answer={outcome.answer} />
          <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2">
            <OutcomeMark outcome={outcome.answer.outcome} />
            {isDraft ? <Badge tone="calm">{text.ofDraft}</Badge> : null}
            {isShown ? null : <Button kind="quiet" size="small" onClick={onShow}>{text.detailsOf}</Button>}
          </div>
        </article>
      )}
    </li>
  );
}
