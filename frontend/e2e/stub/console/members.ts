import type { IncomingMessage, ServerResponse } from 'node:http';
import { json, jsonOf, problem } from '../respond.ts';

export const PASSWORD = 'correct horse battery staple';

export type Role = 'owner' | 'admin' | 'agent' | 'operator';

const ROLES: readonly Role[] = ['owner', 'admin', 'agent', 'operator'];
const NAMES: Readonly<Record<Role, string>> = { owner: 'Dana Levi', admin: 'Noam Bar', agent: 'Gal Shir', operator: 'Oren Peled' };

export const emailOf = (role: Role): string => `${role}@demo.csai.local`;

/** One member of each role, all with one password. */
export class Members {
  #tokens = new Map<string, Role>();
  #issued = 0;
  /** Seconds to wait that the next log-in is refused with. */
  throttle: number | undefined;

  async answer(request: IncomingMessage, response: ServerResponse, { pathname }: URL): Promise<void> {
    if (pathname === '/v1/auth/logout') {
      response.writeHead(204, { 'Set-Cookie': cookie('', 0) }).end();
      return;
    }
    if (pathname === '/v1/auth/refresh') {
      const role = ROLES.find((known) => request.headers.cookie?.includes(`csai_refresh=${known}`));
      if (role === undefined) problem(response, 401, 'unauthenticated');
      else this.enter(response, role);
      return;
    }
    const { email, password } = await jsonOf<{ email: string; password: string }>(request);
    const role = ROLES.find((known) => emailOf(known) === email);
    if (this.throttle !== undefined) problem(response, 429, 'rate-limited', {}, { 'Retry-After': String(this.throttle) });
    else if (role === undefined || password !== PASSWORD) problem(response, 401, 'wrong-credentials');
    else this.enter(response, role);
  }

  roleOf({ headers }: IncomingMessage): Role | undefined {
    return this.#tokens.get(headers.authorization?.replace(/^Bearer /, '') ?? '');
  }

  /** As a quarter of an hour does. */
  expireTokens(): void {
    this.#tokens.clear();
  }

  enter(response: ServerResponse, role: Role): void {
    const accessToken = `token-${++this.#issued}`;
    this.#tokens.set(accessToken, role);
    const tenant = role === 'operator' ? {} : { tenantId: '0192d3a0-0000-7000-8000-000000000001', tenantName: 'Napoli Corner' };
    const member = { id: `member-${role}`, name: NAMES[role], email: emailOf(role), role, ...tenant };
    json(response, 200, { accessToken, expiresIn: 900, member }, { 'Set-Cookie': cookie(role, 3_600) });
  }
}

const cookie = (value: string, life: number): string => `csai_refresh=${value}; Path=/v1/auth; HttpOnly; SameSite=Strict; Max-Age=${life}`;
