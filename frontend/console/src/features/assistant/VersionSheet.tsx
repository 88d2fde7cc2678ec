import { useState, type ReactNode } from 'react';
import { isNotFound } from '../../shared/api/client.ts';
import { isStale, Refusal } from '../../shared/api/problem.ts';
import { useSentence } from '../../shared/door/trouble.ts';
import { isolated } from '../../shared/locale/formats.ts';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Confirm, Sheet } from '../../shared/ui/Overlay.tsx';
import { SkeletonText } from '../../shared/ui/Skeleton.tsx';
import { Failure } from '../../shared/ui/States.tsx';
import { useToast } from '../../shared/ui/Toasts.tsx';
import type { Assistant, WholeVersion } from './contract.ts';
import { Differences } from './Differences.tsx';
import { useReread, useRestore, useRollBack, useVersion } from './queries.ts';
import { ASSISTANT } from './texts.ts';

interface VersionSheetProps {
  readonly number: number;
  readonly assistant: Assistant;
  readonly onReplaced: () => void;
  readonly onClose: () => void;
}

/** One version beside what is in force; what is in force, beside the draft. */
export function VersionSheet({ number, assistant, onReplaced, onClose }: VersionSheetProps): ReactNode {
  const { versions: text } = useTexts(ASSISTANT);
  const formats = useFormats();
  const { data, error, refetch } = useVersion(number);
  const isInForce = number === assistant.version;
  return (
    <Sheet
      title={text.number(formats.number(number))}
      description={
        <>
          {data === undefined ? null : <p>{formats.moment(data.publishedAt)} {text.by(isolated(data.publishedBy.name === '' ? text.nobody : data.publishedBy.name))}</p>}
          <p>{isInForce ? text.againstDraft : text.against}</p>
        </>
      }
      onClose={onClose}
    >
      {data === undefined ? (
        error === null ? <SkeletonText /> : <Failure failure={error} onRetry={() => { void refetch(); }} />
      ) : (
        <>
          {isInForce ? (
            <Differences before={data.settings} after={assistant.draft} columns={[text.now, text.inDraft]} />
          ) : (
            <Differences before={assistant.inForce} after={data.settings} columns={[text.now, text.inThis]} />
          )}
          <Actions version={data} {...{ assistant, isInForce, onReplaced, onClose }} />
        </>
      )}
    </Sheet>
  );
}

interface ActionsProps extends Omit<VersionSheetProps, 'number'> {
  readonly version: WholeVersion;
  readonly isInForce: boolean;
}

function Actions({ version: { number }, assistant, isInForce, onReplaced, onClose }: ActionsProps): ReactNode {
  const { versions: text, draft, stale } = useTexts(ASSISTANT);
  const formats = useFormats();
  const toast = useToast();
  const sentence = useSentence();
  const reread = useReread();
  const restore = useRestore(number);
  const rollBack = useRollBack(number);
  const [asking, setAsking] = useState<'restore' | 'roll-back'>();
  const n = formats.number(number);
  const done = (title: string): void => {
    toast({ tone: 'good', title });
    onClose();
  };
  const failed = (failure: Error): void => {
    const isConflict = failure instanceof Refusal && failure.slug === 'conflict';
    toast({ tone: 'bad', title: text.notDone, detail: isStale(failure) ? stale.refused : isConflict ? draft.inForceAlready : sentence(failure) });
    setAsking(undefined);
    if (!isNotFound(failure)) void reread();
  };
  return (
    <div className="mt-7 flex flex-wrap gap-2 border-t border-line pt-5">
      {isInForce ? null : <Button kind="primary" onClick={() => { setAsking('roll-back'); }}>{text.rollBack}</Button>}
      <Button onClick={() => { setAsking('restore'); }}>{text.restore}</Button>
      {asking === 'restore' ? (
        <Confirm
          title={text.restoreTitle(n)}
          detail={text.restoreDetail}
          action={text.restore}
          kind={assistant.unpublished ? 'danger' : 'primary'}
          busy={restore.isPending}
          onConfirm={() => { restore.mutate(assistant.revision, { onSuccess: () => { onReplaced(); done(text.restoredDone(n)); }, onError: failed }); }}
          onClose={() => { setAsking(undefined); }}
        />
      ) : null}
      {asking === 'roll-back' ? (
        <Confirm
          title={text.rollBackTitle(n)}
          detail={text.rollBackDetail}
          action={text.rollBack}
          busy={rollBack.isPending}
          onConfirm={() => { rollBack.mutate(undefined, { onSuccess: (made) => { done(text.rolledBack(formats.number(made.number))); }, onError: failed }); }}
          onClose={() => { setAsking(undefined); }}
        />
      ) : null}
    </div>
  );
}
