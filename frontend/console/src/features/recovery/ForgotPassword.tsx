import { useState, type ReactNode } from 'react';
import { DoorForm, field } from '../../shared/door/DoorForm.tsx';
import { DoorLink, Elsewhere } from '../../shared/door/DoorLink.tsx';
import { DoorNote } from '../../shared/door/DoorNote.tsx';
import { DoorPage } from '../../shared/door/DoorPage.tsx';
import { Submit } from '../../shared/door/Submit.tsx';
import { DOOR } from '../../shared/door/texts.ts';
import { useAlarm, useErrorAt } from '../../shared/door/trouble.ts';
import { useSending } from '../../shared/door/useSending.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { useSession } from '../../shared/session/SessionContext.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Input } from '../../shared/ui/Field.tsx';
import { askForLink, type Wish } from './calls.ts';
import { RECOVERY } from './texts.ts';

export default function ForgotPassword(): ReactNode {
  const text = useTexts(RECOVERY);
  const [sent, setSent] = useState<Wish>();
  return (
    <DoorPage title={text.forgot} detail={sent === undefined ? text.forgotDetail : undefined}>
      {sent === undefined ? <Ask onSent={setSent} /> : <Sent wish={sent} onAnother={() => { setSent(undefined); }} />}
    </DoorPage>
  );
}

function Ask({ onSent }: { readonly onSent: (wish: Wish) => void }): ReactNode {
  const text = useTexts(RECOVERY);
  const door = useTexts(DOOR);
  const session = useSession();
  const sending = useSending();
  const alarm = useAlarm(sending);
  const errorAt = useErrorAt(sending);

  async function ask(form: FormData): Promise<void> {
    const wish = form.has('login') ? 'login' : 'password';
    if (await sending.send(() => askForLink(session, wish, field(form, 'email')))) onSent(wish);
  }

  return (
    <>
      <DoorForm
        sending={sending}
        alarm={alarm}
        submit={text.sendLink}
        instead={<Submit sending={sending} kind="secondary" name="login" className="mt-3 w-full">{text.instead}</Submit>}
        onSubmit={ask}
      >
        <Input label={door.email} error={errorAt('/email')} name="email" type="email" dir="ltr" autoComplete="username" required autoFocus maxLength={320} />
      </DoorForm>
      <Elsewhere>
        <DoorLink to="/">{door.backToSignIn}</DoorLink>
      </Elsewhere>
    </>
  );
}

/** Says the same whether or not there is such an account, as the server does. */
function Sent({ wish, onAnother }: { readonly wish: Wish; readonly onAnother: () => void }): ReactNode {
  const text = useTexts(RECOVERY);
  const { backToSignIn } = useTexts(DOOR);
  return (
    <DoorNote icon="mail" title={text.sent} detail={text.sentDetail[wish]}>
      <Button onClick={onAnother}>{text.another}</Button>
      <DoorLink to="/">{backToSignIn}</DoorLink>
    </DoorNote>
  );
}
