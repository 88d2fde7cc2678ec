import type { ReactNode } from 'react';
import { codeIn } from '../../shared/door/CodeForm.tsx';
import { DoorForm, field } from '../../shared/door/DoorForm.tsx';
import { DOOR } from '../../shared/door/texts.ts';
import { useAlarm, useErrorAt } from '../../shared/door/trouble.ts';
import { useSending } from '../../shared/door/useSending.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { Input } from '../../shared/ui/Field.tsx';
import { SECOND } from './secondTexts.ts';
import { ACCOUNT_TEXTS } from './texts.ts';

export interface Proof {
  readonly password: string;
  readonly code: string;
}

interface Props {
  readonly submit: string;
  readonly onProof: (proof: Proof) => Promise<void>;
}

/** Password and code, for what changes a second factor that is on. */
export function FactorProof({ submit, onProof }: Props): ReactNode {
  const text = useTexts(SECOND);
  const account = useTexts(ACCOUNT_TEXTS);
  const { second } = useTexts(DOOR);
  const sending = useSending();
  const alarm = useAlarm(sending, ({ status }) => (status === 409 ? text.isOffAlready : undefined));
  const errorAt = useErrorAt(sending);
  return (
    <DoorForm sending={sending} alarm={alarm} submit={submit} onSubmit={(form) => sending.send(() => onProof({ password: field(form, 'password'), code: codeIn(field(form, 'code')) }))}>
      <Input label={account.current} error={errorAt('/password', { wrong: account.wrong })} name="password" type="password" dir="ltr" autoComplete="current-password" required autoFocus maxLength={256} />
      <Input label={second.code} hint={second.hint} error={errorAt('/code', { wrong: text.wrongCode })} name="code" dir="ltr" autoComplete="one-time-code" required maxLength={64} />
    </DoorForm>
  );
}
