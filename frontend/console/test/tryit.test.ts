import { describe, expect, it } from 'vitest';
import type { TestAnswer } from '../src/features/tryit/contract.ts';
import { historyOf, type Turn } from '../src/features/tryit/transcript.ts';
import { piecesOf } from '../src/shared/answer/pieces.ts';

const turn = (key: number, outcome?: Turn['outcome']): Turn => ({
  key,
  question: `q${key}`,
  isDraft: false,
  outcome: outcome ?? { kind: 'answered', answer: { text: `a${key}` } as TestAnswer },
});

describe('the history of a question', () => {
  it('holds whole turns in order, without those that failed', () => {
    const history = historyOf([turn(1), turn(2, { kind: 'failed', failure: new Error('no') }), turn(3)]);
    expect(history.map(({ role, text }) => `${role} ${text}`)).toEqual(['user q1', 'assistant a1', 'user q3', 'assistant a3']);
  });

  it('holds no more than the API takes, the latest of them', () => {
    const history = historyOf(Array.from({ length: 15 }, (_, at) => turn(at)));
    expect(history).toHaveLength(20);
    expect(history[0]).toEqual({ role: 'user', text: 'q5' });
  });
});

describe('the marks in an answer', () => {
  const shown = (text: string): string => piecesOf(text, new Set([1, 2])).map((piece) => (piece.kind === 'mark' ? `<${piece.index}>` : piece.text)).join('|');

  it.each([
    ['Open [1]. Closed [2][1]', 'Open |<1>|. Closed |<2>|<1>'],
    ['See [our] page [3] or [0]', 'See [our] page [3] or [0]'],
    ['[1]', '<1>'],
    ['', ''],
  ])('of "%s" are %s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});
