import type { Tokens } from '../session/session.ts';
import { Refusal, refusalOf, SUSPENDED, Unreachable } from './problem.ts';
import { Unanswered } from './unanswered.ts';

export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor?: string | null;
}

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
  /** Goes on when the page is left. */
  readonly keepalive?: boolean;
}

/** The tenant's and the operator's API as whoever is signed in, or acts for a tenant. */
export class Client {
  readonly #tokens: Tokens;
  readonly #fetch: typeof fetch;
  readonly #unanswered = new Unanswered();

  constructor(tokens: Tokens, fetcher: typeof fetch = (input, init) => fetch(input, init)) {
    this.#tokens = tokens;
    this.#fetch = fetcher;
  }

  /** @throws Refusal, Unreachable, or AbortError when the signal says so */
  async json<T>(path: string, call: Call = {}): Promise<T> {
    const response = await this.send(path, call);
    return (await response.json()) as T;
  }

  /**
   * Creates something. Asked for again after the answer was lost, it is not created a second time.
   * @throws Refusal, Unreachable
   */
  async create<T>(path: string, json?: unknown): Promise<T> {
    return this.#unanswered.under(path, json, (key) => this.json<T>(path, { method: 'POST', json, headers: { 'Idempotency-Key': key } }));
  }

  /** Asks again with a new token when the old one has expired. */
  async send(path: string, call: Call = {}): Promise<Response> {
    const response = await this.withToken((token) => this.#attempt(path, call, token), ({ status }) => status);
    if (response.ok) return response;
    const refused = await refusalOf(response);
    if (refused.slug === SUSPENDED) this.#tokens.foundSuspended();
    throw refused;
  }

  /** For whoever makes requests in another way; `attempt` runs once more after a 401. */
  async withToken<T>(attempt: (token: string) => Promise<T>, statusOf: (outcome: T) => number): Promise<T> {
    const token = this.#tokens.token ?? '';
    const outcome = await attempt(token);
    if (statusOf(outcome) !== 401) return outcome;
    const isRenewed = this.#tokens.token !== undefined && this.#tokens.token !== token;
    return isRenewed || (await this.#tokens.renew()) ? attempt(this.#tokens.token ?? '') : outcome;
  }

  async #attempt(path: string, { method = 'GET', json, headers, signal, keepalive = false }: Call, token: string): Promise<Response> {
    try {
      return await this.#fetch(path, {
        method,
        keepalive,
        headers: { ...headers, Authorization: `Bearer ${token}`, ...(json === undefined ? {} : { 'Content-Type': 'application/json' }) },
        ...(json === undefined ? {} : { body: JSON.stringify(json) }),
        ...(signal === undefined ? {} : { signal }),
      });
    } catch (failure) {
      if (signal?.aborted === true) throw failure;
      throw new Unreachable(path, { cause: failure });
    }
  }
}

/** `path?name=value`, without what is undefined. */
export function withQuery(path: string, query: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
}

export const isNotFound = (failure: unknown): boolean => failure instanceof Refusal && failure.status === 404;
