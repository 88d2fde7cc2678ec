import type { IncomingMessage, ServerResponse } from 'node:http';
import { json, jsonOf, problem } from '../respond.ts';
import { invalid } from './invalid.ts';
import { Keys } from './keys.ts';

interface StubOwner {
  readonly id: string;
  readonly email: string;
  readonly name?: string;
  readonly status: 'active' | 'invited';
  /** Of the invitation. */
  readonly expiresAt?: string;
}

interface StubTenant {
  readonly id: string;
  name: string;
  industry?: string;
  languages: readonly string[];
  defaultLocale: string;
  greetings: Record<string, string>;
  requestsPerMinute: number;
  readonly createdAt: string;
  suspension?: { readonly since: string; readonly reason: string };
  owners: readonly StubOwner[];
  conversations: number;
  messages: number;
}

interface Wish extends Partial<Omit<StubTenant, 'industry' | 'greetings'>> {
  readonly companyName?: string;
  readonly ownerEmail?: string;
  readonly email?: string;
  readonly industry?: string | null;
  readonly greetings?: Readonly<Record<string, null>>;
  readonly reason?: string;
}

const SINCE = '2026-01-12T09:00:00Z';
const DAY = 86_400_000;

/** @param days until the invitation is over; in the past when negative */
export const invitedOwner = (email: string, days = 7): StubOwner => ({ id: `invitation-of-${email}`, email, status: 'invited', expiresAt: new Date(Date.now() + days * DAY).toISOString() });

/** All tenants, as operators see them. Whoever began to act for one asks with a token that says so. */
export class Tenants {
  /** What was sent in, the newest last. */
  readonly received: unknown[] = [];
  readonly tenants: StubTenant[] = [];
  readonly keys = new Keys();
  /** Accesses that were begun and not ended, by their tokens. */
  readonly open = new Map<string, StubTenant>();
  #begun = 0;

  add(name: string, part: Partial<StubTenant> = {}): StubTenant {
    const n = String(this.tenants.length + 1).padStart(12, '0');
    const tenant: StubTenant = {
      id: `0192d3a0-0000-7000-8000-${n}`, name, languages: ['en', 'he'], defaultLocale: 'en', greetings: {}, requestsPerMinute: 60, createdAt: SINCE,
      owners: [{ id: `owner-${n}`, email: 'dana@napoli.example', name: 'Dana Levi', status: 'active' }], conversations: 0, messages: 0, ...part,
    };
    this.tenants.unshift(tenant);
    return tenant;
  }

  /** For which tenant somebody asks, if they act for one. */
  actedFor({ headers }: IncomingMessage): StubTenant | undefined {
    return this.open.get(headers.authorization?.replace(/^Bearer /, '') ?? '');
  }

  async answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const [id, part, which] = url.pathname.split('/').slice(4);
    const { method } = request;
    if (id === undefined) {
      if (method === 'GET') this.#page(response, url.searchParams);
      else this.#found(response, await this.#wish(request));
      return;
    }
    const tenant = this.tenants.find((known) => known.id === id);
    if (tenant === undefined) problem(response, 404, 'not-found');
    else if (part === 'access') this.#access(request, response, tenant, which);
    else if (part === 'members') json(response, 200, { items: tenant.owners.map(person), nextCursor: null });
    else if (part === 'invitations' && which !== undefined) this.#takeBack(response, tenant, which);
    else if (part === 'invitations') this.#invite(response, tenant, await this.#wish(request));
    else if (part === 'api-keys') await this.keys.answer(request, response, new URL(url.pathname.replace(/.*\/api-keys/, '/v1/api-keys') + url.search, url));
    else this.#change(response, tenant, part, method === 'GET' ? {} : await this.#wish(request));
  }

  async #wish(request: IncomingMessage): Promise<Wish> {
    const wish = request.headers['content-type'] === undefined ? {} : await jsonOf<Wish>(request);
    this.received.push(wish);
    return wish;
  }

  #page(response: ServerResponse, asked: URLSearchParams): void {
    const text = asked.get('text')?.toLowerCase() ?? '';
    const status = asked.get('status');
    const found = this.tenants.filter((tenant) => JSON.stringify([tenant.name, tenant.owners]).toLowerCase().includes(text) && (status === null || status === statusOf(tenant)));
    if (asked.get('sort') === 'name') found.sort((one, other) => one.name.localeCompare(other.name));
    const limit = Number(asked.get('limit') ?? '50');
    const from = Number(asked.get('cursor') ?? '0');
    json(response, 200, { items: found.slice(from, from + limit).map(listed), nextCursor: from + limit < found.length ? String(from + limit) : null });
  }

  #found(response: ServerResponse, { companyName = '', ownerEmail = '', languages = [], defaultLocale = 'en', industry }: Wish): void {
    if (companyName.trim() === '') invalid(response, '/companyName', 'required');
    else if (!ownerEmail.endsWith('.example')) invalid(response, '/ownerEmail', 'malformed');
    else {
      const owners = [invitedOwner(ownerEmail)];
      json(response, 201, listed(this.add(companyName, { languages, defaultLocale, owners, ...(typeof industry === 'string' ? { industry } : {}) })));
    }
  }

  #invite(response: ServerResponse, tenant: StubTenant, { email = '' }: Wish): void {
    if (!email.endsWith('.example')) invalid(response, '/email', 'malformed');
    else if (tenant.owners.some(({ status }) => status === 'active')) problem(response, 409, 'conflict');
    else {
      const invited = invitedOwner(email);
      tenant.owners = [...tenant.owners.filter(({ id }) => id !== invited.id), invited];
      json(response, 201, person(invited));
    }
  }

  #takeBack(response: ServerResponse, tenant: StubTenant, which: string): void {
    const left = tenant.owners.filter(({ id, status }) => encodeURIComponent(id) !== which || status !== 'invited');
    if (left.length === tenant.owners.length) problem(response, 404, 'not-found');
    else {
      tenant.owners = left;
      response.writeHead(204).end();
    }
  }

  #change(response: ServerResponse, tenant: StubTenant, part: string | undefined, { reason, industry, greetings, ...wish }: Wish): void {
    if ((wish.requestsPerMinute ?? 1) > 1_000_000) {
      invalid(response, '/requestsPerMinute', 'out-of-range');
      return;
    }
    if (part === 'suspend') tenant.suspension ??= { since: new Date().toISOString(), reason: reason ?? '' };
    else if (part === 'activate') delete tenant.suspension;
    else {
      Object.assign(tenant, wish);
      if (industry === null) delete tenant.industry;
      else if (industry !== undefined) tenant.industry = industry;
      tenant.greetings = Object.fromEntries(Object.entries(tenant.greetings).filter(([language]) => greetings?.[language] !== null));
    }
    json(response, 200, detailed(tenant));
  }

  #access({ method }: IncomingMessage, response: ServerResponse, tenant: StubTenant, which: string | undefined): void {
    if (method === 'DELETE') {
      this.open.delete(`acting-${which ?? ''}`);
      response.writeHead(204).end();
      return;
    }
    const id = String(++this.#begun);
    this.open.set(`acting-${id}`, tenant);
    json(response, 201, { id, accessToken: `acting-${id}`, expiresIn: 900, tenantId: tenant.id, tenantName: tenant.name, suspended: tenant.suspension !== undefined });
  }
}

const person = (owner: StubOwner): unknown => ({ ...owner, role: 'owner', createdAt: SINCE });

const statusOf = ({ suspension }: StubTenant): string => (suspension === undefined ? 'active' : 'suspended');

const listed = (tenant: StubTenant): unknown => {
  const { id, name, industry, requestsPerMinute, createdAt, owners, conversations, messages } = tenant;
  return { id, name, industry, status: statusOf(tenant), requestsPerMinute, createdAt, members: owners.filter(({ status }) => status === 'active').length, conversations, messagesThisMonth: messages };
};

const detailed = (tenant: StubTenant): unknown => {
  const { id, name, industry, languages, defaultLocale, greetings, requestsPerMinute, createdAt, suspension, owners, conversations, messages } = tenant;
  return {
    profile: { id, name, industry, languages, defaultLocale, greetings, requestsPerMinute, createdAt, branding: { color: '#0f6f5c', position: 'bottom-right' } },
    status: statusOf(tenant), suspension, owners: owners.map(({ id: key, email, name: called, status }) => ({ id: key, email, name: called, status })),
    counts: { members: owners.filter(({ status }) => status === 'active').length, invited: owners.filter(({ status }) => status === 'invited').length, keys: 1, conversations },
    usage: { periodStart: '2026-03-01T00:00:00Z', periodEnd: '2026-04-01T00:00:00Z', meters: [{ meter: 'messages', quantity: messages }, { meter: 'input_tokens', quantity: 48_210 }, { meter: 'calls', quantity: 3 }] },
    knowledge: { documents: 12, completed: 11, failed: 1, chunks: 340 },
  };
};
