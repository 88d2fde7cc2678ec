import type { IncomingMessage, ServerResponse } from 'node:http';
import { json, jsonOf, problem } from '../respond.ts';

export const PASSWORD = 'correct horse battery staple';

export const FACTOR_CODE = '135790';
export const RECOVERY_CODES: readonly string[] = Array.from({ length: 10 }, (_, n) => `abcd-efg${n}`);

export type Role = 'owner' | 'admin' | 'agent' | 'operator';

const ROLES: readonly Role[] = ['owner', 'admin', 'agent', 'operator'];

const idOf = (role: Role): string => `member-${role}`;
export const emailOf = (role: Role): string => `${role}@demo.csai.local`;

/** One member of each role, all with one password; they are known by the role they have at first. */
export class Members {
  readonly people: Readonly<Record<Role, { name: string; role: Role }>> = {
    owner: { name: 'Dana Levi', role: 'owner' },
    admin: { name: 'Noam Bar', role: 'admin' },
    agent: { name: 'Gal Shir', role: 'agent' },
    operator: { name: 'Oren Peled', role: 'operator' },
  };
  #tokens = new Map<string, Role>();
  #issued = 0;
  /** Cookies that were issued before are good no more. */
  #age = 0;
  /** Those who have a second factor. */
  readonly guarded = new Set<Role>();
  /** Whether their tenant is. */
  suspended = false;
  /** Seconds to wait that the next log-in is refused with. */
  throttle: number | undefined;

  async answer(request: IncomingMessage, response: ServerResponse, { pathname }: URL): Promise<void> {
    if (pathname === '/v1/auth/logout') {
      response.writeHead(204, { 'Set-Cookie': cookie('', 0) }).end();
      return;
    }
    if (pathname === '/v1/auth/refresh') {
      const role = ROLES.find((known) => request.headers.cookie?.includes(`csai_refresh=${this.ticketOf(known)}`));
      if (role === undefined) problem(response, 401, 'unauthenticated');
      else this.enter(response, role);
      return;
    }
    const { email, password, code } = await jsonOf<{ email: string; password: string; code?: string }>(request);
    const role = ROLES.find((known) => emailOf(known) === email);
    if (this.throttle !== undefined) problem(response, 429, 'rate-limited', {}, { 'Retry-After': String(this.throttle) });
    else if (role === undefined || password !== PASSWORD) problem(response, 401, 'wrong-credentials');
    else if (this.guarded.has(role) && code === undefined) problem(response, 401, 'second-factor-required');
    else if (this.guarded.has(role) && !this.isCode(code)) problem(response, 401, 'wrong-credentials');
    else this.enter(response, role);
  }

  /** Whether it is good for a second factor. */
  isCode(code: string | undefined): boolean {
    return code === FACTOR_CODE || RECOVERY_CODES.includes(code ?? '');
  }

  /** The value of the cookie that opens a session of theirs. */
  ticketOf(who: Role): string {
    return `${who}-${this.#age}`;
  }

  /** Who asks. */
  callerOf({ headers }: IncomingMessage): Role | undefined {
    return this.#tokens.get(headers.authorization?.replace(/^Bearer /, '') ?? '');
  }

  /** As a quarter of an hour does. */
  expireTokens(): void {
    this.#tokens.clear();
  }

  /** As logging out everywhere does. */
  endAll(): void {
    this.#tokens.clear();
    this.#age++;
  }

  become(id: string, role: Role): void {
    const who = ROLES.find((known) => idOf(known) === id);
    if (who !== undefined) this.people[who].role = role;
  }

  enter(response: ServerResponse, who: Role): void {
    const accessToken = `token-${++this.#issued}`;
    this.#tokens.set(accessToken, who);
    const { name, role } = this.people[who];
    const tenant = who === 'operator' ? {} : { tenantId: '0192d3a0-0000-7000-8000-000000000001', tenantName: 'Napoli Corner', ...(this.suspended ? { tenantSuspended: true } : {}) };
    const member = { id: idOf(who), name, email: emailOf(who), role, ...tenant };
    json(response, 200, { accessToken, expiresIn: 900, member }, { 'Set-Cookie': cookie(this.ticketOf(who), 3_600) });
  }
}

const cookie = (value: string, life: number): string => `csai_refresh=${value}; Path=/v1/auth; HttpOnly; SameSite=Strict; Max-Age=${life}`;
