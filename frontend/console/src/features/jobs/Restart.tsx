import { useState, type ReactNode } from 'react';
import { Refusal } from '../../shared/api/problem.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { cx } from '../../shared/ui/cx.ts';
import { Icon } from '../../shared/ui/icons.tsx';
import { Confirm } from '../../shared/ui/Overlay.tsx';
import { useReason } from '../../shared/ui/States.tsx';
import type { Execution } from './contract.ts';
import { useRestart } from './queries.ts';
import { JOBS } from './texts.ts';

/** The button, the question before it, and what came of it, which stays on the page. */
export function Restart({ execution: { id, restartable } }: { readonly execution: Execution }): ReactNode {
  const text = useTexts(JOBS);
  const [isAsking, setAsking] = useState(false);
  const { mutate, isPending, isSuccess, error } = useRestart(id);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3 empty:hidden">
      {restartable && !isSuccess ? <Button kind="primary" icon="redo" onClick={() => { setAsking(true); }}>{text.restart}</Button> : null}
      {isSuccess ? <Accepted /> : error === null ? null : <Refused failure={error} />}
      {isAsking ? (
        <Confirm
          title={text.restartTitle}
          detail={text.restartDetail}
          action={text.restart}
          kind="primary"
          busy={isPending}
          onConfirm={() => { mutate(undefined, { onSettled: () => { setAsking(false); } }); }}
          onClose={() => { setAsking(false); }}
        />
      ) : null}
    </div>
  );
}

const RESULT = 'flex min-w-0 flex-1 items-center gap-2 text-[15px] font-semibold';

const Accepted = (): ReactNode => (
  <p role="status" className={cx(RESULT, 'text-good')}>
    <Icon name="check" />
    {useTexts(JOBS).restarted}
  </p>
);

function Refused({ failure }: { readonly failure: Error }): ReactNode {
  const text = useTexts(JOBS);
  const reason = useReason();
  const isConflict = failure instanceof Refusal && failure.status === 409;
  return (
    <p role="alert" className={cx(RESULT, 'text-danger')}>
      <Icon name="alert" />
      {text.notRestarted}. {isConflict ? text.conflict : reason(failure)}
    </p>
  );
}
