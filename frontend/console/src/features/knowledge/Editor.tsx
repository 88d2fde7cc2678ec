import { useEffect, useRef, useState, type ReactNode, type SubmitEvent } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { Refusal } from '../../shared/api/problem.ts';
import { Submit } from '../../shared/door/Submit.tsx';
import { useAlarm, useErrorAt, type OwnWords } from '../../shared/door/trouble.ts';
import { useSending } from '../../shared/door/useSending.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { BackLink } from '../../shared/ui/BackLink.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Card, Room } from '../../shared/ui/Room.tsx';
import { SkeletonText } from '../../shared/ui/Skeleton.tsx';
import { Failure } from '../../shared/ui/States.tsx';
import { useToast } from '../../shared/ui/Toasts.tsx';
import { LeaveQuestion, Unsaved } from '../../shared/ui/Unsaved.tsx';
import { FORMS } from './formTexts.ts';
import { useWrite, useWritten, type Written } from './queries.ts';

/** What is wrong with a field, by its JSON Pointer. */
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
  const [draft, setDraft] = useState(initial);
  const [isChanged, setChanged] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const { mutateAsync } = useWrite(kind, id);
  const sending = useSending();
  const alarm = useAlarm(sending, useWritingWords());
  const errorAt = useErrorAt(sending);
  useEffect(() => {
    if (sending.failure !== undefined) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [sending.failure]);

  const change: Change<Draft> = (part) => {
    setDraft((before) => ({ ...before, ...(typeof part === 'function' ? part(before) : part) }));
    setChanged(true);
  };
  const leave = (): void => { void navigate('/knowledge'); };
  const save = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (!(await sending.send(() => mutateAsync(toWritten(draft))))) return;
    toast({ tone: 'good', title: text.saved });
    leave();
  };

  return (
    <form ref={form} onSubmit={(event) => { void save(event); }}>
      {fields(draft, change, errorAt)}
      <div data-bar className="sticky bottom-16 z-10 mt-6 flex flex-wrap items-center justify-end gap-2 border-t border-line bg-paper py-4 md:bottom-0">
        <p role="alert" className="min-w-0 flex-1 basis-60 text-sm font-semibold text-danger empty:basis-0">{alarm}</p>
        <Button onClick={() => { if (isChanged) setLeaving(true); else leave(); }}>{text.cancel}</Button>
        <Submit sending={sending}>{text.save}</Submit>
      </div>
      <Unsaved isChanged={isChanged} />
      {isLeaving ? <LeaveQuestion onLeave={leave} onStay={() => { setLeaving(false); }} /> : null}
    </form>
  );
}

/** A refusal in the words of this room. */
function useWritingWords(): OwnWords {
  const { problems } = useTexts(FORMS);
  return ({ status, slug, problem: { errors = [] } }: Refusal) => {
    if (slug === 'conflict') return problems.conflict;
    if (status === 404) return problems.gone;
    return errors.some(({ pointer }) => pointer === '') ? problems.nothing : undefined;
  };
}
