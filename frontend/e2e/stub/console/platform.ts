import type { IncomingMessage, ServerResponse } from 'node:http';
import { built } from '../built.ts';
import { Loopback } from '../loopback.ts';
import { json, jsonOf, problem } from '../respond.ts';
import { Accounts, isOfAccounts } from './accounts.ts';
import { Assistant } from './assistant.ts';
import { AuditLog } from './auditLog.ts';
import { Contacts } from './contacts.ts';
import { Conversations } from './conversations.ts';
import { Dashboards } from './dashboards.ts';
import { Drafts } from './drafts.ts';
import { Invitations } from './invitations.ts';
import { Jobs } from './jobs.ts';
import { Keys } from './keys.ts';
import { Knowledge } from './knowledge.ts';
import { Mails } from './mails.ts';
import { Me } from './me.ts';
import { Members, type Role } from './members.ts';
import { Newcomer } from './newcomer.ts';
import { Team } from './team.ts';
import { Tenant } from './tenant.ts';
import { Tenants } from './tenants.ts';
import { Tools } from './tools.ts';

/** As the server sends it with every page. */
const POLICY =
  "default-src 'self'; img-src 'self' data: https:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** What stays the tenant's own when an operator acts for it. */
const OWN = /^\/v1\/(me|members|admin|conversations|tenant\/contact-secret|tenant\/sign-in)(?![\w-])/;

export interface Disturbance {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
  /** Not answered before this. */
  readonly after?: Promise<void>;
}

/** A platform of one process and no database, which does what the console's contract says, and what a test wants. */
export class Platform extends Loopback {
  readonly members = new Members();
  readonly accounts = new Accounts(this.members);
  readonly invitations = new Invitations(this.members);
  readonly team = new Team(this.members);
  readonly me = new Me(this.members);
  readonly knowledge = new Knowledge();
  readonly assistant = new Assistant();
  readonly drafts = new Drafts();
  readonly jobs = new Jobs();
  readonly mails = new Mails();
  readonly contacts = new Contacts();
  readonly conversations = new Conversations();
  readonly dashboards = new Dashboards(this.conversations);
  readonly keys = new Keys();
  readonly tenant = new Tenant();
  readonly tenants = new Tenants();
  readonly tools = new Tools();
  readonly newcomer = new Newcomer();
  readonly auditLog = new AuditLog();
  /** Where those are sent whose company has a sign-in of its own. */
  provider: string | undefined;
  readonly asked: string[] = [];
  /** By `METHOD /path`: instead of, or before, the usual answer. */
  readonly disturbances = new Map<string, Disturbance | Promise<void>>();

  protected async serve(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    if (!url.pathname.startsWith('/v1/')) {
      await page(response, url.pathname);
      return;
    }
    const call = `${request.method ?? ''} ${url.pathname}`;
    this.asked.push(call);
    const disturbance = this.disturbances.get(call);
    if (disturbance instanceof Promise) await disturbance;
    else if (disturbance !== undefined) {
      await disturbance.after;
      problem(response, disturbance.status, 'stub', disturbance.body, disturbance.headers);
      return;
    }
    await this.#answer(request, response, url);
  }

  async #answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    if (isOfAccounts(url.pathname)) {
      await this.accounts.answer(request, response, url.pathname);
      return;
    }
    if (url.pathname.startsWith('/v1/auth/invitations/')) {
      await this.invitations.answer(request, response, url.pathname);
      return;
    }
    if (url.pathname === '/v1/auth/oidc/start') {
      await this.#setOut(request, response);
      return;
    }
    if (url.pathname.startsWith('/v1/auth/')) {
      await this.members.answer(request, response, url);
      return;
    }
    const acted = this.tenants.actedFor(request);
    if (acted !== undefined) {
      await this.#answerToActing(acted.suspension !== undefined, request, response, url);
      return;
    }
    const caller = this.members.callerOf(request);
    if (caller === undefined) problem(response, 401, 'unauthenticated');
    else if (/^\/v1\/me(\/|$)/.test(url.pathname)) await this.me.answer(request, response, url.pathname, caller);
    else await this.#answerTo(this.members.people[caller].role, request, response, url);
  }

  /** As an owner, but for people, secrets and one's own account. */
  async #answerToActing(isSuspended: boolean, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const isMaking = url.pathname.startsWith('/v1/api-keys') && !['GET', 'PATCH'].includes(request.method ?? '');
    if (OWN.test(url.pathname) || isMaking) problem(response, 403, 'forbidden');
    else if (isSuspended && request.method !== 'GET') problem(response, 403, 'tenant-suspended');
    else if (url.pathname === '/v1/dashboard') this.dashboards.answerToActing(response, url);
    else await this.#answerTo('owner', request, response, url);
  }

  async #answerTo(role: Role, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    if (url.pathname.startsWith('/v1/admin/')) {
      if (role !== 'operator') problem(response, 403, 'forbidden');
      else if (url.pathname === '/v1/admin/mails') this.mails.answer(response, url);
      else if (/^\/v1\/admin\/tools(\/|$)/.test(url.pathname)) await this.tools.answer(request, response, url);
      else if (/^\/v1\/admin\/tenants(\/|$)/.test(url.pathname)) await this.tenants.answer(request, response, url);
      else if (url.pathname.startsWith('/v1/admin/audit-log')) this.auditLog.answer(response, url);
      else if (url.pathname.startsWith('/v1/admin/conversations')) this.conversations.answer(response, url, role);
      else if (url.pathname === '/v1/admin/dashboard') this.dashboards.answerToOperator(response, url);
      else this.jobs.answer(request, response, url);
    } else if (role !== 'operator' && /^\/v1\/conversations(\/|$)/.test(url.pathname)) this.conversations.answer(response, url, role);
    else if (role !== 'operator' && /^\/v1\/contacts(\/|$)/.test(url.pathname)) await this.contacts.answer(request, response, url);
    else if (role !== 'owner' && role !== 'admin') problem(response, 403, 'forbidden');
    else if (/^\/v1\/members(\/|$)/.test(url.pathname)) await this.team.answer(request, response, url, role);
    else if (url.pathname.startsWith('/v1/knowledge/')) await this.knowledge.answer(request, response, url);
    else if (url.pathname === '/v1/assistant/test') json(response, 200, await this.assistant.answer(request));
    else if (/^\/v1\/assistant(\/|$)/.test(url.pathname)) await this.drafts.answer(request, response, url);
    else await this.#answerToManagement(request, response, url);
  }

  async #answerToManagement(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    if (/^\/v1\/api-keys(\/|$)/.test(url.pathname)) await this.keys.answer(request, response, url);
    else if (url.pathname === '/v1/onboarding') await this.newcomer.answer(request, response);
    else if (url.pathname === '/v1/tenant/widget/installation-check') await this.newcomer.check(request, response);
    else if (url.pathname === '/v1/conversations.csv') this.conversations.answer(response, url, 'owner');
    else if (url.pathname === '/v1/dashboard') this.dashboards.answer(response, url);
    else if (url.pathname === '/v1/tenant') await this.tenant.answer(request, response);
    else if (url.pathname.startsWith('/v1/tenant/sign-in')) await this.tenant.answerOfSignIn(request, response, url);
    else if (url.pathname.startsWith('/v1/tenant/contact-secret')) this.keys.answerOfContacts(request, response);
    else if (url.pathname.startsWith('/v1/audit-log')) this.auditLog.answer(response, url);
    else problem(response, 404, 'not-found');
  }

  async #setOut(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { email } = await jsonOf<{ email: string }>(request);
    if (this.provider !== undefined && email.endsWith('@napoli.example')) json(response, 200, { redirectUrl: this.provider });
    else problem(response, 404, 'not-found');
  }
}

const PREVIEW_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: https: http:; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/** Every path that is no file, nor the widget's, is a page of the console. */
async function page(response: ServerResponse, path: string): Promise<void> {
  if (path === '/widget.js') {
    await built(response, path);
    return;
  }
  if (path === '/widget/preview') {
    await built(response, '/console/preview.html', { 'Content-Security-Policy': PREVIEW_POLICY });
    return;
  }
  const isFile = path.startsWith('/console/assets/');
  await built(response, isFile ? path : '/console/index.html', { 'Content-Security-Policy': isFile ? "default-src 'none'" : POLICY });
}
