import type { IncomingMessage, ServerResponse } from 'node:http';
import { json, jsonOf, problem } from '../respond.ts';
import { emailOf, type Members, type Role } from './members.ts';

export interface StubPerson {
  readonly id: string;
  readonly email: string;
  readonly name?: string;
  role: string;
  readonly status: 'active' | 'invited';
  readonly createdAt: string;
  expiresAt?: string;
}

const DAY = 86_400_000;
const at = (days: number): string => new Date(Date.now() + days * DAY).toISOString();

/** Who belongs to the tenant: at first the owner alone. The rules about owners are the server's. */
export class Team {
  people: StubPerson[] = [];
  readonly #members: Members;

  constructor(members: Members) {
    this.#members = members;
    this.join('owner');
  }

  /** One of those who can sign in. */
  join(role: Exclude<Role, 'operator'>): void {
    const { name } = this.#members.people[role];
    this.people.push({ id: `member-${role}`, email: emailOf(role), name, role, status: 'active', createdAt: at(-90) });
  }

  add(name: string, role: string): void {
    const id = `person-${this.people.length + 1}`;
    this.people.push({ id, email: `${id}@napoli.example`, name, role, status: 'active', createdAt: at(-30) });
  }

  /** @param days until the invitation is over; in the past when negative */
  invite(email: string, role: string, days = 7): StubPerson {
    const known = this.people.find((person) => person.email === email);
    const invited: StubPerson = { id: known?.id ?? `person-${this.people.length + 1}`, email, role, status: 'invited', createdAt: at(days - 7), expiresAt: at(days) };
    if (known === undefined) this.people.push(invited);
    else this.people[this.people.indexOf(known)] = invited;
    return invited;
  }

  async answer(request: IncomingMessage, response: ServerResponse, url: URL, role: Role): Promise<void> {
    const id = url.pathname.split('/')[3];
    if (id !== undefined) await this.#one(request, response, id, role);
    else if (request.method === 'GET') this.#page(response, url);
    else await this.#invitation(request, response, role);
  }

  #page(response: ServerResponse, { searchParams }: URL): void {
    const limit = Number(searchParams.get('limit') ?? '50');
    const after = searchParams.get('cursor');
    const from = after === null ? 0 : 1 + this.people.findIndex(({ id }) => id === after);
    const items = this.people.slice(from, from + limit);
    json(response, 200, { items, nextCursor: from + limit < this.people.length ? items.at(-1)?.id : null });
  }

  async #invitation(request: IncomingMessage, response: ServerResponse, caller: Role): Promise<void> {
    const { email, role } = await jsonOf<{ email: string; role: string }>(request);
    if (caller !== 'owner' && role === 'owner') problem(response, 403, 'forbidden');
    else if (!email.includes('.')) problem(response, 400, 'invalid-request', { errors: [{ pointer: '/email', code: 'malformed', detail: 'Not this one.' }] });
    else if (this.people.some((person) => person.email === email && person.status === 'active')) problem(response, 409, 'conflict');
    else json(response, 201, this.invite(email, role));
  }

  async #one(request: IncomingMessage, response: ServerResponse, id: string, caller: Role): Promise<void> {
    const person = this.people.find((known) => known.id === id);
    if (person === undefined) {
      problem(response, 404, 'not-found');
      return;
    }
    const isRemoval = request.method === 'DELETE';
    const role = isRemoval ? undefined : (await jsonOf<{ role: string }>(request)).role;
    const owners = this.people.filter((known) => known.role === 'owner' && known.status === 'active');
    if (caller !== 'owner' && (person.role === 'owner' || role === 'owner')) problem(response, 403, 'forbidden');
    else if (owners.length === 1 && owners[0] === person && role !== 'owner') problem(response, 409, 'conflict');
    else if (role === undefined) {
      this.people = this.people.filter((known) => known !== person);
      response.writeHead(204).end();
    } else {
      person.role = role;
      this.#members.become(person.id, role as Role);
      json(response, 200, person);
    }
  }
}
