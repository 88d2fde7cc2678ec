import { Suspense, type ReactNode } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { SignIn } from '../features/signin/SignIn.tsx';
import { useSessionState } from '../shared/session/SessionContext.tsx';
import { ActingInside } from './ActingInside.tsx';
import { DOOR_PAGES } from './doorPages.ts';
import { Inside } from './Inside.tsx';
import { PageBoundary } from './PageBoundary.tsx';
import { Splash } from './Splash.tsx';

const { signUp, verify, company, forgotPassword, resetPassword, magicLink, invitation } = DOOR_PAGES;

/**
 * Whoever is not signed in sees the sign-in at whatever address they came to, and stays at it afterwards, unless it is
 * one of the pages for them. A mailed link does what it says for whoever is signed in, too.
 *
 * @param tenantId for which somebody acts
 */
export function Door({ tenantId }: { readonly tenantId: string | undefined }): ReactNode {
  const state = useSessionState();
  const { pathname } = useLocation();
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
    <PageBoundary address={pathname} frame={(failure) => <main className="grid min-h-dvh place-items-center">{failure}</main>}>
      <Suspense fallback={<Splash />}>
        <Routes>
          <Route path="/sign-in" element={unlessIn(signIn)} />
          <Route path={company.path} element={unlessIn(<company.Content />)} />
          <Route path={signUp.path} element={unlessIn(<signUp.Content />)} />
          <Route path={verify.path} element={unlessIn(<verify.Content />)} />
          <Route path={forgotPassword.path} element={unlessIn(<forgotPassword.Content />)} />
          <Route path={resetPassword.path} element={<resetPassword.Content />} />
          <Route path={magicLink.path} element={<magicLink.Content />} />
          <Route path={invitation.path} element={<invitation.Content />} />
          <Route path="*" element={inside} />
        </Routes>
      </Suspense>
    </PageBoundary>
  );
}
