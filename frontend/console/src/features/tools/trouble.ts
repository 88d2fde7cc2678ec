import { isStale, Refusal, WRITTEN_IN, type FieldError } from '../../shared/api/problem.ts';
import { useErrorAt, useSentence, type OwnWords } from '../../shared/door/trouble.ts';
import type { Sending } from '../../shared/door/useSending.ts';
import { isolated } from '../../shared/locale/formats.ts';
import { useLocale, useTexts } from '../../shared/locale/Locale.tsx';
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

/** What is wrong with the parameters, and where in them. The server says more of a schema than the words of a page do. */
export function useParametersError(sending: Sending): string | undefined {
  const text = useTexts(TOOLS);
  const { language } = useLocale();
  const errorAt = useErrorAt(sending);
  const { failure } = sending;
  if (failure instanceof NotJson) return text.notJson;
  const errors: readonly FieldError[] = failure instanceof Refusal ? (failure.problem.errors ?? []) : [];
  const error = errors.find(({ pointer }) => pointer.startsWith('/parameters'));
  if (error === undefined) return undefined;
  const where = error.pointer.slice('/parameters'.length);
  const what = language === WRITTEN_IN ? error.detail : (errorAt(error.pointer) ?? '');
  return where === '' ? what : text.wrongAt(isolated(where), what);
}
