import type { MemberRole } from '../../shared/member/roles.ts';
import type { Profile, ProfileChange } from '../../shared/tenant/profile.ts';

export const STATUSES = ['active', 'suspended'] as const;
export type Status = (typeof STATUSES)[number];

export const ORDERS = ['newest', 'name'] as const;
export type Order = (typeof ORDERS)[number];

export interface ListedTenant {
  readonly id: string;
  readonly name: string;
  readonly industry?: string;
  readonly status: Status;
  readonly createdAt: string;
  readonly members: number;
  readonly conversations: number;
  /** Of both sides, in the calendar month. */
  readonly messagesThisMonth: number;
}

export interface NewTenant {
  readonly companyName: string;
  readonly industry?: string;
  readonly defaultLocale: string;
  readonly languages: readonly string[];
  /** Who is asked by mail to be its first owner. */
  readonly ownerEmail: string;
}

/** What an operator may change besides. */
export interface TenantChange extends ProfileChange {
  readonly requestsPerMinute?: number;
}

export interface Owner {
  readonly id: string;
  readonly email: string;
  /** Absent while invited. */
  readonly name?: string;
  readonly status: 'active' | 'invited';
}

export interface Tenant {
  readonly profile: Profile;
  readonly status: Status;
  /** Absent while it is active. */
  readonly suspension?: { readonly since: string; readonly reason: string };
  readonly owners: readonly Owner[];
  readonly counts: { readonly members: number; readonly invited: number; readonly keys: number; readonly conversations: number };
  readonly usage: { readonly periodStart: string; readonly meters: readonly { readonly meter: string; readonly quantity: number }[] };
  readonly knowledge: { readonly documents: number; readonly completed: number; readonly failed: number; readonly chunks: number };
}

export interface Person {
  readonly id: string;
  readonly email: string;
  readonly name?: string;
  readonly role: MemberRole;
  readonly status: 'active' | 'invited';
  /** Of the invitation. */
  readonly expiresAt?: string;
}

export type Standing = Person['status'] | 'over';

/** An invitation that is over stays in the list until it is purged. */
export const standingOf = ({ status, expiresAt }: Person, now: number): Standing => (status === 'invited' && expiresAt !== undefined && Date.parse(expiresAt) <= now ? 'over' : status);

export interface Key {
  readonly id: string;
  readonly name: string;
  readonly kind: 'publishable' | 'secret';
  /** The beginning of its text, to know it again by. */
  readonly prefix: string;
  /** Its text: always of a publishable key, of a secret one only in the answer to its making. */
  readonly key?: string;
  readonly lastUsedAt?: string;
  readonly status: 'active' | 'expiring' | 'revoked';
}

/** Minutes for which a replaced key goes on working. */
export const OVERLAPS = [0, 60, 1_440, 10_080] as const;
export const USUAL_OVERLAP = 1_440;

export const isStatus = (word: string | null): word is Status => STATUSES.some((status) => status === word);
