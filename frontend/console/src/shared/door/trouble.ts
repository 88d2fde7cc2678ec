import { Refusal, SUSPENDED, Unreachable, WRITTEN_IN, type FieldError } from '../api/problem.ts';
import { SUSPENDED_NOW } from '../api/suspended.ts';
import { useLocale, useTexts } from '../locale/Locale.tsx';
import { DOOR } from './texts.ts';
import { waitOf, type Sending } from './useSending.ts';

/** What a page says of refusals that only it knows. */
export type OwnWords = (refusal: Refusal) => string | undefined;

/** The sentence for what went wrong. */
export function useSentence(): (failure: Error, own?: OwnWords) => string {
  const text = useTexts(DOOR);
  const suspended = useTexts(SUSPENDED_NOW);
  return (failure, own = () => undefined) => {
    if (failure instanceof Unreachable) return text.unreachable;
    if (!(failure instanceof Refusal)) return text.failed;
    if (failure.status === 429) return text.waiting(waitOf(failure));
    if (failure.slug === SUSPENDED) return suspended;
    return own(failure) ?? (errorsOf(failure).length > 0 ? text.check : text.failed);
  };
}

/**
 * The same for a form, as long as it holds. It stays the same while the seconds of a wait run down: a screen reader reads an
 * alarm anew with each change.
 */
export function useAlarm({ failure, wait }: Sending, own?: OwnWords): string | undefined {
  const sentence = useSentence();
  if (failure === undefined) return undefined;
  const isOver = failure instanceof Refusal && failure.status === 429 && wait === 0;
  return isOver ? undefined : sentence(failure, own);
}

/** What the server said of a field, in the words of the page. */
export function useErrorAt({ failure }: Sending): (pointer: string, own?: Readonly<Record<string, string>>) => string | undefined {
  const text = useTexts(DOOR);
  const words: Readonly<Record<string, string>> = text.fields;
  const { language } = useLocale();
  return (pointer, own = {}) => {
    const error = errorsOf(failure).find((known) => known.pointer === pointer);
    if (error === undefined) return undefined;
    return own[error.code] ?? words[error.code] ?? (language === WRITTEN_IN ? error.detail : text.otherwise);
  };
}

/** The same of a list that is written line by line: what is wrong with one names its line. */
export function useErrorIn(sending: Sending): (pointer: string, own?: Readonly<Record<string, string>>) => string | undefined {
  const errorAt = useErrorAt(sending);
  const { nth } = useTexts(DOOR);
  return (pointer, own) => {
    const within = errorsOf(sending.failure).find((known) => known.pointer.startsWith(`${pointer}/`))?.pointer;
    const error = within === undefined ? undefined : errorAt(within, own);
    return error === undefined ? errorAt(pointer, own) : nth(Number(within?.slice(pointer.length + 1)) + 1, error);
  };
}

const errorsOf = (failure: Error | undefined): readonly FieldError[] => (failure instanceof Refusal ? (failure.problem.errors ?? []) : []);
