import { LIMITS, type Question, type Said, type TestAnswer } from './contract.ts';

export interface Turn {
  readonly key: number;
  readonly question: string;
  /** Asked of the draft. */
  readonly isDraft: boolean;
  readonly outcome:
    | { readonly kind: 'asking' }
    | { readonly kind: 'answered'; readonly answer: TestAnswer }
    | { readonly kind: 'failed'; readonly failure: Error };
}

/** How a question is put. */
export interface Manner {
  readonly locale: string;
  /** Whether the draft is to answer. */
  readonly isDraft: boolean;
}

export type AskPort = (question: Question, signal: AbortSignal) => Promise<TestAnswer>;

/** Questions and what became of them. A turn's key is never given to another, so that no answer comes to the wrong one. */
export class Transcript {
  #turns: readonly Turn[] = [];
  #nextKey = 1;
  #asking = new AbortController();
  readonly #listeners = new Set<() => void>();
  readonly #port: AskPort;

  constructor(port: AskPort) {
    this.#port = port;
  }

  readonly turns = (): readonly Turn[] => this.#turns;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  ask(text: string, manner: Manner): void {
    void this.#run(this.#turns, text, manner);
  }

  /** Takes a failed turn out and asks its question anew. */
  askAgain({ key, question, isDraft }: Turn, locale: string): void {
    void this.#run(this.#turns.filter((turn) => turn.key !== key), question, { locale, isDraft });
  }

  /** Forgets all, and waits for no answer any more. */
  clear(): void {
    this.#asking.abort();
    this.#asking = new AbortController();
    this.#become([]);
  }

  async #run(before: readonly Turn[], text: string, { locale, isDraft }: Manner): Promise<void> {
    const key = this.#nextKey++;
    const { signal } = this.#asking;
    this.#become([...before, { key, question: text, isDraft, outcome: { kind: 'asking' } }]);
    try {
      const answer = await this.#port({ text, locale, history: historyOf(before), ...(isDraft ? { draft: true } : {}) }, signal);
      this.#settle(key, { kind: 'answered', answer });
    } catch (failure) {
      this.#settle(key, { kind: 'failed', failure: failure instanceof Error ? failure : new Error(String(failure)) });
    }
  }

  #settle(key: number, outcome: Turn['outcome']): void {
    this.#become(this.#turns.map((turn) => (turn.key === key ? { ...turn, outcome } : turn)));
  }

  #become(turns: readonly Turn[]): void {
    this.#turns = turns;
    for (const listener of this.#listeners) listener();
  }
}

/** What was said before, as the API takes it: whole turns only, the latest of them. */
export function historyOf(turns: readonly Turn[]): readonly Said[] {
  const said = turns.flatMap(({ question, outcome }): Said[] =>
    outcome.kind === 'answered' && outcome.answer.text !== ''
      ? [{ role: 'user', text: question }, { role: 'assistant', text: outcome.answer.text.slice(0, LIMITS.text) }]
      : [],
  );
  return said.slice(-LIMITS.history);
}
