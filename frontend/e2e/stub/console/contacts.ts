import type { IncomingMessage, ServerResponse } from 'node:http';
import { json, jsonOf, problem } from '../respond.ts';

interface StubContact {
  readonly id: string;
  readonly externalId?: string;
  readonly name?: string;
  readonly email?: string;
  readonly verified: boolean;
  blocked: boolean;
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
}

const HOUR = 3_600_000;

/** Whoever has written, the newest first. */
export class Contacts {
  readonly contacts: StubContact[] = [];
  /** Texts that were looked for, the newest last. */
  readonly lookedFor: string[] = [];

  add(part: Partial<StubContact>): void {
    const n = this.contacts.length + 1;
    const seen = (hours: number): string => new Date(Date.now() - hours * HOUR).toISOString();
    this.contacts.unshift({ id: `contact-${n}`, verified: false, blocked: false, firstSeenAt: seen(50), lastSeenAt: seen(2), ...part });
  }

  async answer(request: IncomingMessage, response: ServerResponse, { pathname, searchParams }: URL): Promise<void> {
    const id = pathname.split('/')[3];
    if (id === undefined) {
      this.#page(response, searchParams);
      return;
    }
    const contact = this.contacts.find((known) => known.id === id);
    if (contact === undefined) problem(response, 404, 'not-found');
    else {
      contact.blocked = (await jsonOf<{ blocked: boolean }>(request)).blocked;
      json(response, 200, contact);
    }
  }

  #page(response: ServerResponse, asked: URLSearchParams): void {
    const text = asked.get('text');
    if (text !== null) this.lookedFor.push(text);
    const found = this.contacts.filter((contact) => text === null || JSON.stringify(contact).toLowerCase().includes(text.toLowerCase()));
    const limit = Number(asked.get('limit') ?? '50');
    const from = Number(asked.get('cursor') ?? '0');
    json(response, 200, { items: found.slice(from, from + limit), nextCursor: from + limit < found.length ? String(from + limit) : null });
  }
}
