import type { ReactNode } from 'react';
import { DoorForm } from '../../shared/door/DoorForm.tsx';
import { useAlarm, useErrorIn } from '../../shared/door/trouble.ts';
import { useSending } from '../../shared/door/useSending.ts';
import { linesOf } from '../../shared/embed.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { TextArea } from '../../shared/ui/Field.tsx';
import { useToast } from '../../shared/ui/Toasts.tsx';
import { Unsaved } from '../../shared/ui/Unsaved.tsx';
import { ANY, type PageKey } from './contract.ts';
import { Note } from './Note.tsx';
import { isChanged, originsOf, type OriginsDraft } from './originsDraft.ts';
import { useAllow } from './queries.ts';
import { WIDGET } from './texts.ts';

interface OriginsFormProps {
  readonly pageKey: PageKey;
  readonly draft: OriginsDraft;
  readonly onWrite: (written: string) => void;
  readonly onSaved: (saved: PageKey) => void;
}

/** On which pages the key may be used; what is saved is warned of, not what is being typed. */
export function OriginsForm({ pageKey, draft, onWrite, onSaved }: OriginsFormProps): ReactNode {
  const text = useTexts(WIDGET);
  const toast = useToast();
  const { mutateAsync } = useAllow();
  const sending = useSending();
  const alarm = useAlarm(sending);
  const errorIn = useErrorIn(sending);
  const saved = originsOf(pageKey);

  async function save(): Promise<void> {
    if (!(await sending.send(async () => { onSaved(await mutateAsync({ id: pageKey.id, allowedOrigins: linesOf(draft.written) })); }))) return;
    toast({ tone: 'good', title: text.originsSaved });
  }

  return (
    <DoorForm sending={sending} alarm={alarm} submit={text.saveOrigins} onSubmit={save}>
      {saved.length === 0 ? <Note severity="warning">{text.noOrigins}</Note> : null}
      {saved.includes(ANY) ? <Note severity="info">{text.anyOrigin}</Note> : null}
      <TextArea
        label={text.origins}
        hint={text.originsHint}
        error={errorIn('/allowedOrigins', { malformed: text.badOrigin })}
        dir="ltr"
        rows={3}
        spellCheck={false}
        maxLength={13_500}
        placeholder="https://"
        value={draft.written}
        onChange={({ target }) => { onWrite(target.value); }}
      />
      <Unsaved isChanged={isChanged(draft, pageKey)} />
    </DoorForm>
  );
}
