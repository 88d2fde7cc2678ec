import { describe, expect, it } from 'vitest';
import type { Settings } from '../src/features/assistant/contract.ts';
import { fieldDifferences, folded, lineDifference } from '../src/features/assistant/difference.ts';
import { isChanged, toDraft, toSettings } from '../src/features/assistant/settingsDraft.ts';
import { STARTERS, starterOf, TONES, TRADES } from '../src/features/assistant/starters.ts';
import { lookedAt } from '../src/features/assistant/versionPath.ts';

const SETTINGS: Settings = {
  temperature: 0.7, maxTokens: 2_048, topK: 5, instructions: 'Be kind.', memory: { messages: 12, tokens: 1_000 }, language: 'auto', tools: false, fallback: { en: 'Ring us.' },
};

describe('the difference of two texts', () => {
  const shown = (before: string, after: string): string =>
    lineDifference(before, after).map(({ kind, text }) => ({ same: ' ', gone: '-', new: '+' })[kind] + text).join('|');

  it('is by lines, what is gone before what has come in its place', () => {
    expect(shown('a\nb\nc', 'a\nx\nc')).toBe(' a|-b|+x| c');
    expect(shown('a\nb\nc\nd', 'b\nd\ne')).toBe('-a| b|-c| d|+e');
    expect(shown('a\na', 'a\na\na')).toBe(' a| a|+a');
  });

  it('is nothing of equal ones, and all where one is empty', () => {
    expect(shown('a\nb', 'a\nb')).toBe(' a| b');
    expect(shown('', 'a\n\nb')).toBe('+a|+|+b');
    expect(shown('a', '')).toBe('-a');
    expect(shown('', '')).toBe('');
  });

  it('is found quickly for the longest texts, too', () => {
    const lines = (from: number): string => Array.from({ length: 6_000 }, (_, at) => String(from + at)).join('\n');
    const found = lineDifference(lines(0), lines(100_000));
    expect(found.filter(({ kind }) => kind === 'gone')).toHaveLength(6_000);
    expect(found).toHaveLength(12_000);
  });

  it('leaves out long stretches that are alike', () => {
    const same = Array.from({ length: 10 }, (_, at) => `line ${at}`).join('\n');
    expect(folded(lineDifference(same, `${same}\nnew`)).map((line) => (typeof line === 'number' ? line : line.text))).toEqual([8, 'line 8', 'line 9', 'new']);
    expect(folded(lineDifference('a', 'a'))).toEqual([1]);
  });
});

describe('the difference of settings', () => {
  it('names every field that is another, sentences by their language', () => {
    const other: Settings = { ...SETTINGS, model: 'gpt-large', memory: { messages: 0, tokens: 1_000 }, language: 'he', fallback: { he: 'צלצלו.' } };
    expect(fieldDifferences(SETTINGS, other)).toEqual([
      { field: 'model', before: undefined, after: 'gpt-large' },
      { field: 'messages', before: '12', after: '0' },
      { field: 'language', before: 'auto', after: 'he' },
      { field: 'fallback', language: 'en', before: 'Ring us.', after: undefined },
      { field: 'fallback', language: 'he', before: undefined, after: 'צלצלו.' },
    ]);
    expect(fieldDifferences(SETTINGS, SETTINGS)).toEqual([]);
  });
});

describe('a draft of settings', () => {
  it('comes back as it was, and what the form does not show stays', () => {
    expect(toSettings(toDraft(SETTINGS), SETTINGS, ['en', 'he'])).toEqual(SETTINGS);
    expect(isChanged(toDraft(SETTINGS), SETTINGS)).toBe(false);
  });

  it('has no empty sentences, none of a language that is gone, and no empty model', () => {
    const draft = { ...toDraft(SETTINGS), model: ' ', instructions: ' Be kind. ', fallback: { en: ' ', fr: 'Non.', he: ' כן ' } };
    expect(toSettings(draft, SETTINGS, ['en', 'he'])).toEqual({ ...SETTINGS, fallback: { he: 'כן' } });
  });

  it('is changed by a field or a sentence, and not by an empty one', () => {
    const draft = toDraft(SETTINGS);
    expect(isChanged({ ...draft, topK: '6' }, SETTINGS)).toBe(true);
    expect(isChanged({ ...draft, fallback: { ...draft.fallback, he: '' } }, SETTINGS)).toBe(false);
    expect(isChanged({ ...draft, fallback: { en: 'Write.' } }, SETTINGS)).toBe(true);
  });
});

describe('starters', () => {
  it('are there for every trade and tone in both languages, each another', () => {
    const all = (['en', 'he'] as const).flatMap((language) => TRADES.flatMap((trade) => TONES.map((tone) => starterOf(language, trade, tone))));
    expect(new Set(all).size).toBe(2 * TRADES.length * TONES.length);
    expect(Math.max(...all.map(({ length }) => length))).toBeLessThan(1_000);
    expect(Object.keys(STARTERS.he.trades)).toEqual([...TRADES]);
  });
});

describe('what an address looks at', () => {
  it('is a version or the draft, or nothing', () => {
    expect(['3', 'draft', '0', '-1', '1.5', 'x', '12345678901'].map(lookedAt)).toEqual([{ kind: 'version', number: 3 }, { kind: 'draft' }, undefined, undefined, undefined, undefined, undefined]);
    expect(lookedAt(null)).toBeUndefined();
  });
});
