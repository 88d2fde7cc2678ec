import type { IncomingMessage, ServerResponse } from 'node:http';
import { json, jsonOf } from '../respond.ts';
import { invalid } from './invalid.ts';
import { emailOf, PASSWORD, type Members, type Role } from './members.ts';
import { SecondFactors } from './secondFactor.ts';

interface Change {
  readonly name?: string;
  readonly locale?: string;
  readonly currentPassword?: string;
  readonly newPassword?: string;
}

/** The own account of whoever asks. */
export class Me {
  /** What was sent in, the newest last. */
  readonly received: Change[] = [];
  locale = 'en';
  readonly #members: Members;
  readonly #factors: SecondFactors;

  constructor(members: Members) {
    this.#members = members;
    this.#factors = new SecondFactors(members);
  }

  async answer(request: IncomingMessage, response: ServerResponse, path: string, who: Role): Promise<void> {
    if (path.endsWith('/sessions')) {
      this.#members.endAll();
      response.writeHead(204).end();
      return;
    }
    if (path.includes('/second-factor')) {
      await this.#factors.answer(request, response, path, who);
      return;
    }
    const change = request.method === 'GET' ? undefined : await jsonOf<Change>(request);
    if (change !== undefined) this.received.push(change);
    if (path.endsWith('/password')) this.#changePassword(response, who, change ?? {});
    else this.#changeAccount(response, who, change ?? {});
  }

  #changePassword(response: ServerResponse, who: Role, { currentPassword, newPassword }: Change): void {
    if (currentPassword !== PASSWORD) invalid(response, '/currentPassword', 'wrong');
    else if (newPassword?.startsWith('password') === true) invalid(response, '/newPassword', 'too-common');
    else {
      this.#members.endAll();
      this.#members.enter(response, who);
    }
  }

  #changeAccount(response: ServerResponse, who: Role, { name, locale }: Change): void {
    const person = this.#members.people[who];
    if (name?.trim() === '') {
      invalid(response, '/name', 'required');
      return;
    }
    person.name = name ?? person.name;
    this.locale = locale ?? this.locale;
    json(response, 200, { id: `person-${who}`, email: emailOf(who), name: person.name, locale: this.locale, secondFactor: this.#members.guarded.has(who) });
  }
}
