import type { ReactNode } from 'react';
import { DoorForm, field } from '../../shared/door/DoorForm.tsx';
import { useAlarm, useErrorAt, useErrorIn } from '../../shared/door/trouble.ts';
import { useSending } from '../../shared/door/useSending.ts';
import { linesOf } from '../../shared/embed.ts';
import { isolated } from '../../shared/locale/formats.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { Input } from '../../shared/ui/Field.tsx';
import { Sheet } from '../../shared/ui/Overlay.tsx';
import { useToast } from '../../shared/ui/Toasts.tsx';
import type { Key } from './contract.ts';
import { OriginsField } from './OriginsField.tsx';
import { useChange } from './queries.ts';
import { KEYS } from './texts.ts';
import { useKeyWords } from './trouble.ts';

interface EditKeySheetProps {
  readonly apiKey: Key;
  readonly onClose: () => void;
}

export function EditKeySheet({ apiKey, onClose }: EditKeySheetProps): ReactNode {
  const text = useTexts(KEYS);
  const toast = useToast();
  const { mutateAsync } = useChange(apiKey);
  const sending = useSending();
  const alarm = useAlarm(sending, useKeyWords());
  const errorAt = useErrorAt(sending);
  const errorIn = useErrorIn(sending);
  const isPublic = apiKey.kind === 'publishable';

  async function save(form: FormData): Promise<void> {
    const name = field(form, 'name');
    const change = isPublic ? { name, allowedOrigins: linesOf(field(form, 'origins')) } : { name };
    if (!(await sending.send(() => mutateAsync(change)))) return;
    toast({ tone: 'good', title: text.saved(isolated(name.trim())) });
    onClose();
  }

  return (
    <Sheet title={text.editTitle(isolated(apiKey.name))} description={text.editDetail} onClose={onClose}>
      <DoorForm sending={sending} alarm={alarm} submit={text.save} onSubmit={save}>
        <Input label={text.name} hint={text.nameHint} error={errorAt('/name')} name="name" defaultValue={apiKey.name} dir="auto" autoComplete="off" required autoFocus maxLength={120} />
        {isPublic ? <OriginsField initial={apiKey.allowedOrigins} error={errorIn('/allowedOrigins', { malformed: text.badOrigin })} /> : null}
      </DoorForm>
    </Sheet>
  );
}
