import type { Names } from '../../shared/contact/called.ts';

/** An end person who has written. */
export interface Contact extends Names {
  readonly id: string;
  /** The tenant's server has said who they are. */
  readonly verified: boolean;
  readonly blocked: boolean;
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
}
