import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { deadEndOf } from '../../shared/door/deadEnd.ts';
import { DoorForm, field } from '../../shared/door/DoorForm.tsx';
import { DoorPage } from '../../shared/door/DoorPage.tsx';
import { useLinkToken } from '../../shared/door/linkToken.ts';
import { DOOR } from '../../shared/door/texts.ts';
import { useAlarm, useErrorAt } from '../../shared/door/trouble.ts';
import { useSending } from '../../shared/door/useSending.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { useSession } from '../../shared/session/SessionContext.tsx';
import { Input } from '../../shared/ui/Field.tsx';
import { resetPassword } from './calls.ts';
import { LinkNote } from './LinkNote.tsx';
import { RECOVERY } from './texts.ts';

export default function ResetPassword(): ReactNode {
  const text = useTexts(RECOVERY);
  const token = useLinkToken();
  return (
    <DoorPage title={text.reset}>
      {token === undefined ? <LinkNote end="missing" /> : <NewPassword key={token} token={token} />}
    </DoorPage>
  );
}

function NewPassword({ token }: { readonly token: string }): ReactNode {
  const text = useTexts(RECOVERY);
  const { passwordRule } = useTexts(DOOR);
  const session = useSession();
  const navigate = useNavigate();
  const sending = useSending();
  const alarm = useAlarm(sending);
  const errorAt = useErrorAt(sending);
  const end = deadEndOf(sending.failure);
  if (end !== undefined) return <LinkNote end={end} />;

  async function reset(form: FormData): Promise<void> {
    if (!(await sending.send(() => resetPassword(session, token, field(form, 'password'))))) return;
    void navigate('/', { replace: true });
    await session.signOut('reset');
  }

  return (
    <DoorForm sending={sending} alarm={alarm} submit={text.save} onSubmit={reset}>
      <Input
        label={text.password}
        hint={passwordRule}
        error={errorAt('/password')}
        name="password"
        type="password"
        dir="ltr"
        autoComplete="new-password"
        required
        autoFocus
        minLength={12}
      />
    </DoorForm>
  );
}
