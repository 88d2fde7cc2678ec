import type { MemberRole } from '../../shared/member/roles.ts';
import type { Role } from '../../shared/session/session.ts';

/** Somebody of the tenant: a member, or invited to become one. */
export interface Person {
  readonly id: string;
  readonly email: string;
  /** Absent while invited. */
  readonly name?: string;
  readonly role: MemberRole;
  readonly status: 'active' | 'invited';
  readonly createdAt: string;
  /** Of the invitation. */
  readonly expiresAt?: string;
}

export type Standing = 'member' | 'invited' | 'expired';

export function standingOf({ status, expiresAt }: Person, now: number): Standing {
  if (status === 'active') return 'member';
  return expiresAt !== undefined && Date.parse(expiresAt) <= now ? 'expired' : 'invited';
}

/** Whoever has not told a name yet is called by their address. */
export const calledOf = ({ name, email }: Pick<Person, 'name' | 'email'>): string => (name === undefined || name.trim() === '' ? email : name);

/** Only owners decide about owners. */
export const mayDecideAbout = (role: Role, about: MemberRole): boolean => role === 'owner' || (role === 'admin' && about !== 'owner');
