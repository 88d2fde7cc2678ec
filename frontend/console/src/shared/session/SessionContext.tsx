import { createContext, use, useSyncExternalStore, type ReactNode } from 'react';
import type { Client } from '../api/client.ts';
import type { Member, Session, SessionState } from './session.ts';

interface Access {
  readonly session: Session;
  readonly client: Client;
  /** The tenant has another name from now on. */
  readonly renamed: (name: string) => void;
}

const AccessContext = createContext<Access | undefined>(undefined);
const MemberContext = createContext<Member | undefined>(undefined);

export const AccessProvider = ({ access, children }: { readonly access: Access; readonly children: ReactNode }): ReactNode => (
  <AccessContext value={access}>{children}</AccessContext>
);

export const MemberProvider = ({ member, children }: { readonly member: Member; readonly children: ReactNode }): ReactNode => (
  <MemberContext value={member}>{children}</MemberContext>
);

function useAccess(): Access {
  const access = use(AccessContext);
  if (access === undefined) throw new Error('no AccessProvider around this');
  return access;
}

export const useSession = (): Session => useAccess().session;
export const useClient = (): Client => useAccess().client;

export const useRenamed = (): ((name: string) => void) => useAccess().renamed;

export function useSessionState(): SessionState {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, session.state);
}

export function useMember(): Member {
  const member = use(MemberContext);
  if (member === undefined) throw new Error('nobody is signed in here');
  return member;
}
