import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { axeFindings } from '../fixtures.ts';
import { TOKEN } from './accounts.ts';
import { expect, test } from './console.ts';
import { EMAIL } from './door.ts';
import type { Role } from './members.ts';
import type { Platform } from './platform.ts';

const pictures = process.env['CSAI_SCREENSHOTS'];

interface View {
  readonly name: string;
  readonly path: string;
  readonly role?: Role;
  readonly ready: (page: Page) => Promise<unknown>;
}

const shown = (selector: string) => (page: Page): Promise<unknown> => page.locator(selector).first().waitFor();

const VIEWS: readonly View[] = [
  { name: 'sign-in', path: '', ready: shown('form') },
  { name: 'sign-up', path: '/sign-up', ready: shown('form') },
  { name: 'sign-up-refused', path: '/sign-up', ready: (page) => send(page, '[aria-invalid]', 'password1234') },
  { name: 'verify', path: '/verify', ready: shown('form') },
  { name: 'verify-sent', path: '/sign-up', ready: (page) => send(page, '[autocomplete=one-time-code]', 'correct horse battery staple') },
  { name: 'verify-wrong', path: '/verify', ready: (page) => send(page, '[role=alert]:not(:empty)', '000000') },
  { name: 'forgot-password', path: '/forgot-password', ready: shown('form') },
  { name: 'forgot-password-sent', path: '/forgot-password', ready: (page) => send(page, 'h2') },
  { name: 'reset-password', path: `/reset-password#token=${TOKEN}`, ready: shown('form') },
  { name: 'reset-password-refused', path: `/reset-password#token=${TOKEN}`, ready: (page) => send(page, '[aria-invalid]', 'password1234') },
  { name: 'reset-password-incomplete', path: '/reset-password', ready: shown('h2') },
  { name: 'magic-link', path: `/magic-link#token=${TOKEN}`, ready: shown('form') },
  { name: 'magic-link-over', path: '/magic-link#token=spent', ready: (page) => send(page, 'h2') },
  { name: 'invitation', path: `/invitation#token=${TOKEN}`, ready: shown('form') },
  { name: 'invitation-refused', path: `/invitation#token=${TOKEN}`, ready: (page) => send(page, '[aria-invalid]', 'password1234') },
  { name: 'invitation-over', path: '/invitation#token=spent', ready: shown('h2') },
  { name: 'invitation-incomplete', path: '/invitation', ready: shown('h2') },
  { name: 'knowledge', path: '/knowledge', role: 'owner', ready: shown('tbody tr') },
  { name: 'menu', path: '/knowledge', role: 'owner', ready: (page) => page.locator('tbody [aria-haspopup=menu]').first().click() },
  { name: 'passages', path: '/knowledge/0192d3a0-0000-7000-8000-000000000001', role: 'owner', ready: shown('[role=dialog] li') },
  { name: 'text', path: '/knowledge/text', role: 'owner', ready: shown('form textarea') },
  { name: 'pairs', path: '/knowledge/qa', role: 'owner', ready: shown('form textarea') },
  { name: 'profile', path: '/knowledge/profile', role: 'owner', ready: (page) => page.locator('form select').first().selectOption('open') },
  { name: 'try-it-empty', path: '/try-it', role: 'owner', ready: shown('textarea') },
  { name: 'try-it', path: '/try-it', role: 'owner', ready: askHours },
  { name: 'account', path: '/try-it', role: 'owner', ready: (page) => page.locator('header [aria-haspopup=menu]').click() },
  { name: 'team', path: '/team', role: 'owner', ready: shown('tbody tr') },
  { name: 'team-of-an-admin', path: '/team', role: 'admin', ready: shown('tbody [aria-disabled]') },
  { name: 'team-menu', path: '/team', role: 'owner', ready: (page) => page.locator('tbody [aria-haspopup=menu]').last().click() },
  { name: 'invite', path: '/team', role: 'admin', ready: (page) => page.locator('main header button').click() },
  { name: 'role', path: '/team', role: 'owner', ready: (page) => choose(page, 'role') },
  { name: 'remove', path: '/team', role: 'owner', ready: (page) => choose(page, 'removal') },
  { name: 'own-account', path: '/account', role: 'agent', ready: shown('form') },
  { name: 'own-account-refused', path: '/account', role: 'operator', ready: refusePassword },
  { name: 'log-out-everywhere', path: '/account', role: 'owner', ready: (page) => page.locator('main button[type=button]').click() },
  { name: 'closed', path: '/jobs', role: 'owner', ready: shown('[role=alert] a') },
  { name: 'jobs', path: '/jobs', role: 'operator', ready: shown('main li dl') },
  { name: 'runs', path: '/jobs/ingestDocument', role: 'operator', ready: shown('tbody tr') },
  { name: 'run', path: '/jobs/ingestDocument/1040', role: 'operator', ready: shown('tbody tr') },
  { name: 'mail', path: '/mail', role: 'operator', ready: shown('tbody tr') },
  { name: 'mail-open', path: '/mail', role: 'operator', ready: (page) => page.locator('tbody button').first().click() },
  { name: 'restart', path: '/jobs/ingestDocument/1040', role: 'operator', ready: (page) => page.locator('main button').first().click() },
];

async function askHours(page: Page): Promise<void> {
  await page.locator('textarea').fill('שעות on Friday?');
  await page.keyboard.press('Enter');
  await page.locator('[role=tabpanel] li').first().waitFor();
}

async function choose(page: Page, undertaking: 'role' | 'removal'): Promise<void> {
  await page.locator('tbody [aria-haspopup=menu]').nth(1).click();
  await page.getByRole('menuitem').nth(undertaking === 'role' ? 0 : 1).click();
}

async function refusePassword(page: Page): Promise<void> {
  await page.locator('form').first().waitFor();
  for (const field of await page.locator('form [type=password]').all()) await field.fill('not my password');
  await page.locator('form').nth(1).locator('button').click();
  await page.locator('[aria-invalid]').waitFor();
}

/** Fills in whatever is required, and sends it. */
async function send(page: Page, until: string, answer = EMAIL): Promise<void> {
  await page.locator('form').waitFor();
  for (const field of await page.locator('form [required]').all()) {
    const type = await field.getAttribute('type');
    await field.fill(type === 'email' ? EMAIL : answer);
  }
  await page.locator('form button').first().click();
  await page.locator(until).first().waitFor();
}

function fill({ knowledge, mails, team, origin }: Platform): void {
  team.join('admin');
  team.add('Maximiliane-Alexandra von Hohenstaufen-Wittelsbach the Younger', 'agent');
  team.add('גל שיר', 'owner');
  team.invite('somebody.with.a.very.long.address.indeed@branch-office.napoli-corner.example', 'agent');
  team.invite('late@napoli.example', 'admin', -2);
  mails.keep('noam@napoli.example', 'A subject that is longer than any line of a list should have to hold, on a phone above all', 'Hello');
  mails.keep('dana@napoli.example', 'הקוד שלך', `הקוד שלך הוא 246810.\n\nאו בלחיצה אחת:\n${origin}/console/magic-link#token=${'aB3-x_'.repeat(12)}\n\nSee https://other.example/help`);
  const ready = { status: 'completed', progress: 100 };
  knowledge.add('opening-hours-of-all-our-branches-and-how-they-change-on-holidays.md', { ...ready, chunkCount: 12 });
  knowledge.add('מדיניות החזרות.pdf', { ...ready, chunkCount: 60, sizeBytes: 1_240_000 });
  const problem = { type: 'https://csai.dev/problems/document-image-only', title: 'Not used', detail: 'This file holds only pictures of text, such as a scan.' };
  knowledge.add('scan.pdf', { status: 'failed', progress: 40, problem });
  knowledge.add('What customers ask', { ...ready, kind: 'qa', chunkCount: 14 });
  knowledge.add('Business profile', { kind: 'profile' });
}

/** Direction and colours have nothing to do with each other: each is seen once, unless all is wanted. */
const LOOKS = process.env['CSAI_FULL'] === undefined
  ? ([['en', 'light'], ['he', 'dark']] as const)
  : ([['en', 'light'], ['en', 'dark'], ['he', 'light'], ['he', 'dark']] as const);

for (const [language, theme] of LOOKS) {
  for (const { name, path, role, ready } of VIEWS) {
    test(`axe finds nothing in ${name}, ${language} ${theme}, and a phone holds it`, async ({ page, platform, visit }) => {
      fill(platform);
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await page.addInitScript((chosen) => { localStorage.setItem('csai.console.language', chosen); }, language);
      await visit(path, role);
      await ready(page);
      await expect(page.locator('html')).toHaveAttribute('dir', language === 'he' ? 'rtl' : 'ltr');
      expect(await axeFindings(page)).toEqual([]);
      await picture(page, `${name}-${language}-${theme}-desktop`);
      await page.setViewportSize({ width: 360, height: 780 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      // A phone has the same colours, in another order.
      if (theme === 'light') expect(await axeFindings(page)).toEqual([]);
      await picture(page, `${name}-${language}-${theme}-phone`);
    });
  }
}

async function picture(page: Page, name: string): Promise<void> {
  if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${name}.png`) });
}

test('the language and the appearance are chosen in the menu and kept', async ({ page, visit }) => {
  await visit('/knowledge', 'owner');
  await page.getByRole('button', { name: /Account and settings/ }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark');
  await page.getByRole('button', { name: /Account and settings/ }).click();
  await page.getByRole('menuitemradio', { name: 'עברית' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'מאגר הידע' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'מאגר הידע' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark');
});

test('the keyboard reaches the content past the navigation', async ({ page, visit }) => {
  await visit('/try-it', 'owner');
  await expect(page.getByRole('heading', { level: 1, name: 'Try it' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});
