import type { Page } from '@playwright/test';
import { expect, test } from './console.ts';

const tile = (page: Page, name: string) => page.locator('dl > div').filter({ has: page.getByRole('term').filter({ hasText: name }) });

test('an owner sees the week in figures, and goes on from there', async ({ page, platform, visit }) => {
  platform.dashboards.fill();
  platform.drafts.channels = { widget: false };
  platform.conversations.add({ contact: { id: 'c', name: 'Rina Katz', verified: false, blocked: false } });
  await visit('', 'owner');
  await expect(page).toHaveURL(/\/console\/dashboard$/);
  await expect(tile(page, 'Conversations, 7 days')).toHaveText(/182.*14%.* more than the 7 days before/);
  await expect(tile(page, 'Messages today')).toHaveText(/1,042.*WhatsApp: .*12.*Website chat: .*1,030/);
  await expect(tile(page, 'Time to an answer')).toHaveText(/1\.8s.*On average, 7 days/);
  await expect(tile(page, 'Answered, 7 days')).toHaveText(/90%.*10.* times it did not know.*3.* handed to a person/);
  await expect(tile(page, 'Assistant')).toHaveText(/On.*Off on Website chat/);
  await expect(page.getByRole('group', { name: 'Used this month' })).toHaveText(/Messages0Tokens read1,200,345Tokens written2,400,690/);
  const week = page.getByRole('table', { name: 'Conversations by day' });
  await expect(week.getByRole('columnheader')).toHaveText(['Day', 'Website chat', 'WhatsApp', 'Total']);
  await expect(week.getByRole('row').nth(1).getByRole('cell')).toHaveText(['10', '3', '13']);
  await expect(week.getByRole('row').nth(2).getByRole('cell')).toHaveText(['0', '0', '0']);
  expect(platform.dashboards.zones).toEqual(['Asia/Jerusalem']);
  await expect(page.getByRole('link', { name: 'See all' })).toHaveAttribute('href', '/console/conversations');
  for (const [name, path] of [['Add knowledge', '/knowledge'], ['Try the assistant', '/try-it'], ['Get the embed code', '/widget'], ['Invite a colleague', '/team']]) {
    await expect(page.getByRole('link', { name: name ?? '' })).toHaveAttribute('href', `/console${path ?? ''}`);
  }
  await page.getByRole('link', { name: 'Rina Katz' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Rina Katz' })).toBeVisible();
});

test('bars are as high as their days, and go with the language', async ({ page, platform, visit }) => {
  platform.dashboards.fill();
  await visit('/dashboard', 'owner');
  const bars = page.locator('main ol svg');
  await expect(bars).toHaveCount(7);
  const heights = () => bars.evaluateAll((all) => all.map((bar) => [...bar.querySelectorAll('rect')].reduce((sum, rect) => sum + rect.getBoundingClientRect().height, 0)));
  const [first = 0, empty, , , , , last = 0] = await heights();
  expect(empty).toBe(0);
  expect(first / last).toBeCloseTo(13 / 89, 2);
  const isLeft = async (): Promise<boolean> => ((await bars.first().boundingBox())?.x ?? 0) < ((await bars.last().boundingBox())?.x ?? 0);
  expect(await isLeft()).toBe(true);
  await page.getByRole('button', { name: /Account and settings/ }).click();
  await page.getByRole('menuitemradio', { name: 'עברית' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'לוח בקרה' })).toBeVisible();
  await expect.poll(isLeft).toBe(false);
});

test('an assistant that is off is said to be, and one that cannot be asked is not mentioned', async ({ page, platform, visit }) => {
  platform.dashboards.fill();
  platform.drafts.enabled = false;
  await visit('/dashboard', 'admin');
  await expect(tile(page, 'Assistant')).toHaveText(/Off.*Messages are kept for your people\./);
  platform.disturbances.set('GET /v1/assistant', { status: 403 });
  await page.reload();
  await expect(tile(page, 'Messages today')).toBeVisible();
  await expect(tile(page, 'Assistant')).toHaveCount(0);
});

test('nothing to compare with is said instead of a figure, and what comes is shown by itself', async ({ page, platform, visit }) => {
  await page.clock.install();
  await visit('/dashboard', 'owner');
  await expect(page.getByText('No conversations yet')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Add knowledge' })).toBeVisible();
  platform.conversations.add({});
  platform.dashboards.conversations = { count: 1, before: 0 };
  await page.clock.runFor(31_000);
  await expect(tile(page, 'Conversations, 7 days')).toHaveText(/1.*None before/);
  await expect(tile(page, 'Time to an answer')).toHaveText(/–.*Nothing was answered yet/);
  await expect(tile(page, 'Answered, 7 days')).toHaveText(/–.*Nothing was answered yet/);
  await expect(tile(page, 'Messages today')).toHaveText(/0.*Nobody has written today/);
});

test('an operator sees today at all tenants, the busiest of them and what was done', async ({ page, platform, visit }) => {
  platform.dashboards.fill();
  await visit('', 'operator');
  await expect(tile(page, 'Tenants')).toHaveText(/12.*3.* new in 7 days/);
  await expect(tile(page, 'Conversations today')).toHaveText(/40.*20%.* fewer than yesterday by this time/);
  await expect(tile(page, 'Messages today')).toHaveText(/7.*As many as yesterday by this time/);
  await expect(tile(page, 'Tokens today')).toHaveText(/1,204,556.*None before/);
  await expect(page.getByRole('group', { name: 'Busiest tenants, 7 days' }).getByRole('listitem')).toHaveText([/Napoli Corner and Sons.*1,204 messages/, /פיצה רומא.*1 message$/]);
  await expect(page.getByRole('listitem').filter({ hasText: 'ago' })).toHaveText([
    /Dana Levi: Made a key.*Napoli Corner · 1 hour ago/, /Oren Peled: POST \/v1\/unheard-of\/\{id\}.*Platform/, /Somebody unknown: Signed up/,
  ]);
  await page.getByRole('link', { name: /Napoli Corner and Sons/ }).click();
  await expect(page).toHaveURL(/\/conversations\?tenant=0192d3a0-0000-7000-8000-000000000001$/);
  expect(platform.asked.filter((call) => call.includes('/v1/dashboard') || call.includes('/v1/assistant'))).toEqual([]);
});
