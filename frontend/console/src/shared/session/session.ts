import { Refusal, refusalOf, Unreachable } from '../api/problem.ts';

export type Role = 'owner' | 'admin' | 'agent' | 'operator';

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly tenantId?: string;
  readonly tenantName?: string;
  /** Nothing can be changed there for the time being. */
  readonly tenantSuspended?: boolean;
  /** An operator who acts for the tenant, in the rooms of an owner. */
  readonly isActing?: true;
}

/** Under which requests are made, and what they tell of the tenant. */
export interface Tokens {
  readonly token: string | undefined;
  /**
   * Another token in the place of one that is over; false when there is none.
   * @throws Refusal, Unreachable
   */
  renew(): Promise<boolean>;
  /** A change was refused because the tenant is suspended. */
  foundSuspended(): void;
}

/** `reset` when the password was chosen anew, `removed` when somebody took themselves out of the team. */
export type Leaving = 'left' | 'reset' | 'removed' | 'everywhere';

/** Why nobody is signed in. */
export type Absence = 'nobody' | 'expired' | Leaving;

export type SessionState =
  | { readonly kind: 'restoring' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'signed-out'; readonly because: Absence }
  | { readonly kind: 'signed-in'; readonly member: Member };

export interface LoginAnswer {
  readonly accessToken: string;
  readonly member: Member;
}

const JSON_TYPE = { 'Content-Type': 'application/json' };

/**
 * Who is signed in. The access token lives in this object's memory only; what outlasts a reload is the refresh cookie,
 * which no script can read.
 */
export class Session implements Tokens {
  #state: SessionState = { kind: 'restoring' };
  #token: string | undefined;
  #renewing: Promise<boolean> | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #fetch: typeof fetch;

  constructor(fetcher: typeof fetch = (input, init) => fetch(input, init)) {
    this.#fetch = fetcher;
  }

  readonly state = (): SessionState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get token(): string | undefined {
    return this.#token;
  }

  /** Finds out whether the cookie still opens a session. */
  async restore(): Promise<void> {
    this.#become({ kind: 'restoring' });
    try {
      await this.renew();
    } catch (failure) {
      if (!(failure instanceof Unreachable) && !(failure instanceof Refusal)) throw failure;
      this.#become({ kind: 'unreachable' });
    }
  }

  /**
   * @param code of the second factor, for those who have one
   * @throws Refusal, Unreachable
   */
  async signIn(email: string, password: string, code?: string): Promise<void> {
    await this.signInBy('/v1/auth/login', { email, password, ...(code === undefined ? {} : { code }) });
  }

  /**
   * By whatever the server takes for a proof there: a password, a code, a link. Whoever was signed in is so no more.
   * @throws Refusal, Unreachable
   */
  async signInBy(path: string, proof: unknown): Promise<void> {
    const response = await this.ask(path, proof);
    this.enter((await response.json()) as LoginAnswer);
  }

  /**
   * What may be read without being signed in.
   * @throws Refusal, Unreachable
   */
  async look<T>(path: string): Promise<T> {
    const response = await this.#request(path, { method: 'GET' });
    if (!response.ok) throw await refusalOf(response);
    return (await response.json()) as T;
  }

  /**
   * What may be asked without being signed in.
   * @throws Refusal, Unreachable
   */
  async ask(path: string, question: unknown): Promise<Response> {
    const response = await this.#post(path, JSON.stringify(question));
    if (!response.ok) throw await refusalOf(response);
    return response;
  }

  /** Signs out here at once; a server that is not reached lets the cookie expire by itself. */
  async signOut(because: Leaving = 'left'): Promise<void> {
    const wasIn = this.#state.kind === 'signed-in';
    this.#leave(because);
    if (!wasIn) return;
    try {
      await this.#post('/v1/auth/logout');
    } catch (failure) {
      if (!(failure instanceof Unreachable)) throw failure;
    }
  }

  /**
   * A new access token by the cookie; whoever asks meanwhile waits for the same answer. False when the session is over,
   * which the server is not asked about again.
   * @throws Refusal, Unreachable when there was no answer to that question; the session then stays as it is
   */
  renew(): Promise<boolean> {
    if (this.#state.kind === 'signed-out') return Promise.resolve(false);
    this.#renewing ??= this.#renew().finally(() => {
      this.#renewing = undefined;
    });
    return this.#renewing;
  }

  /** After a change to whoever is signed in. Without an answer they are shown as before, until the next renewal. */
  async catchUp(): Promise<void> {
    try {
      await this.renew();
    } catch (failure) {
      if (!(failure instanceof Unreachable) && !(failure instanceof Refusal)) throw failure;
    }
  }

  /** Whoever has not heard of it yet is told with the next token. */
  foundSuspended(): void {
    if (this.#state.kind === 'signed-in' && this.#state.member.tenantSuspended !== true) void this.catchUp();
  }

  async #renew(): Promise<boolean> {
    const before = this.#state;
    const response = await this.#post('/v1/auth/refresh');
    if (response.status === 401) {
      if (this.#state === before) this.#leave(before.kind === 'signed-in' ? 'expired' : 'nobody');
      return false;
    }
    if (!response.ok) throw await refusalOf(response);
    const answer = (await response.json()) as LoginAnswer;
    // Somebody who has signed out meanwhile, or given way to another, is not signed in again.
    if (this.#state !== before) return false;
    this.enter(answer);
    return true;
  }

  #post(path: string, body?: string): Promise<Response> {
    return this.#request(path, { method: 'POST', ...(body === undefined ? {} : { body, headers: JSON_TYPE }) });
  }

  async #request(path: string, request: RequestInit): Promise<Response> {
    try {
      return await this.#fetch(path, { credentials: 'same-origin', ...request });
    } catch (failure) {
      throw new Unreachable(path, { cause: failure });
    }
  }

  /** With an answer that takes the place of the one before. */
  enter({ accessToken, member }: LoginAnswer): void {
    this.#token = accessToken;
    this.#become({ kind: 'signed-in', member });
  }

  #leave(because: Absence): void {
    this.#token = undefined;
    this.#become({ kind: 'signed-out', because });
  }

  #become(state: SessionState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
