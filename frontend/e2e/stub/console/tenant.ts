import type { IncomingMessage, ServerResponse } from 'node:http';
import { json, jsonOf, problem } from '../respond.ts';
import { invalid } from './invalid.ts';

interface Profile {
  name: string;
  industry?: string;
  defaultLocale: string;
  languages: readonly string[];
  branding: { color: string; position: string; logoUrl?: string };
  greetings: Record<string, string>;
}

type Patch = { readonly [K in keyof Profile]?: Profile[K] | null };

interface Wish {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret?: string;
  readonly defaultRole: string;
  readonly enabled: boolean;
  readonly trustsEmail: boolean;
  readonly domains: readonly string[];
}

interface Provider extends Omit<Wish, 'clientSecret' | 'domains'> {
  readonly redirectUri: string;
  readonly domains: readonly { readonly domain: string; readonly verified: boolean; readonly recordName: string; readonly recordValue: string }[];
}

/** The profile of the tenant, and its identity provider. */
export class Tenant {
  /** What was sent in, the newest last. */
  readonly received: unknown[] = [];
  profile: Profile = {
    name: 'Napoli Corner', industry: 'Restaurants', defaultLocale: 'en', languages: ['en', 'he'],
    branding: { color: '#b3261e', position: 'bottom-right', logoUrl: '/console/assets/none.svg' }, greetings: { en: 'Ciao!' },
  };
  provider: Provider | undefined;
  /** Domains whose record is there. */
  readonly records = new Set<string>();

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const patch = request.method === 'PATCH' ? await jsonOf<Patch>(request) : undefined;
    if (patch !== undefined) this.received.push(patch);
    if (patch?.name === '') invalid(response, '/name', 'required');
    else if (patch?.branding?.logoUrl?.startsWith('ftp:') === true) invalid(response, '/branding/logoUrl', 'malformed');
    else {
      this.profile = merged(this.profile, patch ?? {}) as Profile;
      json(response, 200, { id: 'tenant-1', requestsPerMinute: 600, createdAt: '2026-01-01T00:00:00Z', ...this.profile });
    }
  }

  async answerOfSignIn(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    if (request.method === 'PUT') this.#set(response, await jsonOf<Wish>(request), url.origin);
    else if (this.provider === undefined) problem(response, 404, 'not-found');
    else if (request.method === 'DELETE') {
      this.provider = undefined;
      response.writeHead(204).end();
    } else if (request.method === 'POST') this.#verify(response, this.provider, decodeURIComponent(url.pathname.split('/')[5] ?? ''));
    else json(response, 200, this.provider);
  }

  #set(response: ServerResponse, wish: Wish, origin: string): void {
    this.received.push(wish);
    const wrong = wish.domains.findIndex((domain) => !domain.includes('.'));
    if (!wish.issuer.startsWith('https:')) invalid(response, '/issuer', 'malformed');
    else if (wrong >= 0) invalid(response, `/domains/${wrong}`, 'malformed');
    else if (wish.domains.includes('taken.example')) problem(response, 409, 'conflict');
    else {
      const { issuer, clientId, defaultRole, enabled, trustsEmail } = wish;
      const isAnother = this.provider?.issuer !== issuer || this.provider.clientId !== clientId;
      if (isAnother && wish.clientSecret === undefined) {
        invalid(response, '/clientSecret', 'required');
        return;
      }
      const verified = new Set(this.provider?.domains.filter((known) => known.verified).map(({ domain }) => domain));
      const domains = wish.domains.map((domain) => ({ domain, verified: verified.has(domain), recordName: `_csai.${domain}`, recordValue: `csai-verification=${domain.length}aB3x` }));
      this.provider = { issuer, clientId, defaultRole, enabled, trustsEmail, domains, redirectUri: `${origin}/v1/auth/oidc/callback/tenant-1` };
      json(response, 200, this.provider);
    }
  }

  #verify(response: ServerResponse, provider: Provider, domain: string): void {
    if (!this.records.has(domain)) {
      problem(response, 409, 'conflict');
      return;
    }
    this.provider = { ...provider, domains: provider.domains.map((known) => (known.domain === domain ? { ...known, verified: true } : known)) };
    json(response, 200, this.provider);
  }
}

/** RFC 7396. */
function merged(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const result: Record<string, unknown> = isObject(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) Reflect.deleteProperty(result, name);
    else result[name] = merged(result[name], value);
  }
  return result;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
