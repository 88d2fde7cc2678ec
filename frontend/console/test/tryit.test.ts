import { describe, expect, it } from 'vitest';
import type { TestAnswer } from '../src/features/tryit/contract.ts';
import { historyOf, Transcript, type Turn } from '../src/features/tryit/transcript.ts';
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

describe('a transcript', () => {
  const settled = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, 0); });

  /** Answers when the test says so, whoever has given up waiting. */
  function started() {
    const waiting = new Map<string, { answer: () => void; fail: (failure: Error) => void; signal: AbortSignal; history: number }>();
    const transcript = new Transcript(({ text, history }, signal) => new Promise((resolve, reject) => {
      waiting.set(text, { answer: () => { resolve({ text: `to ${text}` } as TestAnswer); }, fail: reject, signal, history: history.length });
    }));
    const shown = () => transcript.turns().map(({ question, outcome }) => `${question}: ${outcome.kind === 'answered' ? outcome.answer.text : outcome.kind}`);
    return { waiting, transcript, shown, ask: (text: string) => { transcript.ask(text, { locale: 'en', isDraft: false }); } };
  }

  it('that was begun anew takes no answer to what was asked before, and waits for none', async () => {
    const { waiting, transcript, shown, ask } = started();
    ask('a');
    transcript.clear();
    ask('b');
    expect(waiting.get('a')?.signal.aborted).toBe(true);
    expect(waiting.get('b')?.signal.aborted).toBe(false);
    waiting.get('a')?.answer();
    await settled();
    expect(shown()).toEqual(['b: asking']);
    waiting.get('b')?.answer();
    await settled();
    expect(shown()).toEqual(['b: to b']);
  });

  it('asks a failed question again, in place of it and with what was said before', async () => {
    const { waiting, transcript, shown, ask } = started();
    ask('a');
    waiting.get('a')?.answer();
    await settled();
    ask('b');
    waiting.get('b')?.fail(new Error('no'));
    await settled();
    const [, failed] = transcript.turns();
    if (failed !== undefined) transcript.askAgain(failed, 'en');
    expect(shown()).toEqual(['a: to a', 'b: asking']);
    expect(waiting.get('b')?.history).toBe(2);
    waiting.get('b')?.answer();
    await settled();
    expect(shown()).toEqual(['a: to a', 'b: to b']);
    expect(new Set(transcript.turns().map(({ key }) => key)).size).toBe(2);
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
