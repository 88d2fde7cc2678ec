import type { ServerResponse } from 'node:http';
import { json } from '../respond.ts';

interface StubEntry {
  readonly id: string;
  readonly tenantId?: string;
  readonly occurredAt: string;
  readonly actor: { readonly kind: string; readonly id?: string; readonly name?: string };
  readonly operation: string;
  readonly target?: { readonly kind: string; readonly id: string };
  readonly outcome: string;
  readonly problem?: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly network: string;
  readonly requestId: string;
}

const DAY = 86_400_000;
const DANA = { kind: 'member', id: 'member-owner', name: 'Dana Levi' };

/** Entries, the newest first. */
export class AuditLog {
  readonly entries: StubEntry[] = [];
  verification: { intact: boolean; sealed: number; unsealed: number; brokenAt?: string } = { intact: true, sealed: 1_204, unsealed: 2 };
  /** What was asked for, the newest last. */
  readonly asked: Readonly<Record<string, string>>[] = [];

  /** @param days ago */
  add(operation: string, more: Partial<StubEntry> = {}, days = 0): void {
    const id = `entry-${this.entries.length + 1}`;
    this.entries.unshift({
      id, occurredAt: new Date(Date.now() - days * DAY).toISOString(), actor: DANA, operation, outcome: 'allowed',
      network: '203.0.113.7', requestId: `request-${id}`, ...more,
    });
  }

  answer(response: ServerResponse, { pathname, searchParams }: URL): void {
    if (pathname.endsWith('/verification')) {
      json(response, 200, this.verification);
      return;
    }
    this.asked.push(Object.fromEntries(searchParams));
    const found = this.entries.filter((entry) => isAskedFor(entry, searchParams));
    const limit = Number(searchParams.get('limit') ?? '50');
    const from = Number(searchParams.get('cursor') ?? '0');
    json(response, 200, { items: found.slice(from, from + limit), nextCursor: from + limit < found.length ? String(from + limit) : null });
  }
}

function isAskedFor(entry: StubEntry, asked: URLSearchParams): boolean {
  const is = (name: string, holds: (value: string) => boolean): boolean => {
    const value = asked.get(name);
    return value === null || holds(value);
  };
  return (
    is('from', (from) => entry.occurredAt >= from) &&
    is('to', (to) => entry.occurredAt < to) &&
    is('operation', (operation) => entry.operation === operation) &&
    is('outcome', (outcome) => entry.outcome === outcome) &&
    is('actor', (actor) => entry.actor.name?.toLowerCase().includes(actor.toLowerCase()) === true) &&
    is('text', (text) => JSON.stringify(entry).includes(text)) &&
    is('tenantId', (tenantId) => entry.tenantId === tenantId)
  );
}
