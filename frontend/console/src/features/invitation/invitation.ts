import { useEffect, useState } from 'react';
import type { MemberRole } from '../../shared/member/roles.ts';
import type { Session } from '../../shared/session/session.ts';
import { useSession } from '../../shared/session/SessionContext.tsx';

export interface Invitation {
  readonly email: string;
  readonly role: MemberRole;
  readonly inviter: string;
  readonly tenantName: string;
  /** Whether name and password are there already. */
  readonly hasAccount: boolean;
}

export interface NewPerson {
  readonly name: string;
  readonly password: string;
}

const pathOf = (token: string): string => `/v1/auth/invitations/${encodeURIComponent(token)}`;

/** @param proof nothing of whoever has an account, but a code of their second factor if they have one */
export const accept = (session: Session, token: string, proof: NewPerson | { readonly code?: string }): Promise<void> =>
  session.signInBy(`${pathOf(token)}/accept`, proof);

export type Looking =
  | { readonly kind: 'looking' }
  | { readonly kind: 'found'; readonly invitation: Invitation }
  | { readonly kind: 'failed'; readonly failure: Error; readonly again: () => void };

/** What the token invites to. */
export function useInvitation(token: string): Looking {
  const session = useSession();
  const [attempt, setAttempt] = useState(1);
  const [looking, setLooking] = useState<Looking>({ kind: 'looking' });
  useEffect(() => {
    let isLeft = false;
    const show = (outcome: Looking): void => {
      if (!isLeft) setLooking(outcome);
    };
    const again = (): void => {
      setLooking({ kind: 'looking' });
      setAttempt(attempt + 1);
    };
    session.look<Invitation>(pathOf(token)).then(
      (invitation) => { show({ kind: 'found', invitation }); },
      (reason: unknown) => { show({ kind: 'failed', failure: reason instanceof Error ? reason : new Error(String(reason)), again }); },
    );
    return () => { isLeft = true; };
  }, [session, token, attempt]);
  return looking;
}
