import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocale } from '../../shared/locale/Locale.tsx';
import { useClient } from '../../shared/session/SessionContext.tsx';
import type { Question, TestAnswer } from './contract.ts';
import { historyOf, type Turn } from './transcript.ts';

interface Asked {
  readonly key: number;
  readonly question: Question;
}

export interface Transcript {
  readonly turns: readonly Turn[];
  readonly isAsking: boolean;
  /** @param isDraft whether the draft is to answer */
  readonly ask: (text: string, isDraft: boolean) => void;
  /** Takes a failed turn out and asks its question anew. */
  readonly askAgain: (turn: Turn) => void;
  readonly clear: () => void;
}

export function useTranscript(): Transcript {
  const client = useClient();
  const { language } = useLocale();
  const [turns, setTurns] = useState<readonly Turn[]>([]);
  const settle = (key: number, outcome: Turn['outcome']): void => {
    setTurns((before) => before.map((turn) => (turn.key === key ? { ...turn, outcome } : turn)));
  };
  const { mutate, isPending, reset } = useMutation({
    mutationFn: ({ question }: Asked) => client.json<TestAnswer>('/v1/assistant/test', { method: 'POST', json: question }),
    onSuccess: (answer, { key }) => { settle(key, { kind: 'answered', answer }); },
    onError: (failure, { key }) => { settle(key, { kind: 'failed', failure }); },
  });

  function begin(before: readonly Turn[], text: string, isDraft: boolean): void {
    const key = (turns.at(-1)?.key ?? 0) + 1;
    setTurns([...before, { key, question: text, isDraft, outcome: { kind: 'asking' } }]);
    mutate({ key, question: { text, locale: language, history: historyOf(before), ...(isDraft ? { draft: true } : {}) } });
  }

  return {
    turns,
    isAsking: isPending,
    ask: (text, isDraft) => { begin(turns, text, isDraft); },
    askAgain: (failed) => { begin(turns.filter((turn) => turn !== failed), failed.question, failed.isDraft); },
    clear() {
      setTurns([]);
      reset();
    },
  };
}
