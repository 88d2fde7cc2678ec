import type { ReactNode } from 'react';
import { codeIn } from '../../shared/door/CodeForm.tsx';
import { DoorForm, field } from '../../shared/door/DoorForm.tsx';
import { DOOR } from '../../shared/door/texts.ts';
import { useAlarm, useErrorAt } from '../../shared/door/trouble.ts';
import { useSending } from '../../shared/door/useSending.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { Input } from '../../shared/ui/Field.tsx';
import { Sheet } from '../../shared/ui/Overlay.tsx';
import { useToast } from '../../shared/ui/Toasts.tsx';
import { useRemoveFactor } from './queries.ts';
import { SECOND } from './secondTexts.ts';
import { ACCOUNT_TEXTS } from './texts.ts';

export function TurnOffSheet({ onClose }: { readonly onClose: () => void }): ReactNode {
  const text = useTexts(SECOND);
  const account = useTexts(ACCOUNT_TEXTS);
  const { second } = useTexts(DOOR);
  const toast = useToast();
  const { mutateAsync } = useRemoveFactor();
  const sending = useSending();
  const alarm = useAlarm(sending, ({ status }) => (status === 409 ? text.isOffAlready : undefined));
  const errorAt = useErrorAt(sending);

  async function remove(form: FormData): Promise<void> {
    if (!(await sending.send(() => mutateAsync({ password: field(form, 'password'), code: codeIn(field(form, 'code')) })))) return;
    toast({ tone: 'good', title: text.turnedOff });
    onClose();
  }

  return (
    <Sheet title={text.turnOff} description={text.turnOffDetail} onClose={onClose}>
      <DoorForm sending={sending} alarm={alarm} submit={text.turnOff} onSubmit={remove}>
        <Input label={account.current} error={errorAt('/password', { wrong: account.wrong })} name="password" type="password" dir="ltr" autoComplete="current-password" required autoFocus maxLength={256} />
        <Input label={second.code} hint={second.hint} error={errorAt('/code', { wrong: text.wrongCode })} name="code" dir="ltr" autoComplete="one-time-code" required maxLength={64} />
      </DoorForm>
    </Sheet>
  );
}
