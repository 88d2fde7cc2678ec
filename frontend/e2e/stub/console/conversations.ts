import type { ServerResponse } from 'node:http';
import { json, problem } from '../respond.ts';
import type { Role } from './members.ts';

export interface StubConversation {
  readonly id: string;
  readonly tenant: { readonly id: string; readonly name: string };
  readonly channel: string;
  readonly status: string;
  readonly locale: string;
  readonly contact?: { readonly id: string; readonly name?: string; readonly email?: string; readonly externalId?: string; readonly verified: boolean; readonly blocked: boolean };
  readonly turnCount: number;
  readonly createdAt: string;
  readonly lastActivityAt: string;
  readonly lastMessage?: { readonly author: string; readonly text: string; readonly outcome?: string; readonly createdAt: string };
}

export interface StubLine {
  readonly author: string;
  readonly text: string;
  readonly outcome?: string;
  readonly citations?: readonly unknown[];
  readonly feedback?: { readonly rating: string; readonly comment?: string };
}

const MINUTE = 60_000;
export const NAPOLI = { id: '0192d3a0-0000-7000-8000-000000000001', name: 'Napoli Corner' };
export const ROMA = { id: '0192d3a0-0000-7000-8000-000000000002', name: 'Roma' };
const BYTE_ORDER_MARK = '\uFEFF';

const ago = (minutes: number): string => new Date(Date.now() - minutes * MINUTE).toISOString();

/** What was said at the tenants, the latest first. */
export class Conversations {
  readonly all: StubConversation[] = [];
  readonly #lines = new Map<string, readonly StubLine[]>();
  /** What was asked for, the newest last. */
  readonly asked: Readonly<Record<string, string>>[] = [];
  /** How many a search looks through for one page. */
  lookedThrough = 1_000;

  add(part: Partial<StubConversation>, lines: readonly StubLine[] = [{ author: 'contact', text: 'Hello!' }]): string {
    const id = `0192d3a0-0000-7000-8000-${String(this.all.length + 1).padStart(12, '0')}`;
    const last = lines.at(-1);
    this.all.unshift({
      id, tenant: NAPOLI, channel: 'widget', status: 'open', locale: 'en', turnCount: lines.filter(({ author }) => author === 'contact').length,
      createdAt: ago(120), lastActivityAt: ago(5), ...(last === undefined ? {} : { lastMessage: { author: last.author, text: last.text, ...(last.outcome === undefined ? {} : { outcome: last.outcome }), createdAt: ago(5) } }), ...part,
    });
    this.#lines.set(id, lines);
    return id;
  }

  answer(response: ServerResponse, { pathname, searchParams }: URL, role: Role): void {
    const [, path = ''] = /conversations(.*)$/.exec(pathname) ?? [];
    const [, id, part] = path.split('/');
    if (path === '.csv') this.#file(response, searchParams, role);
    else if (id === undefined) this.#page(response, searchParams, role);
    else this.#one(response, id, part, role);
  }

  /** As it is shown: operators do not see what was said, and nobody else whose it is. */
  shownTo(role: Role): readonly Partial<StubConversation>[] {
    return this.all.map(({ tenant, lastMessage, ...rest }) => (role === 'operator' ? { ...rest, tenant } : { ...rest, ...(lastMessage === undefined ? {} : { lastMessage }) }));
  }

  #page(response: ServerResponse, asked: URLSearchParams, role: Role): void {
    this.asked.push(Object.fromEntries(asked));
    const from = Number(asked.get('cursor') ?? '0');
    const limit = Number(asked.get('limit') ?? '50');
    const text = asked.get('text');
    const candidates = this.#found(asked, role).slice(from);
    const end = text === null ? limit : this.lookedThrough;
    const items = candidates.slice(0, end).filter((one) => text === null || this.#says(one.id ?? '', text));
    json(response, 200, { items, nextCursor: candidates.length > end ? String(from + end) : null });
  }

  #file(response: ServerResponse, asked: URLSearchParams, role: Role): void {
    this.asked.push(Object.fromEntries(asked));
    const rows = this.#found(asked, role).map(({ id, status }) => `"${id ?? ''}","${status ?? ''}"`);
    response.writeHead(200, { 'Content-Type': 'text/csv;charset=UTF-8', 'Content-Disposition': 'attachment; filename="conversations.csv"' });
    response.end(`${BYTE_ORDER_MARK}${['"id","status"', ...rows].join('\r\n')}\r\n`);
  }

  #one(response: ServerResponse, id: string, part: string | undefined, role: Role): void {
    const found = this.shownTo(role).find((one) => one.id === id);
    if (found === undefined) problem(response, 404, 'not-found');
    else if (part !== 'messages') json(response, 200, found);
    else {
      const items = (this.#lines.get(id) ?? []).map((line, at) => ({
        messageId: `${id}-${at}`, direction: line.author === 'contact' ? 'inbound' : 'outbound', citations: [], createdAt: ago(60 - at), ...line,
      }));
      json(response, 200, { items, nextCursor: null });
    }
  }

  #says(id: string, text: string): boolean {
    return (this.#lines.get(id) ?? []).some((line) => line.text.toLowerCase().includes(text.toLowerCase()));
  }

  #found(asked: URLSearchParams, role: Role): readonly Partial<StubConversation>[] {
    const is = (name: string, holds: (value: string) => boolean): boolean => {
      const value = asked.get(name);
      return value === null || holds(value);
    };
    return this.shownTo(role).filter((one) =>
      is('status', (status) => one.status === status) && is('channel', (channel) => one.channel === channel) &&
      is('tenant', (tenant) => one.tenant?.id === tenant) && is('contact', (contact) => one.contact?.id === contact) &&
      is('since', (since) => (one.lastActivityAt ?? '') >= since) && is('until', (until) => (one.lastActivityAt ?? '') < until));
  }
}
