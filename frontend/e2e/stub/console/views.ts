import type { Page } from '@playwright/test';
import { TOKEN } from './accounts.ts';
import type { Role } from './members.ts';
import type { Platform } from './platform.ts';
import {
  ALL_KINDS, askHours, checkPage, chosen, confirmFactor, endSession, noScopes, overtake, pressed, previewOnPhone, refuseLimit, refuseLook,
  refusePassword, refuseSettings, replaced, scan, searched, secondStep, sent, shown, shownInPreview,
} from './waysThere.ts';

/** Something to look at: an address, and what makes it what it is. */
export interface View {
  readonly name: string;
  readonly path: string;
  readonly ready: (page: Page) => Promise<unknown>;
}

/** Views that are looked at one after the other without a new page, by one person or by nobody. */
export interface Tour {
  readonly name: string;
  readonly role?: Role;
  readonly prepare?: (platform: Platform) => unknown;
  readonly views: readonly View[];
}

const CONVERSATION = '/conversations/0192d3a0-0000-7000-8000-000000000003';
const FILE = '/knowledge/0192d3a0-0000-7000-8000-000000000001';
const TENANT = '/tenants/0192d3a0-0000-7000-8000-000000000004';
const OWNERLESS = '/tenants/0192d3a0-0000-7000-8000-000000000005';
const AWAITED = '/tenants/0192d3a0-0000-7000-8000-000000000006';
const SUSPENDED = '/tenants/0192d3a0-0000-7000-8000-000000000002';

export const TOURS: readonly Tour[] = [
  {
    name: 'the door',
    views: [
      // A link's token lasts as long as the page: before any comes along.
      { name: 'reset-password-incomplete', path: '/reset-password', ready: shown('h2') },
      { name: 'invitation-incomplete', path: '/invitation', ready: shown('h2') },
      { name: 'sign-in', path: '', ready: shown('form') },
      { name: 'sign-in-problem', path: '/sign-in?problem=forbidden', ready: shown('[role=status]:not(:empty)') },
      { name: 'sign-in-company', path: '/sign-in/company', ready: shown('form') },
      { name: 'sign-in-company-unknown', path: '/sign-in/company', ready: sent('[role=alert]:not(:empty)') },
      { name: 'sign-in-code', path: '/sign-in', ready: secondStep },
      { name: 'sign-up', path: '/sign-up', ready: shown('form') },
      { name: 'sign-up-refused', path: '/sign-up', ready: sent('[aria-invalid]', 'password1234') },
      { name: 'verify', path: '/verify', ready: shown('form') },
      { name: 'verify-sent', path: '/sign-up', ready: sent('[autocomplete=one-time-code]', 'correct horse battery staple') },
      { name: 'verify-wrong', path: '/verify', ready: sent('[role=alert]:not(:empty)', '000000') },
    ],
  },
  {
    name: 'mailed links',
    views: [
      { name: 'forgot-password', path: '/forgot-password', ready: shown('form') },
      { name: 'forgot-password-sent', path: '/forgot-password', ready: sent('h2') },
      { name: 'reset-password', path: `/reset-password#token=${TOKEN}`, ready: shown('form') },
      { name: 'reset-password-refused', path: `/reset-password#token=${TOKEN}`, ready: sent('[aria-invalid]', 'password1234') },
      { name: 'magic-link', path: `/magic-link#token=${TOKEN}`, ready: shown('form') },
      { name: 'magic-link-over', path: '/magic-link#token=spent', ready: sent('h2') },
      { name: 'invitation', path: `/invitation#token=${TOKEN}`, ready: shown('form') },
      { name: 'invitation-refused', path: `/invitation#token=${TOKEN}`, ready: sent('[aria-invalid]', 'password1234') },
      { name: 'invitation-over', path: '/invitation#token=spent', ready: shown('h2') },
    ],
  },
  {
    name: 'knowledge and answers',
    role: 'owner',
    views: [
      { name: 'knowledge', path: '/knowledge', ready: shown('tbody tr') },
      { name: 'menu', path: '/knowledge', ready: pressed('tbody [aria-haspopup=menu]') },
      { name: 'passages', path: FILE, ready: shown('[role=dialog] li') },
      { name: 'text', path: '/knowledge/text', ready: shown('form textarea') },
      { name: 'pairs', path: '/knowledge/qa', ready: shown('form textarea') },
      { name: 'try-it-empty', path: '/try-it', ready: shown('textarea') },
      { name: 'try-it', path: '/try-it', ready: askHours },
      { name: 'account', path: '/try-it', ready: pressed('header [aria-haspopup=menu]') },
      { name: 'closed', path: '/jobs', ready: shown('[role=alert] a') },
      // The last, for what is changed there is not left without a question.
      { name: 'profile', path: '/knowledge/profile', ready: (page) => page.locator('form select').first().selectOption('open') },
    ],
  },
  {
    name: 'the assistant',
    role: 'owner',
    views: [
      { name: 'assistant', path: '/assistant', ready: shown('form textarea') },
      { name: 'assistant-draft', path: '/assistant?version=draft', ready: shown('[role=dialog] table') },
      { name: 'assistant-version', path: '/assistant?version=2', ready: shown('[role=dialog] table') },
      { name: 'assistant-off', path: '/assistant', ready: pressed('[role=switch]') },
      { name: 'assistant-roll-back', path: '/assistant?version=2', ready: pressed('[role=dialog] button', -2) },
      { name: 'assistant-starters', path: '/assistant', ready: pressed('form button') },
      // The last, for what is changed there is not left without a question.
      { name: 'assistant-stale', path: '/assistant', ready: overtake },
    ],
  },
  {
    name: 'conversations and the dashboard',
    role: 'owner',
    views: [
      { name: 'dashboard', path: '/dashboard', ready: shown('main ol svg') },
      { name: 'conversations', path: '/conversations', ready: shown('tbody tr') },
      { name: 'conversations-none', path: '/conversations?text=nothing+like+it', ready: shown('main section h2') },
      { name: 'transcript', path: CONVERSATION, ready: shown('main ol li') },
      { name: 'conversations-of-a-contact', path: '/conversations?contact=0192d3a0-0000-7000-8000-0000000000c1', ready: shown('tbody tr') },
    ],
  },
  {
    name: 'a dashboard of nothing',
    role: 'admin',
    prepare: ({ dashboards, conversations }) => {
      dashboards.conversations = { count: 0, before: 0 };
      conversations.all.length = 0;
    },
    views: [
      { name: 'dashboard-empty', path: '/dashboard', ready: shown('main section h2') },
      { name: 'conversations-empty', path: '/conversations', ready: shown('main section h2') },
    ],
  },
  {
    name: 'people',
    role: 'owner',
    views: [
      { name: 'team', path: '/team', ready: shown('tbody tr') },
      { name: 'team-menu', path: '/team', ready: (page) => page.locator('tbody [aria-haspopup=menu]').last().click() },
      { name: 'role', path: '/team', ready: chosen(1, 0) },
      { name: 'remove', path: '/team', ready: chosen(1, 1) },
      { name: 'log-out-everywhere', path: '/account', ready: (page) => page.locator('main button[type=button]').last().click() },
      { name: 'contacts', path: '/contacts', ready: shown('tbody tr') },
      { name: 'block', path: '/contacts', ready: pressed('tbody button') },
      { name: 'contacts-none', path: '/contacts?text=nobody', ready: shown('main h2') },
    ],
  },
  {
    name: 'the team and the keys of an admin',
    role: 'admin',
    views: [
      { name: 'team-of-an-admin', path: '/team', ready: shown('tbody [aria-disabled]') },
      { name: 'invite', path: '/team', ready: pressed('main header button') },
      { name: 'keys', path: '/keys', ready: shown('tbody tr') },
      { name: 'key-menu', path: '/keys', ready: pressed('tbody [aria-haspopup=menu]') },
      { name: 'key-new', path: '/keys', ready: pressed('main header button') },
      { name: 'key-scopes', path: '/keys', ready: noScopes },
      { name: 'key-embed', path: '/keys', ready: chosen(0, 0, '[role=dialog] code') },
      { name: 'key-replace', path: '/keys', ready: chosen(1, 1) },
      { name: 'key-revoke', path: '/keys', ready: chosen(0, -1) },
      // The last, for what is shown once is not left without a question.
      { name: 'key-once', path: '/keys', ready: replaced },
    ],
  },
  {
    name: 'settings and the audit log',
    role: 'owner',
    views: [
      { name: 'settings', path: '/settings', ready: shown('form select') },
      { name: 'audit', path: '/audit', ready: shown('tbody tr') },
      { name: 'audit-entry', path: '/audit', ready: pressed('tbody button') },
      { name: 'audit-none', path: '/audit?text=nothing+like+it', ready: shown('main section h2:not(.sr-only)') },
      // The last, for what is changed there is not left without a question.
      { name: 'settings-refused', path: '/settings', ready: refuseSettings },
    ],
  },
  {
    name: 'the way to a first answer',
    role: 'owner',
    prepare: ({ newcomer }) => {
      newcomer.done.clear();
      newcomer.done.add('knowledge');
      newcomer.installation = { origin: 'https://shop.napoli-corner.example', installed: false, status: 200, keyId: 'key-0004', findings: ALL_KINDS };
    },
    views: [
      { name: 'first-steps', path: '/knowledge', ready: shown('section ol a') },
      { name: 'widget', path: '/widget', ready: shownInPreview },
      { name: 'widget-phone', path: '/widget', ready: previewOnPhone },
      { name: 'widget-checked', path: '/widget', ready: checkPage },
      { name: 'search', path: '/contacts', ready: searched('') },
      { name: 'search-found', path: '/contacts', ready: searched('na') },
      { name: 'search-none', path: '/contacts', ready: searched('nothing like it') },
      { name: 'narrow', path: '/try-it', ready: (page) => page.locator('header button[aria-expanded=true]').first().click() },
      // The last, for what is changed there is not left without a question.
      { name: 'widget-refused', path: '/widget', ready: refuseLook },
    ],
  },
  {
    name: 'tenants',
    role: 'operator',
    views: [
      { name: 'tenants', path: '/tenants', ready: shown('tbody tr') },
      { name: 'tenants-none', path: '/tenants?text=nothing+like+it', ready: shown('main section h2') },
      { name: 'tenant-new', path: '/tenants', ready: pressed('main header button') },
      { name: 'tenant', path: TENANT, ready: shown('table tbody tr') },
      { name: 'tenant-suspend', path: TENANT, ready: (page) => page.locator('main [role=group] section > div > button').first().click() },
      { name: 'tenant-key', path: TENANT, ready: pressed('tr:not(:has(time[title])) button') },
      { name: 'tenant-ownerless', path: OWNERLESS, ready: shown('h3 ~ button') },
      { name: 'tenant-owner-awaited', path: AWAITED, ready: shown('time[title]') },
      { name: 'tenant-owner-again', path: AWAITED, ready: pressed('h3 ~ button') },
      { name: 'tenant-owner-taken-back', path: AWAITED, ready: pressed('tr:has(time[title]) button') },
      { name: 'tenant-suspended', path: SUSPENDED, ready: shown('main dd bdi') },
      { name: 'tenant-activate', path: SUSPENDED, ready: (page) => page.locator('main [role=group] section > div > button').first().click() },
      { name: 'tenant-gone', path: '/tenants/0192d3a0-0000-7000-8000-00000000dead', ready: shown('[role=alert]') },
      // The last, for what is changed there is not left without a question.
      { name: 'tenant-refused', path: TENANT, ready: refuseLimit },
    ],
  },
  {
    name: 'a suspended tenant',
    role: 'owner',
    prepare: ({ members }) => { members.suspended = true; },
    views: [
      { name: 'suspended', path: '/knowledge', ready: shown('main [role=status] .font-semibold') },
      // The last, for nobody is signed in any more.
      { name: 'session-ended', path: '/knowledge', ready: endSession },
    ],
  },
  {
    name: 'an account',
    role: 'agent',
    views: [
      { name: 'own-account', path: '/account', ready: shown('form') },
      { name: 'second-factor-password', path: '/account', ready: pressed('[aria-labelledby] > section > div button') },
      { name: 'second-factor-scan', path: '/account', ready: scan },
      { name: 'second-factor-codes', path: '/account', ready: confirmFactor },
      { name: 'second-factor-off', path: '/account', ready: pressed('[aria-labelledby] > section > div button') },
    ],
  },
  {
    name: 'operations',
    role: 'operator',
    prepare: ({ auditLog }) => { auditLog.verification = { intact: false, sealed: 12, unsealed: 0, brokenAt: '0192d3a0-0000-7000-8000-00000000beef' }; },
    views: [
      { name: 'dashboard-of-all', path: '/dashboard', ready: shown('main ol svg') },
      { name: 'conversations-of-all', path: '/conversations', ready: shown('tbody tr') },
      { name: 'conversations-of-a-tenant', path: '/conversations?tenant=0192d3a0-0000-7000-8000-000000000002', ready: shown('tbody tr') },
      { name: 'transcript-of-a-tenant', path: CONVERSATION, ready: shown('main ol li') },
      { name: 'jobs', path: '/jobs', ready: shown('main li dl') },
      { name: 'runs', path: '/jobs/ingestDocument', ready: shown('tbody tr') },
      { name: 'run', path: '/jobs/ingestDocument/1040', ready: shown('tbody tr') },
      { name: 'tools', path: '/tools', ready: shown('tbody tr') },
      { name: 'tool-new', path: '/tools', ready: pressed('main header button') },
      { name: 'mail', path: '/mail', ready: shown('tbody tr') },
      { name: 'mail-open', path: '/mail', ready: pressed('tbody button') },
      { name: 'audit-of-all', path: '/audit', ready: shown('main:has([role=alert]) tbody tr') },
      { name: 'restart', path: '/jobs/ingestDocument/1040', ready: pressed('main button') },
      // The last, for what is changed there is not left without a question.
      { name: 'own-account-refused', path: '/account', ready: refusePassword },
    ],
  },
];
