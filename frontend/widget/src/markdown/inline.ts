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

/** Deeper nesting than this is an attack or a fault, and stays text. */
const MAX_DEPTH = 6;
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
  let plain = '';
  const flush = (): void => {
    if (plain !== '') into.append(plain);
    plain = '';
  };
  for (let at = 0; at < text.length; ) {
    const match = depth < MAX_DEPTH ? construct(text, at, options, depth) : undefined;
    if (match === undefined) {
      plain += text.charAt(at++);
      continue;
    }
    flush();
    into.append(...match.nodes);
    at = match.end;
  }
  flush();
  return into;
}

function construct(text: string, at: number, options: InlineOptions, depth: number): Match | undefined {
  switch (text.charAt(at)) {
    case '\\':
      return escape(text, at);
    case '\n':
      return { nodes: [document.createElement('br')], end: at + 1 };
    case '`':
      return code(text, at);
    case '*':
    case '_':
      return emphasis(text, at, options, depth);
    case '!':
      return image(text, at);
    case '[':
      return references(text, at, options) ?? link(text, at, options, depth);
    case '<':
    case 'h':
    case 'H':
      return bareLink(text, at, options);
    default:
      return undefined;
  }
}

function escape(text: string, at: number): Match | undefined {
  const char = text.charAt(at + 1);
  return ESCAPABLE.test(char) ? { nodes: [new Text(char)], end: at + 2 } : undefined;
}

function runLength(text: string, at: number): number {
  let end = at;
  while (text[end] === text[at]) end++;
  return end - at;
}

function code(text: string, at: number): Match {
  const length = runLength(text, at);
  for (let end = text.indexOf('`', at + length); end >= 0; ) {
    const closing = runLength(text, end);
    if (closing === length) {
      const node = document.createElement('code');
      node.dir = 'ltr';
      node.textContent = text.slice(at + length, end).replace(/^ (.*\S.*) $/s, '$1');
      return { nodes: [node], end: end + length };
    }
    end = text.indexOf('`', end + closing);
  }
  return { nodes: [new Text(text.slice(at, at + length))], end: at + length };
}

const isWord = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);
const isSpace = (char: string | undefined): boolean => char === undefined || /\s/.test(char);

function emphasis(text: string, at: number, options: InlineOptions, depth: number): Match | undefined {
  const mark = text.charAt(at);
  const run = runLength(text, at);
  const length = run === 2 || run === 3 ? 2 : 1;
  if (run > 3 || isSpace(text[at + length])) return { nodes: [new Text(text.slice(at, at + run))], end: at + run };
  if (mark === '_' && isWord(text[at - 1])) return undefined;
  const end = closing(text, at + length, mark.repeat(length));
  if (end < 0) return undefined;
  const node = document.createElement(length === 2 ? 'strong' : 'em');
  node.append(inline(text.slice(at + length, end), options, depth + 1));
  return { nodes: [node], end: end + length };
}

/** Where the emphasis ends: after a word, and not inside a longer run of the same mark. */
function closing(text: string, from: number, mark: string): number {
  for (let end = text.indexOf(mark, from); end >= 0; ) {
    const run = runLength(text, end);
    const inside = mark.length === 1 ? run === 2 : false;
    const last = end + run - mark.length;
    if (!inside && last > from && !isSpace(text[end - 1]) && !(mark.startsWith('_') && isWord(text[end + run]))) return last;
    end = text.indexOf(mark, end + run);
  }
  return -1;
}

function references(text: string, at: number, { citation }: InlineOptions): Match | undefined {
  const match = matchAt(REFERENCE, text, at);
  if (match === null) return undefined;
  const nodes = (match[1] ?? '').split(',').map((index) => citation(Number(index)));
  return nodes.every((node) => node !== undefined) ? { nodes, end: at + match[0].length } : undefined;
}

/** The position of the bracket that closes the one at the given position. */
function closingBracket(text: string, at: number): number {
  let open = 0;
  for (let end = at; end < text.length; end++) {
    if (text[end] === '\\') end++;
    else if (text[end] === '[') open++;
    else if (text[end] === ']' && --open === 0) return end;
  }
  return -1;
}

function link(text: string, at: number, options: InlineOptions, depth: number): Match | undefined {
  const end = closingBracket(text, at);
  const destination = end < 0 ? null : matchAt(DESTINATION, text, end + 1);
  const href = safeHref(destination?.[1] ?? '');
  if (destination === null || href === undefined) return undefined;
  const node = anchor(href, options.opensNewTab);
  // No link inside a link: the label knows neither bare addresses nor references.
  node.append(inline(text.slice(at + 1, end), options, MAX_DEPTH - 1 > depth ? depth + 1 : MAX_DEPTH));
  for (const nested of node.querySelectorAll('a, button')) nested.replaceWith(...nested.childNodes);
  return { nodes: [node], end: end + 1 + destination[0].length };
}

/** An image would fetch from wherever the model says; its description is shown instead. */
function image(text: string, at: number): Match | undefined {
  if (text[at + 1] !== '[') return undefined;
  const end = closingBracket(text, at + 1);
  const destination = end < 0 ? null : matchAt(DESTINATION, text, end + 1);
  if (destination === null) return undefined;
  return { nodes: [new Text(text.slice(at + 2, end))], end: end + 1 + destination[0].length };
}

function bareLink(text: string, at: number, options: InlineOptions): Match | undefined {
  const bracketed = text[at] === '<';
  if (!bracketed && isWord(text[at - 1])) return undefined;
  const found = matchAt(BARE_LINK, text, at + (bracketed ? 1 : 0))?.[0];
  if (found === undefined) return undefined;
  const address = bracketed ? found : found.replace(/[.,;:!?*_~)\]}]+$/, '');
  const after = at + address.length + (bracketed ? 2 : 0);
  const href = safeHref(address);
  if (href === undefined || (bracketed && text[after - 1] !== '>')) return undefined;
  const node = anchor(href, options.opensNewTab);
  node.textContent = address;
  return { nodes: [node], end: after };
}
