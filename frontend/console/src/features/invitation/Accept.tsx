import { useId, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { CodeForm, isCodeWanted } from '../../shared/door/CodeForm.tsx';
import { deadEndOf } from '../../shared/door/deadEnd.ts';
import { DoorForm, field } from '../../shared/door/DoorForm.tsx';
import { takeFocus } from '../../shared/door/takeFocus.ts';
import { DOOR } from '../../shared/door/texts.ts';
import { useAlarm, useErrorAt } from '../../shared/door/trouble.ts';
import { useSending } from '../../shared/door/useSending.ts';
import { isolated } from '../../shared/locale/formats.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { ROLE_DUTIES, ROLE_NAMES } from '../../shared/member/roles.ts';
import { useSession } from '../../shared/session/SessionContext.tsx';
import { Input } from '../../shared/ui/Field.tsx';
import { accept, type Invitation } from './invitation.ts';
import { DeadEndNote } from './notes.tsx';
import { INVITATION } from './texts.ts';

interface AcceptProps {
  readonly token: string;
  readonly invitation: Invitation;
}

export function Accept({ token, invitation }: AcceptProps): ReactNode {
  const text = useTexts(INVITATION);
  const session = useSession();
  const navigate = useNavigate();
  const sending = useSending();
  const alarm = useAlarm(sending);
  const errorAt = useErrorAt(sending);
  const note = noteOf(sending.failure);
  if (note !== undefined) return note;

  async function enter(proof: Parameters<typeof accept>[2]): Promise<void> {
    await accept(session, token, proof);
    void navigate('/', { replace: true });
  }

  if (isCodeWanted(sending.failure)) return <CodeForm enter={(code) => enter({ code })} end={({ failure }) => noteOf(failure)} />;

  return (
    <>
      <Offer invitation={invitation} />
      <DoorForm sending={sending} alarm={alarm} submit={text.accept} onSubmit={(form) => sending.send(() => enter(invitation.hasAccount ? {} : { name: field(form, 'name'), password: field(form, 'password') }))}>
        {invitation.hasAccount ? <p className="text-soft">{text.hasAccount}</p> : <AboutYou errorAt={errorAt} />}
      </DoorForm>
    </>
  );
}

function noteOf(failure: Error | undefined): ReactNode {
  const end = deadEndOf(failure);
  return end === undefined ? undefined : <DeadEndNote end={end} />;
}

/** Takes the focus, so that it is read before anything is asked. */
function Offer({ invitation: { inviter, tenantName, role, email } }: Pick<AcceptProps, 'invitation'>): ReactNode {
  const text = useTexts(INVITATION);
  const id = useId();
  const roleName = useTexts(ROLE_NAMES)[role];
  const duty = useTexts(ROLE_DUTIES)[role];
  return (
    <section ref={takeFocus} tabIndex={-1} data-quiet-focus aria-labelledby={`${id}-title`} aria-describedby={`${id}-detail`} className="mt-4 [overflow-wrap:anywhere]">
      <h2 id={`${id}-title`} className="text-xl">{text.invites(isolated(inviter), isolated(tenantName))}</h2>
      <div id={`${id}-detail`} className="mt-1.5 text-soft">
        <p><span className="font-semibold text-ink">{text.as(roleName)}</span> {duty}</p>
        <p>{text.forAddress} <bdi>{email}</bdi></p>
      </div>
    </section>
  );
}

function AboutYou({ errorAt }: { readonly errorAt: ReturnType<typeof useErrorAt> }): ReactNode {
  const text = useTexts(INVITATION);
  const { passwordRule } = useTexts(DOOR);
  return (
    <>
      <Input label={text.name} error={errorAt('/name')} name="name" dir="auto" autoComplete="name" required maxLength={120} />
      <Input label={text.password} hint={passwordRule} error={errorAt('/password')} name="password" type="password" dir="ltr" autoComplete="new-password" required minLength={12} />
    </>
  );
}
