import { Refusal, Unreachable, type FieldError } from '../api/problem.ts';
import { useTexts } from '../locale/Locale.tsx';
import { DOOR } from './texts.ts';
import { waitOf, type Sending } from './useSending.ts';

/** What a page says of refusals that only it knows. */
export type OwnWords = (refusal: Refusal) => string | undefined;

/**
 * The sentence for what went wrong. It stays the same while the seconds of a wait run down: a screen reader reads an
 * alarm anew with each change.
 */
export function useAlarm({ failure, wait }: Sending, own: OwnWords = () => undefined): string | undefined {
  const text = useTexts(DOOR);
  if (failure === undefined) return undefined;
  if (failure instanceof Unreachable) return text.unreachable;
  if (!(failure instanceof Refusal)) return text.failed;
  if (failure.status === 429) return wait > 0 ? text.waiting(waitOf(failure)) : undefined;
  return own(failure) ?? (errorsOf(failure).length > 0 ? text.check : text.failed);
}

/** What the server said of a field, in the words of the page. */
export function useErrorAt({ failure }: Sending): (pointer: string) => string | undefined {
  const words: Readonly<Record<string, string>> = useTexts(DOOR).fields;
  return (pointer) => {
    const error = errorsOf(failure).find((known) => known.pointer === pointer);
    return error === undefined ? undefined : (words[error.code] ?? error.detail);
  };
}

const errorsOf = (failure: Error | undefined): readonly FieldError[] => (failure instanceof Refusal ? (failure.problem.errors ?? []) : []);
