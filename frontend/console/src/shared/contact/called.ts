/** What a contact may be known by. */
export interface Names {
  readonly name?: string;
  readonly email?: string;
  /** The tenant's own id of them. */
  readonly externalId?: string;
}

const isSaid = (text: string | undefined): text is string => text !== undefined && text.trim() !== '';

/** By the best that is known of them; undefined when that is nothing. */
export const calledOf = ({ name, email, externalId }: Names): string | undefined => [name, email, externalId].find(isSaid);
