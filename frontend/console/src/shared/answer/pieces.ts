export type Piece = { readonly kind: 'words'; readonly text: string } | { readonly kind: 'mark'; readonly index: number };

/** An answer's words and the marks of its citations. Brackets that cite nothing stay words. */
export function piecesOf(text: string, cited: ReadonlySet<number>): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const mark of text.matchAll(/\[(\d{1,3})\]/g)) {
    const index = Number(mark[1]);
    if (!cited.has(index)) continue;
    if (mark.index > from) pieces.push({ kind: 'words', text: text.slice(from, mark.index) });
    pieces.push({ kind: 'mark', index });
    from = mark.index + mark[0].length;
  }
  if (from < text.length) pieces.push({ kind: 'words', text: text.slice(from) });
  return pieces;
}
