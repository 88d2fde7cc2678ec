import type { IncomingMessage, ServerResponse } from 'node:http';
import { json, jsonOf, problem } from '../respond.ts';
import { invalid } from './invalid.ts';

interface StubKey {
  readonly id: string;
  name: string;
  readonly kind: string;
  readonly prefix: string;
  readonly key?: string;
  readonly scopes?: readonly string[];
  allowedOrigins?: readonly string[];
  readonly createdAt: string;
  readonly lastUsedAt?: string;
  expiresAt?: string;
  status: string;
}

interface Wish {
  readonly name?: string;
  readonly kind?: string;
  readonly scopes?: readonly string[];
  readonly allowedOrigins?: readonly string[];
  readonly overlapMinutes?: number;
}

const DAY = 86_400_000;
const at = (milliseconds: number): string => new Date(Date.now() + milliseconds).toISOString();

/** Keys, the newest first, and the secret that contacts' tokens are signed with. */
export class Keys {
  /** What was sent in, the newest last. */
  readonly received: unknown[] = [];
  keys: StubKey[] = [];
  contactSecret: { readonly createdAt: string; previousUntil?: string } | undefined;
  #made = 0;

  add(name: string, kind: 'publishable' | 'secret', more: Partial<StubKey> = {}): StubKey {
    const n = String(++this.#made).padStart(4, '0');
    const text = `${kind === 'secret' ? 'sk' : 'pk'}_${n}_${'x'.repeat(24)}`;
    const key: StubKey = {
      id: `key-${n}`, name, kind, prefix: text.slice(0, 8), createdAt: at(-DAY), status: 'active',
      ...(kind === 'secret' ? { scopes: [] } : { key: text, allowedOrigins: [] }), ...more,
    };
    this.keys.unshift(key);
    return key;
  }

  async answer(request: IncomingMessage, response: ServerResponse, { pathname, searchParams }: URL): Promise<void> {
    const [id, part] = pathname.split('/').slice(3);
    if (id === undefined && request.method === 'GET') {
      const limit = Number(searchParams.get('limit') ?? '50');
      const from = Number(searchParams.get('cursor') ?? '0');
      json(response, 200, { items: this.keys.slice(from, from + limit), nextCursor: from + limit < this.keys.length ? String(from + limit) : null });
      return;
    }
    const wish = request.method === 'DELETE' ? {} : await jsonOf<Wish>(request);
    if (request.method !== 'DELETE') this.received.push(wish);
    const wrong = wish.allowedOrigins?.findIndex((origin) => origin !== '*' && !/^https?:\/\/[^/]+$/.test(origin)) ?? -1;
    if (wish.name?.trim() === '') invalid(response, '/name', 'required');
    else if (wrong >= 0) invalid(response, `/allowedOrigins/${wrong}`, 'malformed');
    else if (id === undefined) this.#make(response, wish);
    else this.#one(request, response, id, part, wish);
  }

  #make(response: ServerResponse, { name = '', kind = '', scopes = [], allowedOrigins = [] }: Wish): void {
    if (kind === 'secret' && scopes.length === 0) invalid(response, '/scopes', 'required');
    else if (kind === 'secret') this.#show(response, this.add(name, 'secret', { scopes }));
    else json(response, 201, this.add(name, 'publishable', { allowedOrigins }));
  }

  /** The text of a secret key, this once. */
  #show(response: ServerResponse, key: StubKey): void {
    json(response, 201, { ...key, key: `${key.prefix}_the_whole_secret` });
  }

  #one(request: IncomingMessage, response: ServerResponse, id: string, part: string | undefined, wish: Wish): void {
    const key = this.keys.find((known) => known.id === id);
    if (key === undefined) problem(response, 404, 'not-found');
    else if (request.method === 'DELETE') {
      key.status = 'revoked';
      response.writeHead(204).end();
    } else if (part === 'rotate') this.#rotate(response, key, wish.overlapMinutes ?? 1440);
    else {
      Object.assign(key, wish);
      json(response, 200, key);
    }
  }

  #rotate(response: ServerResponse, key: StubKey, minutes: number): void {
    if (key.status !== 'active') {
      problem(response, 409, 'conflict');
      return;
    }
    Object.assign(key, minutes === 0 ? { status: 'revoked' } : { status: 'expiring', expiresAt: at(minutes * 60_000) });
    const { scopes, allowedOrigins } = key;
    const successor = this.add(key.name, key.kind as 'secret', { ...(scopes === undefined ? {} : { scopes }), ...(allowedOrigins === undefined ? {} : { allowedOrigins }) });
    if (key.kind === 'secret') this.#show(response, successor);
    else json(response, 201, successor);
  }

  answerOfContacts({ method }: IncomingMessage, response: ServerResponse): void {
    if (method === 'POST') {
      this.contactSecret = { createdAt: at(0), ...(this.contactSecret === undefined ? {} : { previousUntil: at(DAY) }) };
      json(response, 201, { ...this.contactSecret, secret: `cs_${++this.#made}_the_whole_secret` });
    } else if (method === 'DELETE') {
      delete this.contactSecret?.previousUntil;
      response.writeHead(204).end();
    } else if (this.contactSecret === undefined) problem(response, 404, 'not-found');
    else json(response, 200, this.contactSecret);
  }
}
