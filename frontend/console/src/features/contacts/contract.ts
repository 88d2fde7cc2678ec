/** An end person who has written. */
export interface Contact {
  readonly id: string;
  /** The tenant's own id of them. */
  readonly externalId?: string;
  readonly name?: string;
  readonly email?: string;
  /** The tenant's server has said who they are. */
  readonly verified: boolean;
  readonly blocked: boolean;
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
}

const isSaid = (text: string | undefined): text is string => text !== undefined && text.trim() !== '';

/** By the best that is known of them; undefined when that is nothing. */
export const calledOf = ({ name, email, externalId }: Pick<Contact, 'name' | 'email' | 'externalId'>): string | undefined =>
  [name, email, externalId].find(isSaid);
