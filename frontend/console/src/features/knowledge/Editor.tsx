import { useState, type ReactNode, type SubmitEvent } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Refusal } from '../../shared/api/problem.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { BackLink } from '../../shared/ui/BackLink.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Card, Room } from '../../shared/ui/Room.tsx';
import { SkeletonText } from '../../shared/ui/Skeleton.tsx';
import { Failure, useReason } from '../../shared/ui/States.tsx';
import { useToast } from '../../shared/ui/Toasts.tsx';
import { LeaveQuestion, Unsaved } from '../../shared/ui/Unsaved.tsx';
import { FORMS } from './formTexts.ts';
import { useWrite, useWritten, type Written } from './queries.ts';

/** What the server said of a field or of something in it, by its JSON Pointer. */
export type ErrorOf = (pointer: string) => string | undefined;

/** From the draft as it is by then, where that matters. */
export type Change<Draft> = (part: Partial<Draft> | ((draft: Draft) => Partial<Draft>)) => void;

interface EditorProps<K extends keyof Written, Draft> {
  readonly kind: K;
  readonly title: (isNew: boolean) => string;
  readonly detail: string;
  /** @param written undefined when it is new */
  readonly toDraft: (written: Written[K] | undefined) => Draft;
  readonly toWritten: (draft: Draft) => Written[K];
  readonly fields: (draft: Draft, change: Change<Draft>, errorOf: ErrorOf) => ReactNode;
}

/** A page on which something is written or changed: loads it, keeps the draft, saves it. */
export function Editor<K extends keyof Written, Draft extends object>(props: EditorProps<K, Draft>): ReactNode {
  const { kind, title, detail, toDraft } = props;
  const { back } = useTexts(FORMS);
  const { id } = useParams();
  const { data, error, isLoading, refetch } = useWritten(kind, id);
  return (
    <Room title={title(id === undefined)} detail={detail} back={<BackLink to="/knowledge">{back}</BackLink>}>
      {isLoading ? (
        <Card className="p-6"><SkeletonText /></Card>
      ) : error === null ? (
        <Draft {...props} id={id} initial={toDraft(data ?? undefined)} />
      ) : (
        <Card><Failure failure={error} onRetry={() => { void refetch(); }} /></Card>
      )}
    </Room>
  );
}

interface DraftProps<K extends keyof Written, Draft> extends EditorProps<K, Draft> {
  readonly id: string | undefined;
  readonly initial: Draft;
}

function Draft<K extends keyof Written, Draft extends object>({ kind, id, initial, toWritten, fields }: DraftProps<K, Draft>): ReactNode {
  const text = useTexts(FORMS);
  const navigate = useNavigate();
  const toast = useToast();
  const reason = useReason();
  const [draft, setDraft] = useState(initial);
  const [isChanged, setChanged] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const { mutate, isPending, error } = useWrite(kind, id);

  const change: Change<Draft> = (part) => {
    setDraft((before) => ({ ...before, ...(typeof part === 'function' ? part(before) : part) }));
    setChanged(true);
  };
  const leave = (): void => { void navigate('/knowledge'); };
  const save = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    mutate(toWritten(draft), {
      onSuccess: () => {
        toast({ tone: 'good', title: text.saved });
        leave();
      },
      onError: (failure) => { toast({ tone: 'bad', title: text.notSaved, detail: reason(failure) }); },
    });
  };

  return (
    <form onSubmit={save}>
      {fields(draft, change, errorsIn(error))}
      <div data-bar className="sticky bottom-16 z-10 mt-6 flex justify-end gap-2 border-t border-line bg-paper py-4 md:bottom-0">
        <Button onClick={() => { if (isChanged) setLeaving(true); else leave(); }}>{text.cancel}</Button>
        <Button type="submit" kind="primary" busy={isPending}>{text.save}</Button>
      </div>
      <Unsaved isChanged={isChanged} />
      {isLeaving ? <LeaveQuestion onLeave={leave} onStay={() => { setLeaving(false); }} /> : null}
    </form>
  );
}

function errorsIn(failure: Error | null): ErrorOf {
  const errors = failure instanceof Refusal ? (failure.problem.errors ?? []) : [];
  return (pointer) => errors.find((error) => error.pointer === pointer || error.pointer.startsWith(`${pointer}/`))?.detail;
}
