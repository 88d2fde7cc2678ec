import { useRef, useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { Refusal } from '../../shared/api/problem.ts';
import { CodeForm, isCodeWanted } from '../../shared/door/CodeForm.tsx';
import { DoorForm, field } from '../../shared/door/DoorForm.tsx';
import { DoorLink, Elsewhere } from '../../shared/door/DoorLink.tsx';
import { DoorPage } from '../../shared/door/DoorPage.tsx';
import { DOOR } from '../../shared/door/texts.ts';
import { useAlarm } from '../../shared/door/trouble.ts';
import { useSending } from '../../shared/door/useSending.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import type { Absence } from '../../shared/session/session.ts';
import { useSession } from '../../shared/session/SessionContext.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Input } from '../../shared/ui/Field.tsx';
import { SIGN_IN } from './texts.ts';

const isWrong = ({ status }: Refusal): boolean => status === 401 || status === 400;

interface Credentials {
  readonly email: string;
  readonly password: string;
}

export function SignIn({ because }: { readonly because: Absence }): ReactNode {
  const text = useTexts(SIGN_IN);
  const session = useSession();
  const [proven, setProven] = useState<Credentials>();
  if (proven === undefined) return <FirstStep because={because} onCodeWanted={setProven} />;
  return (
    <DoorPage title={text.title} detail={text.second}>
      <CodeForm enter={(code) => session.signIn(proven.email, proven.password, code)} />
      <Elsewhere>
        <Button kind="quiet" size="small" onClick={() => { setProven(undefined); }}>{text.another}</Button>
      </Elsewhere>
    </DoorPage>
  );
}

interface FirstStepProps {
  readonly because: Absence;
  readonly onCodeWanted: (proven: Credentials) => void;
}

function FirstStep({ because, onCodeWanted }: FirstStepProps): ReactNode {
  const text = useTexts(SIGN_IN);
  const { email } = useTexts(DOOR);
  const session = useSession();
  const sending = useSending();
  const alarm = useAlarm(sending, (refusal) => (isWrong(refusal) ? text.wrong : undefined));
  const problem = useProviderProblem();
  const password = useRef<HTMLInputElement>(null);

  async function signIn(form: FormData): Promise<void> {
    const given = { email: field(form, 'email'), password: field(form, 'password') };
    await sending.send(async () => {
      try {
        await session.signIn(given.email, given.password);
      } catch (failure) {
        if (!(failure instanceof Error) || !isCodeWanted(failure)) throw failure;
        onCodeWanted(given);
      }
    });
    password.current?.select();
  }

  return (
    <DoorPage title={text.title} detail={<p role="status">{alarm === undefined ? (problem ?? text.because[because]) : null}</p>}>
      <DoorForm sending={sending} alarm={alarm} submit={text.submit} onSubmit={signIn}>
        <Input label={email} name="email" type="email" dir="ltr" autoComplete="username" required autoFocus maxLength={320} />
        <Input ref={password} label={text.password} name="password" type="password" dir="ltr" autoComplete="current-password" required maxLength={256} />
        <p className="text-[15px]"><DoorLink to="/forgot-password">{text.forgot}</DoorLink></p>
      </DoorForm>
      <Elsewhere><DoorLink to="/sign-in/company">{text.company}</DoorLink></Elsewhere>
      <Elsewhere>
        {text.isNew}
        <DoorLink to="/sign-up">{text.signUp}</DoorLink>
      </Elsewhere>
    </DoorPage>
  );
}

/** What a sign-in at an identity provider came back with, which brings it in the address. */
function useProviderProblem(): string | undefined {
  const problems: Readonly<Record<string, string>> = useTexts(SIGN_IN).problems;
  const { problem } = useTexts(SIGN_IN);
  const slug = useSearchParams()[0].get('problem');
  return slug === null || slug === '' ? undefined : (problems[slug] ?? problem);
}
