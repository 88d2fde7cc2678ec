import { useState, type ReactNode } from 'react';
import { DoorForm } from '../../shared/door/DoorForm.tsx';
import { DOOR } from '../../shared/door/texts.ts';
import { useAlarm, useErrorAt } from '../../shared/door/trouble.ts';
import { useSending } from '../../shared/door/useSending.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { Input } from '../../shared/ui/Field.tsx';
import { useToast } from '../../shared/ui/Toasts.tsx';
import { Unsaved } from '../../shared/ui/Unsaved.tsx';
import { useChangePassword } from './queries.ts';
import { ACCOUNT_TEXTS } from './texts.ts';

const EMPTY = { currentPassword: '', newPassword: '' };

export function PasswordForm({ email }: { readonly email: string }): ReactNode {
  const text = useTexts(ACCOUNT_TEXTS);
  const { passwordRule } = useTexts(DOOR);
  const toast = useToast();
  const { mutateAsync } = useChangePassword();
  const [typed, setTyped] = useState(EMPTY);
  const sending = useSending();
  const alarm = useAlarm(sending);
  const errorAt = useErrorAt(sending);
  const bound = (name: keyof typeof EMPTY) => ({
    name,
    value: typed[name],
    type: 'password',
    dir: 'ltr',
    onChange: ({ target }: { readonly target: HTMLInputElement }): void => { setTyped({ ...typed, [name]: target.value }); },
  });

  async function change(): Promise<void> {
    if (!(await sending.send(() => mutateAsync(typed)))) return;
    setTyped(EMPTY);
    toast({ tone: 'good', title: text.passwordChanged, detail: text.passwordChangedDetail });
  }

  return (
    <DoorForm sending={sending} alarm={alarm} submit={text.changePassword} onSubmit={change}>
      {/* Tells a password manager whose password it is. */}
      <input type="text" hidden readOnly autoComplete="username" value={email} />
      <Input {...bound('currentPassword')} label={text.current} error={errorAt('/currentPassword', { wrong: text.wrong })} autoComplete="current-password" required maxLength={256} />
      <Input {...bound('newPassword')} label={text.next} hint={passwordRule} error={errorAt('/newPassword')} autoComplete="new-password" required minLength={12} />
      {/* The current one may have been filled in by the browser. */}
      <Unsaved isChanged={typed.newPassword !== ''} />
    </DoorForm>
  );
}
