import { anchor, safeHref } from './links';

export interface InlineOptions {
  readonly opensNewTab: string;
  /** What stands for the reference `[n]`; nothing leaves it as text. */
  readonly citation: (index: number) => Node | undefined;
}

interface Match {
  readonly nodes: readonly Node[];
  readonly end: number;
}

/** One run of text being read. */
interface Scan {
  readonly text: string;
  readonly options: InlineOptions;
  readonly depth: number;
  /** Marks that are not closed in the rest of the text: looking again at each of them would take quadratic time. */
  readonly unclosed: Set<string>;
}

/** Deeper nesting than this is an attack or a fault, and stays text. */
const MAX_DEPTH = 6;
const MAX_LABEL = 500;
const ESCAPABLE = /[\\`*_{}[\]()#+\-.!>~|"]/;
const BARE_LINK = /https?:\/\/[^\s<>"'`\\]+/iy;
const DESTINATION = /\(\s*<?((?:[^\s()<>]|\([^\s()<>]*\))+)>?(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/y;
const REFERENCE = /\[(\d{1,3}(?:\s*,\s*\d{1,3})*)\](?!\()/y;

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

/** Builds nodes from inline Markdown. Text only ever becomes text nodes; raw HTML stays visible as what it is. */
export function inline(text: string, options: InlineOptions, depth = 0): DocumentFragment {
  const into = document.createDocumentFragment();
  if (depth >= MAX_DEPTH) {
    into.append(text);
    return into;
  }
  const scan = { text, options, depth, unclosed: new Set<string>() };
  let plain = '';
  for (let at = 0; at < text.length; ) {
    const match = construct(scan, at);
    if (match === undefined) {
      plain += text.charAt(at++);
      continue;
    }
    into.append(plain, ...match.nodes);
    plain = '';
    at = match.end;
  }
  into.append(plain);
  into.normalize();
  return into;
}

function construct(scan: Scan, at: number): Match | undefined {
  switch (scan.text.charAt(at)) {
    case '\\':
      return escape(scan, at);
    case '\n':
      return { nodes: [document.createElement('br')], end: at + 1 };
    case '`':
      return code(scan, at);
    case '*':
    case '_':
      return emphasis(scan, at);
    case '!':
      return image(scan, at);
    case '[':
      return references(scan, at) ?? link(scan, at);
    case '<':
    case 'h':
    case 'H':
      return bareLink(scan, at);
    default:
      return undefined;
  }
}

const literal = (text: string, end: number): Match => ({ nodes: [new Text(text)], end });

function escape({ text }: Scan, at: number): Match | undefined {
  const char = text.charAt(at + 1);
  return ESCAPABLE.test(char) ? literal(char, at + 2) : undefined;
}

function runLength(text: string, at: number): number {
  let end = at;
  while (text[end] === text[at]) end++;
  return end - at;
}

function code({ text, unclosed }: Scan, at: number): Match {
  const from = at + runLength(text, at);
  const mark = text.slice(at, from);
  let end = unclosed.has(mark) ? -1 : text.indexOf(mark, from);
  while (end >= 0 && runLength(text, end) !== mark.length) end = text.indexOf(mark, end + runLength(text, end));
  if (end < 0) {
    unclosed.add(mark);
    return literal(mark, from);
  }
  const node = document.createElement('code');
  node.dir = 'ltr';
  node.textContent = text.slice(from, end).replace(/^ (.*\S.*) $/s, '$1');
  return { nodes: [node], end: end + mark.length };
}

const isWord = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);
const isSpace = (char: string | undefined): boolean => char === undefined || /\s/.test(char);

function emphasis({ text, options, depth, unclosed }: Scan, at: number): Match | undefined {
  const run = runLength(text, at);
  const mark = text.slice(at, at + (run === 1 ? 1 : 2));
  const from = at + mark.length;
  if (run > 3 || isSpace(text[from])) return literal(text.slice(at, at + run), at + run);
  if (unclosed.has(mark) || (mark.startsWith('_') && isWord(text[at - 1]))) return undefined;
  const end = closing(text, from, mark);
  if (end < 0) {
    unclosed.add(mark);
    return undefined;
  }
  const node = document.createElement(mark.length === 2 ? 'strong' : 'em');
  node.append(inline(text.slice(from, end), options, depth + 1));
  return { nodes: [node], end: end + mark.length };
}

/** Where the emphasis ends: after a word, and not inside a longer run of the same mark. */
function closing(text: string, from: number, mark: string): number {
  for (let end = text.indexOf(mark, from); end >= 0; ) {
    const run = runLength(text, end);
    const last = end + run - mark.length;
    const closes = last > from && !isSpace(text[end - 1]) && !(mark.length === 1 && run === 2);
    if (closes && !(mark.startsWith('_') && isWord(text[end + run]))) return last;
    end = text.indexOf(mark, end + run);
  }
  return -1;
}

function references({ text, options }: Scan, at: number): Match | undefined {
  const match = matchAt(REFERENCE, text, at);
  if (match === null) return undefined;
  const nodes = (match[1] ?? '').split(',').map((index) => options.citation(Number(index)));
  return nodes.every((node) => node !== undefined) ? { nodes, end: at + match[0].length } : undefined;
}

interface Bracketed {
  readonly label: string;
  readonly destination: string;
  readonly end: number;
}

/** `[label](destination)`, the label with balanced brackets. */
function bracketed(text: string, at: number): Bracketed | undefined {
  let open = 0;
  for (let end = at; end < text.length && end < at + MAX_LABEL; end++) {
    if (text[end] === '\\') end++;
    else if (text[end] === '[') open++;
    else if (text[end] === ']' && --open === 0) {
      const match = matchAt(DESTINATION, text, end + 1);
      if (match === null) return undefined;
      return { label: text.slice(at + 1, end), destination: match[1] ?? '', end: end + 1 + match[0].length };
    }
  }
  return undefined;
}

function link({ text, options, depth }: Scan, at: number): Match | undefined {
  const found = bracketed(text, at);
  const href = safeHref(found?.destination ?? '');
  if (found === undefined || href === undefined) return undefined;
  const node = anchor(href, options.opensNewTab);
  node.append(inline(found.label, options, depth + 1));
  // No link inside a link, and no button either.
  for (const nested of node.querySelectorAll('a, button')) nested.replaceWith(...nested.childNodes);
  return { nodes: [node], end: found.end };
}

/** An image would fetch from wherever the model says; its description is shown instead. */
function image({ text }: Scan, at: number): Match | undefined {
  const found = text[at + 1] === '[' ? bracketed(text, at + 1) : undefined;
  return found === undefined ? undefined : literal(found.label, found.end);
}

function bareLink({ text, options }: Scan, at: number): Match | undefined {
  const inAngles = text[at] === '<';
  if (!inAngles && isWord(text[at - 1])) return undefined;
  const found = matchAt(BARE_LINK, text, inAngles ? at + 1 : at)?.[0];
  if (found === undefined) return undefined;
  const address = inAngles ? found : found.replace(/[.,;:!?*_~)\]}]+$/, '');
  const end = at + address.length + (inAngles ? 2 : 0);
  const href = safeHref(address);
  if (href === undefined || (inAngles && text[end - 1] !== '>')) return undefined;
  const node = anchor(href, options.opensNewTab);
  node.textContent = address;
  return { nodes: [node], end };
}
