import type { ReactNode } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { InvitationPage } from '../features/invitation/InvitationPage.tsx';
import { ForgotPassword } from '../features/recovery/ForgotPassword.tsx';
import { MagicLink } from '../features/recovery/MagicLink.tsx';
import { ResetPassword } from '../features/recovery/ResetPassword.tsx';
import { CompanySignIn } from '../features/signin/CompanySignIn.tsx';
import { SignIn } from '../features/signin/SignIn.tsx';
import { SignUp } from '../features/signup/SignUp.tsx';
import { Verify } from '../features/signup/Verify.tsx';
import { useSessionState } from '../shared/session/SessionContext.tsx';
import { ActingInside } from './ActingInside.tsx';
import { Inside } from './Inside.tsx';
import { Splash } from './Splash.tsx';

/**
 * Whoever is not signed in sees the sign-in at whatever address they came to, and stays at it afterwards, unless it is
 * one of the pages for them. A mailed link does what it says for whoever is signed in, too.
 *
 * @param tenantId for which somebody acts
 */
export function Door({ tenantId }: { readonly tenantId: string | undefined }): ReactNode {
  const state = useSessionState();
  if (state.kind === 'restoring') return <Splash />;
  if (state.kind === 'unreachable') return <Splash unreachable />;
  const isIn = state.kind === 'signed-in';
  const signIn = <SignIn because={state.kind === 'signed-out' ? state.because : 'nobody'} />;
  const inside = !isIn ? signIn : tenantId === undefined ? (
    <Inside key={state.member.id} member={state.member} />
  ) : (
    <ActingInside key={state.member.id} tenantId={tenantId} operator={state.member} />
  );
  const unlessIn = (page: ReactNode): ReactNode => (isIn ? <Navigate to="/" replace /> : page);
  return (
    <Routes>
      <Route path="/sign-in" element={unlessIn(signIn)} />
      <Route path="/sign-in/company" element={unlessIn(<CompanySignIn />)} />
      <Route path="/sign-up" element={unlessIn(<SignUp />)} />
      <Route path="/verify" element={unlessIn(<Verify />)} />
      <Route path="/forgot-password" element={unlessIn(<ForgotPassword />)} />
      <Route path="/reset-password" element={<ResetPassword />} />
      <Route path="/magic-link" element={<MagicLink />} />
      <Route path="/invitation" element={<InvitationPage />} />
      <Route path="*" element={inside} />
    </Routes>
  );
}
