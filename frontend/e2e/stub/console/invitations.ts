import type { IncomingMessage, ServerResponse } from 'node:http';
import { TOKEN } from './accounts.ts';
import { json, jsonOf, problem } from '../respond.ts';
import type { Members } from './members.ts';

/** One invitation, by the token of every mailed link. */
export class Invitations {
  /** What was sent in with an acceptance, the newest last. */
  readonly received: unknown[] = [];
  readonly open = { email: 'noam@napoli.example', role: 'admin' as 'admin' | 'agent', inviter: 'Dana Levi', tenantName: 'Napoli Corner', hasAccount: false };
  readonly #members: Members;
  #isOver = false;

  constructor(members: Members) {
    this.#members = members;
  }

  async answer(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const isOpen = path.split('/')[4] === TOKEN && !this.#isOver;
    if (request.method === 'GET') {
      if (isOpen) json(response, 200, this.open);
      else problem(response, 400, 'link-over');
      return;
    }
    const person = await jsonOf<{ password?: string; code?: string }>(request);
    this.received.push(person);
    if (!isOpen) problem(response, 400, 'link-over');
    else if (person.password?.startsWith('password1234') === true) {
      problem(response, 400, 'invalid-request', { errors: [{ pointer: '/password', code: 'too-common', detail: 'Not this one.' }] });
    } else if (this.#members.guarded.has(this.open.role) && !this.#members.isCode(person.code)) {
      problem(response, 401, person.code === undefined ? 'second-factor-required' : 'wrong-credentials');
    } else {
      this.#isOver = true;
      this.#members.enter(response, this.open.role);
    }
  }
}
