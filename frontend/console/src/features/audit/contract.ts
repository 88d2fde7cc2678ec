export const OUTCOMES = ['allowed', 'denied', 'failed'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export type ActorKind = 'member' | 'backend' | 'operator' | 'anonymous';

/** Whatever JSON holds. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** One changing operation and what became of it. */
export interface AuditEntry {
  readonly id: string;
  /** Absent where the entry is the platform's own. */
  readonly tenantId?: string;
  readonly occurredAt: string;
  readonly actor: { readonly kind: ActorKind; readonly id?: string; readonly name?: string };
  /** Method and pattern of the path. */
  readonly operation: string;
  readonly target?: { readonly kind: string; readonly id: string };
  readonly outcome: Outcome;
  /** The slug of what was answered. */
  readonly problem?: string;
  readonly before?: Json;
  readonly after?: Json;
  readonly network: string;
  readonly requestId: string;
}

export interface Verification {
  readonly intact: boolean;
  readonly sealed: number;
  readonly unsealed: number;
  /** The id of the first entry at which the log does not hold. */
  readonly brokenAt?: string;
}
