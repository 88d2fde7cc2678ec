import { newUuid } from '@csai/widget/src/conversation/uuid.ts';
import { isPassing, Refusal } from './problem.ts';

/**
 * The idempotency keys of requests that create and whose answer nobody has heard. Whoever asks for the same again after
 * that sends the same key, and what may have been created already is not created twice.
 */
export class Unanswered {
  readonly #keys = new Map<string, string>();

  async under<T>(path: string, wish: unknown, send: (key: string) => Promise<T>): Promise<T> {
    const request = JSON.stringify([path, wish ?? null]);
    const key = this.#keys.get(request) ?? newUuid();
    this.#keys.set(request, key);
    try {
      const answer = await send(key);
      this.#keys.delete(request);
      return answer;
    } catch (failure) {
      if (isDecided(failure)) this.#keys.delete(request);
      throw failure;
    }
  }
}

/** After anything but a refusal, or when the first is still being worked on, it may have been created. */
const isDecided = (failure: unknown): boolean => failure instanceof Refusal && !isPassing(failure) && failure.slug !== 'in-flight';
