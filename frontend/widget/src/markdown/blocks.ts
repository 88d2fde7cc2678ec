/** The block structure of the Markdown that models write. What is not recognised stays a paragraph, word for word. */
export type Block =
  | { readonly kind: 'paragraph'; readonly source: string; readonly text: string }
  | { readonly kind: 'heading'; readonly source: string; readonly text: string }
  | { readonly kind: 'code'; readonly source: string; readonly text: string }
  | { readonly kind: 'quote'; readonly source: string; readonly text: string }
  | { readonly kind: 'list'; readonly source: string; readonly start: number | undefined; readonly items: readonly string[] };

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*$/;
const QUOTE = /^ {0,3}> ?/;
const ITEM = /^( *)(?:[-*+•]|(\d{1,9})[.)])[ \t]+(?=\S)/;

interface Cut {
  readonly block: Block;
  readonly next: number;
}

export function splitBlocks(text: string): readonly Block[] {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    if (lines[at]?.trim() === '') {
      at++;
      continue;
    }
    const { block, next } = fence(lines, at) ?? heading(lines, at) ?? quote(lines, at) ?? list(lines, at) ?? paragraph(lines, at);
    blocks.push(block);
    at = next;
  }
  return blocks;
}

const between = (lines: readonly string[], from: number, to: number): string => lines.slice(from, to).join('\n');

/** An unclosed fence runs to the end, which is what it looks like while it is still being written. */
function fence(lines: readonly string[], at: number): Cut | undefined {
  const mark = FENCE.exec(lines[at] ?? '')?.[1];
  if (mark === undefined) return undefined;
  let end = at + 1;
  while (end < lines.length && !isClosing(lines[end] ?? '', mark)) end++;
  const next = Math.min(end + 1, lines.length);
  return { block: { kind: 'code', source: between(lines, at, next), text: between(lines, at + 1, end) }, next };
}

function isClosing(line: string, mark: string): boolean {
  const closing = line.trim();
  return closing.length >= mark.length && closing === (mark[0] ?? '').repeat(closing.length);
}

function heading(lines: readonly string[], at: number): Cut | undefined {
  const source = lines[at] ?? '';
  const text = HEADING.exec(source)?.[1];
  return text === undefined ? undefined : { block: { kind: 'heading', source, text }, next: at + 1 };
}

function quote(lines: readonly string[], at: number): Cut | undefined {
  let next = at;
  while (next < lines.length && QUOTE.test(lines[next] ?? '')) next++;
  if (next === at) return undefined;
  const source = between(lines, at, next);
  const text = lines.slice(at, next).map((line) => line.replace(QUOTE, '')).join('\n');
  return { block: { kind: 'quote', source, text }, next };
}

/** Items of one marker kind; deeper lines belong to the item above and are looked at again when it is built. */
function list(lines: readonly string[], at: number): Cut | undefined {
  const first = ITEM.exec(lines[at] ?? '');
  if (first === null) return undefined;
  const indent = depthOf(first);
  const items: string[][] = [];
  let next = at;
  for (; next < lines.length; next++) {
    const line = lines[next] ?? '';
    const item = ITEM.exec(line);
    if (item !== null && depthOf(item) <= indent + 1) {
      if ((item[2] === undefined) !== (first[2] === undefined)) break;
      items.push([line.slice(item[0].length)]);
    } else if (line.startsWith('  ') || continues(lines, next, indent)) {
      items.at(-1)?.push(line.slice(indent).replace(/^ {1,3}/, ''));
    } else break;
  }
  const start = first[2] === undefined ? undefined : Number(first[2]);
  const texts = items.map((item) => item.join('\n'));
  return { block: { kind: 'list', source: between(lines, at, next), start, items: texts }, next };
}

const depthOf = (item: RegExpExecArray): number => item[1]?.length ?? 0;

/** Whether a blank line is inside the list rather than after it. */
function continues(lines: readonly string[], at: number, indent: number): boolean {
  const after = lines[at + 1] ?? '';
  return lines[at]?.trim() === '' && (ITEM.test(after) || /\S/.exec(after)?.index === indent + 2);
}

function paragraph(lines: readonly string[], at: number): Cut {
  let next = at + 1;
  while (next < lines.length && !startsBlock(lines[next] ?? '')) next++;
  const source = between(lines, at, next);
  return { block: { kind: 'paragraph', source, text: source.trim() }, next };
}

function startsBlock(line: string): boolean {
  return line.trim() === '' || [FENCE, HEADING, QUOTE, ITEM].some((pattern) => pattern.test(line));
}
