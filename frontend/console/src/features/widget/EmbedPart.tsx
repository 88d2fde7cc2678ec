import { useState, type ReactNode } from 'react';
import { embedCode } from '../../shared/embed.ts';
import { isolated } from '../../shared/locale/formats.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { useMember } from '../../shared/session/SessionContext.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Copyable } from '../../shared/ui/Copy.tsx';
import { Select } from '../../shared/ui/Field.tsx';
import { Confirm } from '../../shared/ui/Overlay.tsx';
import { Part } from '../../shared/ui/Part.tsx';
import { SkeletonText } from '../../shared/ui/Skeleton.tsx';
import { Failure, State, useReason } from '../../shared/ui/States.tsx';
import { useToast } from '../../shared/ui/Toasts.tsx';
import { CheckPart } from './CheckPart.tsx';
import type { PageKey } from './contract.ts';
import { OriginsForm } from './OriginsForm.tsx';
import { draftOf, follow, isChanged, originsOf } from './originsDraft.ts';
import { useMakeKey, usePageKeys } from './queries.ts';
import { WIDGET } from './texts.ts';

/** The line for the pages, which pages may use it, and whether it works there. */
export function EmbedPart(): ReactNode {
  const text = useTexts(WIDGET);
  const { data, error, refetch } = usePageKeys();
  const { isActing = false } = useMember();
  if (data === undefined) {
    return <Part title={text.embed}>{error === null ? <div className="mt-4"><SkeletonText /></div> : <Failure failure={error} onRetry={() => { void refetch(); }} />}</Part>;
  }
  const [newest] = data;
  return newest === undefined ? <Part title={text.embed}>{isActing ? <NoKeyToMake /> : <NoKey />}</Part> : <Embed keys={data} newest={newest} />;
}

interface EmbedProps {
  readonly keys: readonly PageKey[];
  readonly newest: PageKey;
}

/** What is written for one key is not left for another without a question. */
function Embed({ keys, newest }: EmbedProps): ReactNode {
  const text = useTexts(WIDGET);
  const [draft, setDraft] = useState(() => draftOf(newest));
  const [wanted, setWanted] = useState<PageKey>();
  const key = keys.find(({ id }) => id === draft.id) ?? newest;
  const now = follow(draft, key);
  if (now !== draft) setDraft(now);
  const choose = (id: string): void => {
    const other = keys.find((known) => known.id === id) ?? key;
    if (isChanged(draft, key)) setWanted(other);
    else setDraft(draftOf(other));
  };
  const leave = (): void => {
    setDraft(draftOf(wanted ?? key));
    setWanted(undefined);
  };
  return (
    <>
      <Part title={text.embed} detail={<p className="max-w-prose">{text.embedDetail}</p>}>
        <div className="mt-5 space-y-5">
          {keys.length < 2 ? null : (
            <Select label={text.key} value={key.id} onChange={({ target }) => { choose(target.value); }}>
              {keys.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
            </Select>
          )}
          <Copyable label={text.line} text={embedCode(location.origin, key.key ?? '')} />
        </div>
        <OriginsForm
          key={key.id}
          pageKey={key}
          draft={draft}
          onWrite={(written) => { setDraft({ ...draft, written }); }}
          onSaved={(saved) => { setDraft((before) => (before.id === saved.id ? draftOf(saved) : before)); }}
        />
      </Part>
      <CheckPart keys={keys} suggestion={originsOf(key).find((origin) => /^https?:/.test(origin)) ?? ''} />
      {wanted === undefined ? null : (
        <Confirm title={text.leaveKey} detail={text.leaveKeyDetail(isolated(key.name))} action={text.leaveKeyAction} onConfirm={leave} onClose={() => { setWanted(undefined); }} />
      )}
    </>
  );
}

/** An operator who acts for the tenant changes what a key may do, and makes none. */
function NoKeyToMake(): ReactNode {
  const text = useTexts(WIDGET);
  return <State icon="key" title={text.noKey} detail={text.noKeyActing} />;
}

function NoKey(): ReactNode {
  const text = useTexts(WIDGET);
  const toast = useToast();
  const reason = useReason();
  const { mutate, isPending } = useMakeKey();
  const make = (): void => {
    mutate(text.keyName, {
      onSuccess: ({ name }) => { toast({ tone: 'good', title: text.made(isolated(name)) }); },
      onError: (failure) => { toast({ tone: 'bad', title: text.notMade, detail: reason(failure) }); },
    });
  };
  return (
    <State icon="key" title={text.noKey} detail={text.noKeyDetail}>
      <Button kind="primary" icon="plus" busy={isPending} onClick={make}>{text.makeKey}</Button>
    </State>
  );
}
