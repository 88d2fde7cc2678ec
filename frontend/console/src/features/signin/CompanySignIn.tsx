import type { ReactNode } from 'react';
import { DoorForm, field } from '../../shared/door/DoorForm.tsx';
import { DoorLink, Elsewhere } from '../../shared/door/DoorLink.tsx';
import { DoorPage } from '../../shared/door/DoorPage.tsx';
import { DOOR } from '../../shared/door/texts.ts';
import { useAlarm, useErrorAt } from '../../shared/door/trouble.ts';
import { useSending } from '../../shared/door/useSending.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { useSession } from '../../shared/session/SessionContext.tsx';
import { Input } from '../../shared/ui/Field.tsx';
import { SIGN_IN } from './texts.ts';

/** Leads on to the identity provider that the tenant of the address has set up. */
export default function CompanySignIn(): ReactNode {
  const text = useTexts(SIGN_IN);
  const door = useTexts(DOOR);
  const session = useSession();
  const sending = useSending();
  const alarm = useAlarm(sending, ({ status }) => (status === 404 ? text.noCompany : undefined));
  const errorAt = useErrorAt(sending);

  const setOut = (form: FormData): Promise<boolean> =>
    sending.send(async () => {
      const answer = await session.ask('/v1/auth/oidc/start', { email: field(form, 'email') });
      const { redirectUrl } = (await answer.json()) as { readonly redirectUrl: string };
      location.assign(redirectUrl);
    });

  return (
    <DoorPage title={text.company} detail={text.companyDetail}>
      <DoorForm sending={sending} alarm={alarm} submit={text.go} onSubmit={setOut}>
        <Input label={door.email} error={errorAt('/email')} name="email" type="email" dir="ltr" autoComplete="username" required autoFocus maxLength={320} />
      </DoorForm>
      <Elsewhere>
        <DoorLink to="/">{door.backToSignIn}</DoorLink>
      </Elsewhere>
    </DoorPage>
  );
}
