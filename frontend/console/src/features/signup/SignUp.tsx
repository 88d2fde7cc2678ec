import { useState, type ReactNode } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { DoorForm, field } from '../../shared/door/DoorForm.tsx';
import { DoorLink, Elsewhere } from '../../shared/door/DoorLink.tsx';
import { DoorPage } from '../../shared/door/DoorPage.tsx';
import { DOOR } from '../../shared/door/texts.ts';
import { useAlarm, useErrorAt } from '../../shared/door/trouble.ts';
import { useSending } from '../../shared/door/useSending.ts';
import { useLocale, useTexts } from '../../shared/locale/Locale.tsx';
import { useSession } from '../../shared/session/SessionContext.tsx';
import { Input } from '../../shared/ui/Field.tsx';
import { applicantIn, NOBODY, signUp, type Applicant } from './applicant.ts';
import { SIGN_UP } from './texts.ts';

export default function SignUp(): ReactNode {
  const text = useTexts(SIGN_UP);
  const door = useTexts(DOOR);
  const { language } = useLocale();
  const session = useSession();
  const navigate = useNavigate();
  const [applicant, setApplicant] = useState(applicantIn(useLocation().state) ?? NOBODY);
  const sending = useSending();
  const alarm = useAlarm(sending);
  const errorAt = useErrorAt(sending);
  const bound = (name: keyof Applicant) => ({
    name,
    value: applicant[name],
    error: errorAt(`/${name}`),
    onChange: ({ target }: { readonly target: HTMLInputElement }): void => { setApplicant({ ...applicant, [name]: target.value }); },
  });

  async function send(form: FormData): Promise<void> {
    if (await sending.send(() => signUp(session, applicant, field(form, 'password'), language))) {
      void navigate('/verify', { state: applicant });
    }
  }

  return (
    <DoorPage title={text.title} detail={text.detail}>
      <DoorForm sending={sending} alarm={alarm} submit={text.submit} onSubmit={send}>
        <Input {...bound('companyName')} label={text.company} autoComplete="organization" required autoFocus maxLength={120} />
        <Input {...bound('email')} label={door.email} type="email" dir="ltr" autoComplete="username" required maxLength={320} />
        <Input label={text.password} hint={door.passwordRule} error={errorAt('/password')} name="password" type="password" dir="ltr" autoComplete="new-password" required minLength={12} />
        <Input {...bound('industry')} label={text.industry} optional={door.optional} autoComplete="off" />
      </DoorForm>
      <Elsewhere>
        {text.isKnown}
        <DoorLink to="/">{door.signIn}</DoorLink>
      </Elsewhere>
    </DoorPage>
  );
}
