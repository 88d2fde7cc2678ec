import type { Settings } from './contract.ts';

export type Line = { readonly kind: 'same' | 'gone' | 'new'; readonly text: string };

/** Beyond so many pairs of lines a difference takes longer to find than to read. */
const MOST_PAIRS = 1_000_000;

/** What has to be taken out of the one text, and put in, to make the other. */
export function lineDifference(before: string, after: string): readonly Line[] {
  const were = before === '' ? [] : before.split('\n');
  const are = after === '' ? [] : after.split('\n');
  const head = common(were, are);
  const tail = common(were.slice(head).reverse(), are.slice(head).reverse());
  const gone = were.slice(head, were.length - tail);
  const come = are.slice(head, are.length - tail);
  return [...same(were.slice(0, head)), ...middle(gone, come), ...same(were.slice(were.length - tail))];
}

const same = (lines: readonly string[]): readonly Line[] => lines.map((text) => ({ kind: 'same', text }));

function common(one: readonly string[], other: readonly string[]): number {
  let length = 0;
  while (length < one.length && length < other.length && one[length] === other[length]) length++;
  return length;
}

/** By the longest common subsequence; what is gone stands before what has come in its place. */
function middle(gone: readonly string[], come: readonly string[]): readonly Line[] {
  if (gone.length * come.length > MOST_PAIRS) {
    return [...gone.map((text): Line => ({ kind: 'gone', text })), ...come.map((text): Line => ({ kind: 'new', text }))];
  }
  const lengths = commonLengths(gone, come);
  const lengthAt = (at: number, to: number): number => lengths[at]?.[to] ?? 0;
  const lines: Line[] = [];
  let at = 0;
  let to = 0;
  while (at < gone.length || to < come.length) {
    const [was, is] = [gone[at], come[to]];
    if (was !== undefined && was === is) {
      lines.push({ kind: 'same', text: was });
      at++;
      to++;
    } else if (was !== undefined && (is === undefined || lengthAt(at + 1, to) >= lengthAt(at, to + 1))) {
      lines.push({ kind: 'gone', text: was });
      at++;
    } else if (is !== undefined) {
      lines.push({ kind: 'new', text: is });
      to++;
    }
  }
  return lines;
}

/** Of what follows, for each place in the one and in the other. */
function commonLengths(one: readonly string[], other: readonly string[]): readonly Uint32Array[] {
  const lengths = Array.from({ length: one.length + 1 }, () => new Uint32Array(other.length + 1));
  for (let at = one.length - 1; at >= 0; at--) {
    for (let to = other.length - 1; to >= 0; to--) {
      const [here, next] = [lengths[at], lengths[at + 1]];
      if (here === undefined || next === undefined) continue;
      here[to] = one[at] === other[to] ? (next[to + 1] ?? 0) + 1 : Math.max(next[to] ?? 0, here[to + 1] ?? 0);
    }
  }
  return lengths;
}

export type FieldName = 'model' | 'temperature' | 'maxTokens' | 'topK' | 'messages' | 'tokens' | 'language' | 'fallback';

export interface FieldDifference {
  readonly field: FieldName;
  /** Of a sentence by language. */
  readonly language?: string;
  /** Undefined where there was nothing. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Everything but the instructions, in the order of the form. */
export function fieldDifferences(before: Settings, after: Settings): readonly FieldDifference[] {
  const [were, are] = [fieldsOf(before), fieldsOf(after)];
  const plain = (Object.keys(were) as (keyof typeof were)[]).map((field) => ({ field, before: were[field], after: are[field] }));
  const languages = [...new Set([...Object.keys(before.fallback), ...Object.keys(after.fallback)])].sort();
  const sentences = languages.map((language) => ({ field: 'fallback' as const, language, before: before.fallback[language], after: after.fallback[language] }));
  return [...plain, ...sentences].filter((found) => found.before !== found.after);
}

const fieldsOf = ({ model, temperature, maxTokens, topK, memory, language }: Settings) => ({
  model,
  temperature: String(temperature),
  maxTokens: String(maxTokens),
  topK: String(topK),
  messages: String(memory.messages),
  tokens: String(memory.tokens),
  language,
});

/** So many lines alike stay on either side of one that is not. */
const CONTEXT = 2;

/** Longer stretches of lines alike become their number. */
export function folded(lines: readonly Line[]): readonly (Line | number)[] {
  const isNear = (at: number): boolean => lines.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1).some(({ kind }) => kind !== 'same');
  const shown: (Line | number)[] = [];
  lines.forEach((line, at) => {
    const last = shown.at(-1);
    if (isNear(at)) shown.push(line);
    else if (typeof last === 'number') shown[shown.length - 1] = last + 1;
    else shown.push(1);
  });
  return shown;
}
