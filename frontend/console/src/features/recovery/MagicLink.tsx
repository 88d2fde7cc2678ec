import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { CodeForm, isCodeWanted } from '../../shared/door/CodeForm.tsx';
import { deadEndOf } from '../../shared/door/deadEnd.ts';
import { DoorForm } from '../../shared/door/DoorForm.tsx';
import { DoorPage } from '../../shared/door/DoorPage.tsx';
import { useLinkToken } from '../../shared/door/linkToken.ts';
import { useAlarm } from '../../shared/door/trouble.ts';
import { useSending } from '../../shared/door/useSending.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { useSession } from '../../shared/session/SessionContext.tsx';
import { redeem } from './calls.ts';
import { LinkNote } from './LinkNote.tsx';
import { RECOVERY } from './texts.ts';

/** Waits for a press: programs that look through mails open every link, and a link works once. */
export default function MagicLink(): ReactNode {
  const text = useTexts(RECOVERY);
  const token = useLinkToken();
  return (
    <DoorPage title={text.magic}>
      {token === undefined ? <LinkNote end="missing" /> : <LogIn key={token} token={token} />}
    </DoorPage>
  );
}

function LogIn({ token }: { readonly token: string }): ReactNode {
  const text = useTexts(RECOVERY);
  const session = useSession();
  const navigate = useNavigate();
  const sending = useSending();
  const alarm = useAlarm(sending);
  const note = noteOf(sending.failure);
  if (note !== undefined) return note;

  async function logIn(code?: string): Promise<void> {
    await redeem(session, token, code);
    void navigate('/', { replace: true });
  }

  if (isCodeWanted(sending.failure)) return <CodeForm enter={logIn} end={({ failure }) => noteOf(failure)} />;

  return (
    <DoorForm sending={sending} alarm={alarm} submit={text.logIn} onSubmit={() => sending.send(() => logIn())}>
      <p className="text-soft">{text.magicDetail}</p>
    </DoorForm>
  );
}

function noteOf(failure: Error | undefined): ReactNode {
  const end = deadEndOf(failure);
  return end === undefined ? undefined : <LinkNote end={end} />;
}
