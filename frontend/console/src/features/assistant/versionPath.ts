/** The parameter of the address that says what is looked at: a version by its number, or the draft. */
export const VERSION = 'version';
export const DRAFT = 'draft';

export type Looked = { readonly kind: 'draft' } | { readonly kind: 'version'; readonly number: number };

/** Undefined for what names nothing. */
export function lookedAt(text: string | null): Looked | undefined {
  if (text === DRAFT) return { kind: 'draft' };
  return text !== null && /^[1-9]\d{0,8}$/.test(text) ? { kind: 'version', number: Number(text) } : undefined;
}
