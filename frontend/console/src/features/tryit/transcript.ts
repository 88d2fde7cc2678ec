import { LIMITS, type Said, type TestAnswer } from './contract.ts';

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

/** What was said before, as the API takes it: whole turns only, the latest of them. */
export function historyOf(turns: readonly Turn[]): readonly Said[] {
  const said = turns.flatMap(({ question, outcome }): Said[] =>
    outcome.kind === 'answered' && outcome.answer.text !== ''
      ? [{ role: 'user', text: question }, { role: 'assistant', text: outcome.answer.text.slice(0, LIMITS.text) }]
      : [],
  );
  return said.slice(-LIMITS.history);
}
