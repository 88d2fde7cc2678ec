import type { IncomingMessage, ServerResponse } from 'node:http';
import { jsonOf, problem } from '../respond.ts';
import { invalid } from './invalid.ts';
import type { Members, Role } from './members.ts';

export const CODE = '246810';
export const TOKEN = 'aB3-x_of-a-mailed-link';
const COMMON = 'password1234';

interface Asked {
  readonly email?: string;
  readonly code?: string;
  readonly token?: string;
  readonly password?: string;
}

/** Signing up, and what is done by mail. One code and one link are good, once, and the test knows them. */
export class Accounts {
  /** What was sent in, by path, the newest last. */
  readonly received: { readonly path: string; readonly body: unknown }[] = [];
  /** Who comes in by the code or the link. */
  entering: Role = 'owner';
  readonly #members: Members;
  readonly #good = new Set([CODE, TOKEN]);

  constructor(members: Members) {
    this.#members = members;
  }

  async answer(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const asked = await jsonOf<Asked>(request);
    this.received.push({ path, body: asked });
    const isCommon = asked.password?.startsWith(COMMON) === true;
    if (isCommon) invalid(response, '/password', 'too-common');
    else if (path.endsWith('/verify')) this.#enter(response, asked.code, 'wrong-code');
    else if (path.endsWith('/redeem')) this.#redeem(response, asked);
    else if (!path.endsWith('/reset')) response.writeHead(202).end();
    else if (this.#good.delete(asked.token ?? '')) response.writeHead(204).end();
    else problem(response, 400, 'link-over');
  }

  /** The link stays good while the code of a second factor is missing or wrong. */
  #redeem(response: ServerResponse, { token = '', code }: Asked): void {
    const isGuarded = this.#members.guarded.has(this.entering) && this.#good.has(token);
    if (isGuarded && code === undefined) problem(response, 401, 'second-factor-required');
    else if (isGuarded && !this.#members.isCode(code)) problem(response, 401, 'wrong-credentials');
    else this.#enter(response, token, 'link-over');
  }

  #enter(response: ServerResponse, proof: string | undefined, refusal: string): void {
    if (this.#good.delete(proof ?? '')) this.#members.enter(response, this.entering);
    else problem(response, 400, refusal);
  }
}

export const isOfAccounts = (path: string): boolean => /^\/v1\/auth\/(signup|verify|magic-link|password)(\/|$)/.test(path);
