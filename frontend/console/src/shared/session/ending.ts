import type { Session, SessionState } from './session.ts';

/**
 * Ends what goes on for a member, whatever room they are in, once they have left. Those whose session ended by itself are
 * expected back.
 */
export function endWith(session: Session, memberId: string, end: () => void): void {
  const unsubscribe = session.subscribe(() => {
    if (!hasLeft(memberId, session.state())) return;
    end();
    unsubscribe();
  });
}

const hasLeft = (id: string, state: SessionState): boolean =>
  state.kind === 'signed-out' ? state.because !== 'expired' : state.kind === 'signed-in' && state.member.id !== id;
