import { expect, test } from './console.ts';
import type { Platform } from './platform.ts';

const subjects = (platform: Platform, from: number, to: number): readonly string[] =>
  platform.mails.kept.slice(from, to).map(({ subject }) => subject);

test('a mail is found, the newest first, and opened to its plain text', async ({ page, platform, visit }) => {
  const link = `${platform.origin}/console/magic-link#token=aB3-x_`;
  platform.mails.keep('dana@napoli.example', 'Your code', 'Your code is 246810.');
  platform.mails.keep('noam@napoli.example', 'Sign in <now>', `<b>Hello</b> &amp; welcome,\n\n${link}.\n\nhttps://other.example/help\njavascript:alert(1)\nhttp://127.0.0.1@other.example/`);
  await visit('', 'operator');
  await page.getByRole('link', { name: 'Mail' }).click();
  await expect(page).toHaveURL(/\/console\/mail$/);
  await expect(page.locator('tbody').getByRole('row')).toHaveText([/Sign in <now>.*noam@napoli\.example.*now/, /Your code.*dana@napoli\.example.*now/]);
  await expect(page.getByRole('status').filter({ hasText: 'mails' })).toHaveText('2 mails');

  await page.getByRole('button', { name: 'Sign in <now>' }).click();
  const mail = page.getByRole('dialog', { name: 'Sign in <now>' });
  await expect(mail).toContainText('noam@napoli.example');
  await expect(mail).toContainText('<b>Hello</b> &amp; welcome,');
  await expect(mail.getByRole('link')).toHaveText([link]);
  await expect(mail.getByRole('link')).toHaveAttribute('href', link);
  await expect(mail.getByRole('link')).toHaveAttribute('rel', /noopener/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Sign in <now>' })).toBeFocused();
});

test('a link in a mail opens its page in a window of its own', async ({ page, context, platform, visit }) => {
  platform.mails.keep('dana@napoli.example', 'Sign in', `${platform.origin}/console/magic-link#token=aB3-x_`);
  await visit('/mail', 'operator');
  await page.getByRole('button', { name: 'Sign in' }).click();
  const opening = context.waitForEvent('page');
  await page.getByRole('dialog').getByRole('link').click();
  const opened = await opening;
  await expect(opened.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('more mails are shown when they are asked for', async ({ page, platform, visit }) => {
  for (let n = 1; n <= 60; n++) platform.mails.keep('dana@napoli.example', `Mail ${n}`, '');
  await visit('/mail', 'operator');
  await expect(page.locator('tbody').getByRole('button')).toHaveText(subjects(platform, 0, 50));
  await expect(page.getByRole('status').filter({ hasText: 'mails' })).toHaveText('50+ mails');
  platform.disturbances.set('GET /v1/admin/mails', { status: 403 });
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect(page.getByText('No more could be loaded', { exact: true })).toBeVisible();
  await expect(page.locator('tbody').getByRole('button')).toHaveCount(50);
  platform.disturbances.clear();
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect(page.locator('tbody').getByRole('button')).toHaveText(subjects(platform, 0, 60));
  await expect(page.getByRole('button', { name: 'Show more' })).toBeHidden();
  await expect(page.getByRole('status').filter({ hasText: 'mails' })).toHaveText('60 mails');
});

test('the list is refreshed, and what is shown stays when that fails', async ({ page, platform, visit }) => {
  platform.mails.keep('dana@napoli.example', 'First', '');
  await visit('/mail', 'operator');
  await expect(page.locator('tbody').getByRole('button')).toHaveText(['First']);
  platform.mails.keep('dana@napoli.example', '', 'A mail without a subject');
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.locator('tbody').getByRole('button')).toHaveText(['(no subject)', 'First']);
  platform.disturbances.set('GET /v1/admin/mails', { status: 429, headers: { 'Retry-After': '7' } });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByText('Not refreshed', { exact: true })).toBeVisible();
  await expect(page.getByText('Try again in 7 s.', { exact: true })).toBeVisible();
  await expect(page.locator('tbody').getByRole('button')).toHaveText(['(no subject)', 'First']);
});

test('no mail is explained', async ({ page, visit }) => {
  await visit('/mail', 'operator');
  await expect(page.getByText('Mails are shown here only where there is no mail server. Where there is one, they are really sent.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Refresh' })).toBeVisible();
});

test('mails are for operators', async ({ page, platform, visit }) => {
  await visit('/mail', 'owner');
  await expect(page.getByRole('alert')).toContainText('You may not see this');
  expect(platform.asked.filter((call) => call.includes('/v1/admin/'))).toEqual([]);
});
