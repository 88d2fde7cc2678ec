import { Suspense, useState, type ReactNode } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { SignIn } from '../features/signin/SignIn.tsx';
import { DOOR } from '../shared/door/texts.ts';
import { useTexts } from '../shared/locale/Locale.tsx';
import type { Absence, Member, SessionState } from '../shared/session/session.ts';
import { useSessionState } from '../shared/session/SessionContext.tsx';
import { ActingInside } from './ActingInside.tsx';
import { DOOR_PAGES } from './doorPages.ts';
import { Inside } from './Inside.tsx';
import { Locked } from './Locked.tsx';
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
  const unlessIn = (page: ReactNode): ReactNode => (state.kind === 'signed-in' ? <Navigate to="/" replace /> : page);
  return (
    <PageBoundary address={pathname} frame={(failure) => <main className="grid min-h-dvh place-items-center">{failure}</main>}>
      <Suspense fallback={<Splash />}>
        <Routes>
          <Route path="/sign-in" element={unlessIn(<SignIn because={absenceIn(state)} />)} />
          <Route path={company.path} element={unlessIn(<company.Content />)} />
          <Route path={signUp.path} element={unlessIn(<signUp.Content />)} />
          <Route path={verify.path} element={unlessIn(<verify.Content />)} />
          <Route path={forgotPassword.path} element={unlessIn(<forgotPassword.Content />)} />
          <Route path={resetPassword.path} element={<resetPassword.Content />} />
          <Route path={magicLink.path} element={<magicLink.Content />} />
          <Route path={invitation.path} element={<invitation.Content />} />
          <Route path="*" element={<Within state={state} tenantId={tenantId} />} />
        </Routes>
      </Suspense>
    </PageBoundary>
  );
}

const absenceIn = (state: SessionState): Absence => (state.kind === 'signed-out' ? state.because : 'nobody');

interface WithinProps {
  readonly state: SessionState;
  readonly tenantId: string | undefined;
}

/**
 * The rooms of whoever is signed in. When their session ends by itself they find them again as they were, with what
 * they were writing; whoever else signs in finds their own.
 */
function Within({ state, tenantId }: WithinProps): ReactNode {
  const { signIn } = useTexts(DOOR);
  const [before, setBefore] = useState<Member>();
  const because = absenceIn(state);
  const member = state.kind === 'signed-in' ? state.member : because === 'expired' ? before : undefined;
  if (member !== before) setBefore(member);
  if (member === undefined) return <SignIn because={because} />;
  return (
    <>
      {tenantId === undefined ? <Inside key={member.id} member={member} /> : <ActingInside key={member.id} tenantId={tenantId} operator={member} />}
      {state.kind === 'signed-in' ? null : <Locked label={signIn}><SignIn because={because} /></Locked>}
    </>
  );
}
