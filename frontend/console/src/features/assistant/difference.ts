import { diffArrays } from 'diff';
import type { Settings } from './contract.ts';

export type Line = { readonly kind: 'same' | 'gone' | 'new'; readonly text: string };

/** Of texts that differ in more lines than these nobody reads the difference, and it takes long to find. */
const MOST_EDITS = 1_000;

/** What has to be taken out of the one text, and put in, to make the other. */
export function lineDifference(before: string, after: string): readonly Line[] {
  const [were, are] = [linesOf(before), linesOf(after)];
  const parts = diffArrays(were, are, { maxEditLength: MOST_EDITS }) ?? [{ removed: true, added: false, value: were }, { removed: false, added: true, value: are }];
  return parts.flatMap(({ removed, added, value }) => value.map((text): Line => ({ kind: removed ? 'gone' : added ? 'new' : 'same', text })));
}

const linesOf = (text: string): string[] => (text === '' ? [] : text.split('\n'));

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
