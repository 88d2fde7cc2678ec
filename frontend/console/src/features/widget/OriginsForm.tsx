import { useEffect, useState, type ReactNode } from 'react';
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
import { over } from './origins.ts';
import { useAllow } from './queries.ts';
import { WIDGET } from './texts.ts';

interface OriginsFormProps {
  readonly pageKey: PageKey;
  readonly onUnsaved: (isUnsaved: boolean) => void;
}

/** On which pages the key may be used; what is saved is warned of, not what is being typed. */
export function OriginsForm({ pageKey: { id, allowedOrigins = [] }, onUnsaved }: OriginsFormProps): ReactNode {
  const text = useTexts(WIDGET);
  const toast = useToast();
  const { mutateAsync } = useAllow();
  const saved = allowedOrigins.join('\n');
  const [base, setBase] = useState(saved);
  const [written, setWritten] = useState(saved);
  const sending = useSending();
  const alarm = useAlarm(sending);
  const errorIn = useErrorIn(sending);
  const isChanged = linesOf(written).join('\n') !== saved;
  if (base !== saved && !sending.isBusy) {
    setBase(saved);
    setWritten(over(written, linesOf(base), allowedOrigins));
  }
  useEffect(() => { onUnsaved(isChanged); }, [isChanged, onUnsaved]);

  async function save(): Promise<void> {
    const isSaved = await sending.send(async () => {
      const { allowedOrigins: now = [] } = await mutateAsync({ id, allowedOrigins: linesOf(written) });
      setWritten(now.join('\n'));
    });
    if (!isSaved) return;
    toast({ tone: 'good', title: text.originsSaved });
  }

  return (
    <DoorForm sending={sending} alarm={alarm} submit={text.saveOrigins} onSubmit={save}>
      {allowedOrigins.length === 0 ? <Note severity="warning">{text.noOrigins}</Note> : null}
      {allowedOrigins.includes(ANY) ? <Note severity="info">{text.anyOrigin}</Note> : null}
      <TextArea
        label={text.origins}
        hint={text.originsHint}
        error={errorIn('/allowedOrigins', { malformed: text.badOrigin })}
        dir="ltr"
        rows={3}
        spellCheck={false}
        maxLength={13_500}
        placeholder="https://"
        value={written}
        onChange={({ target }) => { setWritten(target.value); }}
      />
      <Unsaved isChanged={isChanged} />
    </DoorForm>
  );
}
