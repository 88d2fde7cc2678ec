import type { ServerResponse } from 'node:http';
import { json } from '../respond.ts';
import { type Conversations, NAPOLI } from './conversations.ts';

interface Trend {
  readonly count: number;
  readonly before: number;
  readonly changePercent?: number;
}

const DAY = 86_400_000;
const NOTHING: Trend = { count: 0, before: 0 };

/** What the server counts, as a test wants it counted. */
export class Dashboards {
  conversations: Trend = NOTHING;
  messagesToday: readonly { readonly channel: string; readonly count: number }[] = [];
  responseMs: number | undefined;
  outcomes = { answered: 0, abstained: 0, handedOff: 0, refused: 0 };
  /** By day, the oldest first. */
  week: readonly (readonly { readonly channel: string; readonly count: number }[])[] = [[], [], [], [], [], [], []];
  today = { conversations: NOTHING, messages: NOTHING, tokens: NOTHING };
  topTenants: readonly { readonly tenantId: string; readonly name: string; readonly messages: number }[] = [];
  activity: readonly Readonly<Record<string, unknown>>[] = [];
  /** Zones that were asked for, the newest last. */
  readonly zones: string[] = [];
  readonly #all: Conversations;

  constructor(all: Conversations) {
    this.#all = all;
  }

  /** With something to see of everything. */
  fill(): void {
    this.conversations = { count: 182, before: 160, changePercent: 14 };
    this.messagesToday = [{ channel: 'whatsapp', count: 12 }, { channel: 'widget', count: 1_030 }];
    this.responseMs = 1_840;
    this.outcomes = { answered: 90, abstained: 10, handedOff: 3, refused: 0 };
    this.week = [10, 0, 31, 22, 8, 40, 71].map((n) => (n === 0 ? [] : [{ channel: 'whatsapp', count: Math.ceil(n / 4) }, { channel: 'widget', count: n }]));
    this.today = { conversations: { count: 40, before: 50, changePercent: -20 }, messages: { count: 7, before: 7, changePercent: 0 }, tokens: { count: 1_204_556, before: 0 } };
    this.topTenants = [{ tenantId: NAPOLI.id, name: 'Napoli Corner and Sons, Purveyors of Pizza to the Court', messages: 1_204 }, { tenantId: '0192d3a0-0000-7000-8000-000000000002', name: 'פיצה רומא', messages: 1 }];
    const occurredAt = new Date(Date.now() - 3_600_000).toISOString();
    this.activity = [
      { id: 'a1', tenantId: NAPOLI.id, tenantName: NAPOLI.name, occurredAt, actorKind: 'member', actor: 'Dana Levi', operation: 'POST /v1/api-keys' },
      { id: 'a2', occurredAt, actorKind: 'operator', actor: 'Oren Peled', operation: 'POST /v1/unheard-of/{id}' },
      { id: 'a3', occurredAt, actorKind: 'anonymous', operation: 'POST /v1/auth/signup' },
    ];
  }

  answer(response: ServerResponse, url: URL): void {
    this.#answer(response, url, this.#all.shownTo('owner').slice(0, 5));
  }

  /** Operators are told no conversation. */
  answerToActing(response: ServerResponse, url: URL): void {
    this.#answer(response, url, []);
  }

  #answer(response: ServerResponse, { searchParams }: URL, recent: readonly unknown[]): void {
    this.zones.push(searchParams.get('zone') ?? '');
    const now = new Date();
    const month = (later: number): string => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + later, 1)).toISOString();
    const meters = ['messages', 'input_tokens', 'output_tokens', 'embedding_tokens'].map((meter, at) => ({ meter, quantity: at * 1_200_345 }));
    json(response, 200, {
      at: now.toISOString(), zone: searchParams.get('zone') ?? 'UTC', conversations: this.conversations, messagesToday: this.messagesToday,
      ...(this.responseMs === undefined ? {} : { responseMs: this.responseMs }), outcomes: this.outcomes,
      usage: { periodStart: month(0), periodEnd: month(1), meters }, days: this.#days(now), recent,
    });
  }

  answerToOperator(response: ServerResponse, { searchParams }: URL): void {
    this.zones.push(searchParams.get('zone') ?? '');
    const now = new Date();
    json(response, 200, {
      at: now.toISOString(), zone: searchParams.get('zone') ?? 'UTC', tenants: { total: 12, newThisWeek: 3 }, today: this.today,
      days: this.#days(now), topTenants: this.topTenants, activity: this.activity,
    });
  }

  #days(now: Date): readonly unknown[] {
    return this.week.map((conversations, at) => ({ day: new Date(now.getTime() - (6 - at) * DAY).toISOString().slice(0, 10), conversations }));
  }
}
