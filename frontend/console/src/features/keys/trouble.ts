import type { Refusal } from '../../shared/api/problem.ts';
import { useSentence, type OwnWords } from '../../shared/door/trouble.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { KEYS } from './texts.ts';

/** A refusal in the words of this room. */
export function useKeyWords(): OwnWords {
  const { problems } = useTexts(KEYS);
  return ({ status }: Refusal) => {
    if (status === 409) return problems.conflict;
    if (status === 403) return problems.forbidden;
    return status === 404 ? problems.gone : undefined;
  };
}

export function useKeyReason(): (failure: Error) => string {
  const sentence = useSentence();
  const words = useKeyWords();
  return (failure) => sentence(failure, words);
}
