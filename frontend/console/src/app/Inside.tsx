import { focusManager, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { isPassing } from '../shared/api/problem.ts';
import type { Member } from '../shared/session/session.ts';
import { MemberProvider, useSessionState } from '../shared/session/SessionContext.tsx';
import { Rooms } from './Rooms.tsx';

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

interface InsideProps {
  readonly member: Member;
  /** Above whatever room. */
  readonly banner?: ReactNode;
}

/** Keyed by member: what one has loaded is never shown to another. */
export function Inside({ member, banner }: InsideProps): ReactNode {
  const [queries] = useState(newQueries);
  useRest(queries);
  return (
    <MemberProvider member={member}>
      <QueryClientProvider client={queries}>
        <Rooms banner={banner} />
      </QueryClientProvider>
    </MemberProvider>
  );
}

/** While nobody is signed in nothing is asked for; what was refused then is asked for again afterwards. */
function useRest(queries: QueryClient): void {
  const isIn = useSessionState().kind === 'signed-in';
  useEffect(() => {
    focusManager.setFocused(isIn ? undefined : false);
    if (isIn) void queries.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' });
  }, [isIn, queries]);
}
