import { useRef, type ReactNode } from 'react';
import type { Refusal } from '../../shared/api/problem.ts';
import { DoorForm, field } from '../../shared/door/DoorForm.tsx';
import { DoorLink, Elsewhere } from '../../shared/door/DoorLink.tsx';
import { DoorPage } from '../../shared/door/DoorPage.tsx';
import { DOOR } from '../../shared/door/texts.ts';
import { useAlarm } from '../../shared/door/trouble.ts';
import { useSending } from '../../shared/door/useSending.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import type { Absence } from '../../shared/session/session.ts';
import { useSession } from '../../shared/session/SessionContext.tsx';
import { Input } from '../../shared/ui/Field.tsx';
import { SIGN_IN } from './texts.ts';

const isWrong = ({ status }: Refusal): boolean => status === 401 || status === 400;

export function SignIn({ because }: { readonly because: Absence }): ReactNode {
  const text = useTexts(SIGN_IN);
  const { email } = useTexts(DOOR);
  const session = useSession();
  const sending = useSending();
  const alarm = useAlarm(sending, (refusal) => (isWrong(refusal) ? text.wrong : undefined));
  const password = useRef<HTMLInputElement>(null);

  async function signIn(form: FormData): Promise<void> {
    await sending.send(() => session.signIn(field(form, 'email'), field(form, 'password')));
    password.current?.select();
  }

  return (
    <DoorPage title={text.title} detail={<p role="status">{alarm === undefined ? text.because[because] : null}</p>}>
      <DoorForm sending={sending} alarm={alarm} submit={text.submit} onSubmit={signIn}>
        <Input label={email} name="email" type="email" dir="ltr" autoComplete="username" required autoFocus maxLength={320} />
        <Input ref={password} label={text.password} name="password" type="password" dir="ltr" autoComplete="current-password" required maxLength={256} />
        <p className="text-[15px]"><DoorLink to="/forgot-password">{text.forgot}</DoorLink></p>
      </DoorForm>
      <Elsewhere>
        {text.isNew}
        <DoorLink to="/sign-up">{text.signUp}</DoorLink>
      </Elsewhere>
    </DoorPage>
  );
}
