import type { ReactNode } from 'react';
import { Unreachable } from '../shared/api/problem.ts';
import { useSession } from '../shared/session/SessionContext.tsx';
import { Mark } from '../shared/ui/icons.tsx';
import { Failure } from '../shared/ui/States.tsx';

const NO_ANSWER = new Unreachable('/v1/auth/refresh');

/** While the session is being restored, and when nobody answers. */
export function Splash({ unreachable = false }: { readonly unreachable?: boolean }): ReactNode {
  const session = useSession();
  return (
    <main className="grid min-h-dvh place-items-center">
      {unreachable ? (
        <Failure failure={NO_ANSWER} onRetry={() => { void session.restore(); }} />
      ) : (
        <h1 className="animate-pulse">
          <span className="sr-only">CSAI</span>
          <Mark className="size-12" />
        </h1>
      )}
    </main>
  );
}
