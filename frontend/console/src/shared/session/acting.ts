import type { Client } from '../api/client.ts';
import { Refusal, Unreachable } from '../api/problem.ts';
import type { Tokens } from './session.ts';

const ROOT = '/console/for/';
const TENANT = /^\/console\/for\/([0-9a-f-]{36})(?=\/|$)/;

/** The tenant whose rooms an address is in, for an operator who acts for it. */
export const actedFor = (path: string): string | undefined => TENANT.exec(path)?.[1];

/** Where a tenant's rooms begin for an operator. Not within reach of the router: another page, with another token. */
export const roomsFor = (tenantId: string): string => `${ROOT}${encodeURIComponent(tenantId)}`;

interface Granted {
  readonly id: string;
  readonly accessToken: string;
  readonly tenantName: string;
  readonly suspended: boolean;
}

export type ActingState =
  | { readonly kind: 'beginning' }
  | { readonly kind: 'failed'; readonly failure: Error }
  | { readonly kind: 'acting'; readonly tenantName: string; readonly isSuspended: boolean };

/** An operator at work for one tenant, with a token of its own that lives in this object's memory only. */
export class Acting implements Tokens {
  #state: ActingState = { kind: 'beginning' };
  #granted: Granted | undefined;
  #renewing: Promise<boolean> | undefined;
  readonly #path: string;
  readonly #operator: Client;
  readonly #listeners = new Set<() => void>();

  /** @param operator asks as the operator, who alone may begin to act */
  constructor(operator: Client, tenantId: string) {
    this.#operator = operator;
    this.#path = `/v1/admin/tenants/${encodeURIComponent(tenantId)}/access`;
  }

  readonly state = (): ActingState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get token(): string | undefined {
    return this.#granted?.accessToken;
  }

  async begin(): Promise<void> {
    this.#become({ kind: 'beginning' });
    try {
      await this.renew();
    } catch (failure) {
      if (!(failure instanceof Unreachable) && !(failure instanceof Refusal)) throw failure;
      this.#become({ kind: 'failed', failure });
    }
  }

  /** Whoever asks meanwhile waits for the same answer. */
  renew(): Promise<boolean> {
    this.#renewing ??= this.#renew().finally(() => {
      this.#renewing = undefined;
    });
    return this.#renewing;
  }

  foundSuspended(): void {
    if (this.#state.kind === 'acting') this.#become({ ...this.#state, isSuspended: true });
  }

  renamed(tenantName: string): void {
    if (this.#state.kind === 'acting') this.#become({ ...this.#state, tenantName });
  }

  /** Whoever stays after all begins anew with the next request; without an answer the token ends by itself in a while. */
  async end(): Promise<void> {
    const granted = this.#granted;
    if (granted === undefined) return;
    this.#granted = undefined;
    try {
      await this.#operator.send(`${this.#path}/${encodeURIComponent(granted.id)}`, { method: 'DELETE', keepalive: true });
    } catch (failure) {
      if (!(failure instanceof Unreachable) && !(failure instanceof Refusal)) throw failure;
    }
  }

  async #renew(): Promise<boolean> {
    const granted = await this.#operator.json<Granted>(this.#path, { method: 'POST' });
    this.#granted = granted;
    this.#become({ kind: 'acting', tenantName: granted.tenantName, isSuspended: granted.suspended });
    return true;
  }

  #become(state: ActingState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
