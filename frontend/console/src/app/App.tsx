import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState, type ComponentProps, type ReactNode } from 'react';
import { BrowserRouter } from 'react-router';
import { SignIn } from '../features/signin/SignIn.tsx';
import { isPassing } from '../shared/api/problem.ts';
import { LocaleProvider } from '../shared/locale/Locale.tsx';
import type { Member } from '../shared/session/session.ts';
import { AccessProvider, MemberProvider, useSessionState } from '../shared/session/SessionContext.tsx';
import { ToastProvider } from '../shared/ui/Toasts.tsx';
import { Rooms } from './Rooms.tsx';
import { Splash } from './Splash.tsx';

const RETRIES = 2;

/** Asks again by itself only where the answer may change, and also when the browser believes to be offline. */
const newQueries = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 5_000,
        retry: (failures, failure) => failures < RETRIES && isPassing(failure),
        retryDelay: (failures) => 400 * 2 ** failures,
      },
      mutations: { networkMode: 'always' },
    },
  });

export const App = ({ access }: Pick<ComponentProps<typeof AccessProvider>, 'access'>): ReactNode => (
  <LocaleProvider>
    <AccessProvider access={access}>
      <ToastProvider>
        <Door />
      </ToastProvider>
    </AccessProvider>
  </LocaleProvider>
);

/** Whoever is not signed in sees the sign-in at whatever address they came to, and stays at it afterwards. */
function Door(): ReactNode {
  const state = useSessionState();
  switch (state.kind) {
    case 'restoring':
      return <Splash />;
    case 'unreachable':
      return <Splash unreachable />;
    case 'signed-out':
      return <SignIn because={state.because} />;
    case 'signed-in':
      return <Inside key={state.member.id} member={state.member} />;
  }
}

/** Keyed by member: what one has loaded is never shown to another. */
function Inside({ member }: { readonly member: Member }): ReactNode {
  const [queries] = useState(newQueries);
  return (
    <MemberProvider member={member}>
      <QueryClientProvider client={queries}>
        <BrowserRouter basename="/console">
          <Rooms />
        </BrowserRouter>
      </QueryClientProvider>
    </MemberProvider>
  );
}
