import { useRef, useState, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { DoorForm, field } from '../../shared/door/DoorForm.tsx';
import { DoorLink, Elsewhere } from '../../shared/door/DoorLink.tsx';
import { DoorPage } from '../../shared/door/DoorPage.tsx';
import { DOOR } from '../../shared/door/texts.ts';
import { useAlarm, useErrorAt } from '../../shared/door/trouble.ts';
import { useSending } from '../../shared/door/useSending.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { useSession } from '../../shared/session/SessionContext.tsx';
import { Input } from '../../shared/ui/Field.tsx';
import { applicantIn, verify, type Applicant } from './applicant.ts';
import { CODE_LENGTH, codeIn } from './code.ts';
import { SIGN_UP } from './texts.ts';

/** Where the address is not known, because the page was opened by itself, it is asked for. */
export default function Verify(): ReactNode {
  const text = useTexts(SIGN_UP);
  const door = useTexts(DOOR);
  const session = useSession();
  const applicant = applicantIn(useLocation().state);
  const [code, setCode] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const sending = useSending();
  const alarm = useAlarm(sending, ({ slug }) => (slug === 'wrong-code' ? text.wrong : undefined));
  const errorAt = useErrorAt(sending);

  async function confirm(form: FormData): Promise<void> {
    const isIn = await sending.send(() => verify(session, applicant?.email ?? field(form, 'email'), code));
    if (isIn) return;
    input.current?.focus();
    input.current?.select();
  }

  return (
    <DoorPage title={text.verify} detail={<Sent to={applicant} />}>
      <DoorForm sending={sending} alarm={alarm} submit={text.confirm} onSubmit={confirm}>
        {applicant === undefined ? (
          <Input label={door.email} error={errorAt('/email')} name="email" type="email" dir="ltr" autoComplete="username" required autoFocus maxLength={320} />
        ) : null}
        <Input
          ref={input}
          label={text.code}
          hint={text.codeRule}
          error={errorAt('/code')}
          value={code}
          onChange={({ target }) => { setCode(codeIn(target.value)); }}
          dir="ltr"
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern={`[0-9]{${CODE_LENGTH}}`}
          title={text.codeRule}
          required
          autoFocus={applicant !== undefined}
        />
      </DoorForm>
      <Elsewhere>
        {text.noMail}
        <DoorLink to="/sign-up" state={applicant}>{text.again}</DoorLink>
      </Elsewhere>
    </DoorPage>
  );
}

function Sent({ to }: { readonly to: Applicant | undefined }): ReactNode {
  const text = useTexts(SIGN_UP);
  return (
    <p>
      {to === undefined ? text.sent : <>{text.sentTo} <bdi className="font-semibold text-ink">{to.email}</bdi>. {text.sentDetail}</>}
    </p>
  );
}
