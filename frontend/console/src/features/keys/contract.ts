import type { Role } from '../../shared/session/session.ts';

export const KINDS = ['publishable', 'secret'] as const;
export type Kind = (typeof KINDS)[number];

export const SCOPES = [
  'knowledge:read', 'knowledge:write', 'conversations:read', 'conversations:write', 'assistant:read', 'assistant:write',
  'tools:read', 'tools:write', 'channels:read', 'channels:write', 'usage:read', 'tenant:read',
] as const;
export type Scope = (typeof SCOPES)[number];

export interface Key {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
  /** The beginning of its text, to know it again by. */
  readonly prefix: string;
  /** Its text: always of a publishable key, of a secret one only in the answer to its making. */
  readonly key?: string;
  /** Of a secret key. */
  readonly scopes?: readonly string[];
  /** Of a publishable key. */
  readonly allowedOrigins?: readonly string[];
  readonly createdAt: string;
  readonly lastUsedAt?: string;
  readonly expiresAt?: string;
  readonly status: 'active' | 'expiring' | 'revoked';
}

export interface NewKey {
  readonly name: string;
  readonly kind: Kind;
  readonly scopes?: readonly Scope[];
  readonly allowedOrigins?: readonly string[];
}

/** With which a tenant's own server says who a visitor is. */
export interface ContactSecret {
  readonly createdAt: string;
  /** Until when the former one works, too. */
  readonly previousUntil?: string;
  /** Only in the answer to its making. */
  readonly secret?: string;
}

/** Minutes for which a rotated key goes on working. */
export const OVERLAPS = [0, 60, 1_440, 10_080] as const;
export const USUAL_OVERLAP = 1_440;

export const isScope = (word: string): word is Scope => SCOPES.some((scope) => scope === word);

/** Nobody gives a key more than they may do themselves. */
export const mayGrant = (role: Role, scope: Scope): boolean => role === 'owner' || scope !== 'usage:read';
