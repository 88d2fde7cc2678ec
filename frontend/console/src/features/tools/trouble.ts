import { isStale, Refusal, type FieldError } from '../../shared/api/problem.ts';
import { useSentence, type OwnWords } from '../../shared/door/trouble.ts';
import type { Sending } from '../../shared/door/useSending.ts';
import { isolated } from '../../shared/locale/formats.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { NotJson } from './definition.ts';
import { TOOLS } from './texts.ts';

/** A refusal in the words of this room; only the action knows what a conflict is about. */
export function useToolWords(conflict: 'taken' | 'notNow'): OwnWords {
  const text = useTexts(TOOLS);
  return (refusal: Refusal) => {
    const { status } = refusal;
    if (isStale(refusal)) return text.notNow;
    if (status === 409) return text[conflict];
    return status === 404 ? text.gone : undefined;
  };
}

export function useToolReason(): (failure: Error) => string {
  const sentence = useSentence();
  const words = useToolWords('notNow');
  return (failure) => sentence(failure, words);
}

/** What is wrong with the parameters, and where in them. */
export function useParametersError({ failure }: Sending): string | undefined {
  const text = useTexts(TOOLS);
  if (failure instanceof NotJson) return text.notJson;
  const errors: readonly FieldError[] = failure instanceof Refusal ? (failure.problem.errors ?? []) : [];
  const error = errors.find(({ pointer }) => pointer.startsWith('/parameters'));
  if (error === undefined) return undefined;
  const where = error.pointer.slice('/parameters'.length);
  return where === '' ? error.detail : text.wrongAt(isolated(where), error.detail);
}
