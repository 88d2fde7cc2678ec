export interface Piece {
  readonly text: string;
  /** Where it leads, if it may be followed. */
  readonly href?: string;
}

const ADDRESSES = /https?:\/\/[^\s<>"]+/gi;
/** Ends the sentence, not the address. */
const TAIL = /[.,;:!?)\]}'“”’»]+$/;

/**
 * A plain text in pieces. Only what leads back to this origin may be followed: whatever else a mail names is for the
 * eyes of whoever it was written to.
 */
export function pieces(text: string, origin: string): readonly Piece[] {
  const found: Piece[] = [];
  let end = 0;
  for (const { 0: match, index } of text.matchAll(ADDRESSES)) {
    const address = match.replace(TAIL, '');
    const href = followable(address, origin);
    if (href === undefined) continue;
    found.push({ text: text.slice(end, index) }, { text: address, href });
    end = index + address.length;
  }
  found.push({ text: text.slice(end) });
  return found.filter((piece) => piece.text !== '');
}

function followable(address: string, origin: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const isPlain = url.username === '' && url.password === '';
  return url.origin === origin && isPlain ? url.href : undefined;
}
