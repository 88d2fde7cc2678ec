import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './console.ts';
import { NAPOLI, ROMA } from './conversations.ts';

const rows = (page: Page) => page.locator('tbody').getByRole('row');
const RINA = { id: '0192d3a0-0000-7000-8000-0000000000c1', name: 'Rina Katz', email: 'rina@customers.example', verified: true, blocked: false };

test('an agent finds who has written and what was said last, and reads it with its sources', async ({ page, platform, visit }) => {
  platform.conversations.add({ status: 'resolved', channel: 'whatsapp' }, [{ author: 'contact', text: 'Thanks!' }]);
  const citation = { index: 1, documentId: 'd', chunkId: 'c', documentName: 'hours.md', page: 3, snippet: 'We open at nine.', score: 0.5 };
  const id = platform.conversations.add({ contact: RINA }, [
    { author: 'contact', text: 'When do you open?' },
    { author: 'assistant', text: 'At nine. [1]', outcome: 'answered', citations: [citation], feedback: { rating: 'down', comment: 'Not on Fridays!' } },
    { author: 'contact', text: 'On Fridays?' },
    { author: 'assistant', text: 'I do not know.', outcome: 'abstained' },
  ]);
  await visit('/conversations', 'agent');
  await expect(rows(page)).toHaveText([/Rina Katz.*Assistant:.*I do not know\..*Open.*Website chat.*2.*5 minutes ago/, /No name given.*Thanks!.*Resolved.*WhatsApp/]);
  await expect(page.getByRole('button', { name: 'Save as CSV' })).toBeHidden();
  await page.getByRole('link', { name: 'Rina Katz' }).click();
  await expect(page).toHaveURL(new RegExp(`/conversations/${id}$`));
  await expect(page.getByRole('heading', { level: 1, name: 'Rina Katz' }).locator('xpath=../..')).toContainText(/Open.*Verified.*Website chat.*Began.*rina@customers\.example/);
  const lines = page.getByRole('list', { name: 'Transcript' }).locator('> li');
  await expect(lines).toHaveText([/Contact.*When do you open\?/, /Assistant.*At nine.*hours\.md.*page 3.*We open at nine\..*Answered.*Found not helpful.*Not on Fridays!/, /Contact.*On Fridays\?/, /Assistant.*I do not know\..*Did not know/]);
  await page.getByRole('button', { name: 'Source 1' }).press('Enter');
  await expect(page.getByRole('list', { name: 'Sources' }).getByRole('listitem')).toBeFocused();
  await page.reload();
  await expect(lines).toHaveCount(4);
  await page.getByRole('link', { name: 'All conversations of this contact' }).click();
  await expect(rows(page)).toHaveText([/Rina Katz/]);
  await page.getByRole('button', { name: /Remove: Contact: .*Rina Katz/ }).click();
  await expect(rows(page)).toHaveCount(2);
});

test('conversations are asked for by what was said, state, channel and day, and the address keeps it', async ({ page, platform, visit }) => {
  for (let n = 1; n <= 60; n++) platform.conversations.add({ status: n === 7 ? 'handed_off' : 'open' }, [{ author: 'contact', text: `Is this number ${n}?` }]);
  await visit('/conversations', 'owner');
  await expect(page.getByRole('status').filter({ hasText: 'conversations' })).toHaveText('50+ conversations');
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect(rows(page)).toHaveCount(60);
  await page.getByLabel('Status').selectOption('Handed off');
  await expect(rows(page)).toHaveText([/number 7\?/]);
  await page.getByLabel('From').fill('2026-01-31');
  await page.getByLabel('To', { exact: true }).fill('2026-01-31');
  await expect(page.getByText('No such conversation')).toBeVisible();
  await expect(page).toHaveURL(/\?status=handed_off&from=2026-01-31&to=2026-01-31$/);
  expect(platform.conversations.asked.at(-1)).toEqual({ limit: '50', status: 'handed_off', since: '2026-01-30T22:00:00.000Z', until: '2026-01-31T22:00:00.000Z' });
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(rows(page)).toHaveCount(60);
  await page.getByRole('searchbox').pressSequentially('number');
  await expect(page).toHaveURL(/\?text=number$/);
  await page.keyboard.type(' 42');
  await expect(rows(page)).toHaveText([/number 42\?/]);
  await expect(page).toHaveURL(/\?text=number\+42$/);
  await page.reload();
  await expect(page.getByRole('searchbox')).toHaveValue('number 42');
  await expect(rows(page)).toHaveText([/number 42\?/]);
});

test('of two filters that are chosen in a row neither is lost, and both stand as they were chosen', async ({ page, visit }) => {
  await visit('/conversations', 'owner');
  const chosen = await page.getByRole('search', { name: 'Which conversations' }).evaluate((filters) =>
    [...filters.querySelectorAll('select')].map((select) => {
      select.selectedIndex = 1;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      return select.value;
    }));
  await expect(page).toHaveURL(/\?status=open&channel=widget$/);
  expect(chosen).toEqual(['open', 'widget']);
});

test('a search that finds nothing near goes on, and asks before it goes far', async ({ page, platform, visit }) => {
  platform.conversations.lookedThrough = 1;
  platform.conversations.add({}, [{ author: 'contact', text: 'The needle' }]);
  for (let n = 1; n <= 12; n++) platform.conversations.add({});
  await visit('/conversations?text=needle', 'owner');
  await expect(page.getByText('Nothing in the 10,000 conversations that were looked through')).toBeVisible();
  platform.disturbances.set('GET /v1/conversations', { status: 403 });
  await page.getByRole('button', { name: 'Look further back' }).click();
  await expect(page.getByText('No more could be loaded', { exact: true })).toBeVisible();
  platform.disturbances.clear();
  await page.getByRole('button', { name: 'Look further back' }).click();
  await expect(page.getByText('Nothing in the 11,000 conversations that were looked through')).toBeVisible();
  await page.getByRole('button', { name: 'Look further back' }).click();
  await expect(page.getByText('Nothing in the 12,000 conversations that were looked through')).toBeVisible();
  await page.getByRole('button', { name: 'Look further back' }).click();
  await expect(rows(page)).toHaveText([/The needle/]);
});

test('whoever reads a conversation begins at its top, and comes back to what was asked for', async ({ page, platform, visit }) => {
  const long = Array.from({ length: 40 }, () => ({ author: 'contact', text: 'Is this the number?' }));
  for (let n = 1; n <= 40; n++) platform.conversations.add({}, long);
  await visit('/conversations?status=open&text=number', 'owner');
  const read = async (): Promise<void> => {
    await expect(rows(page)).toHaveCount(40);
    await rows(page).last().getByRole('link').press('Enter');
    await expect(page.getByRole('list', { name: 'Transcript' }).locator('> li')).toHaveCount(40);
    await expect(page.getByRole('main')).toBeFocused();
  };
  await read();
  await page.goBack();
  // Known already, it is as long as the list at once.
  await read();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  await page.reload();
  await page.getByRole('main').getByRole('link', { name: 'Conversations' }).click();
  await expect(page).toHaveURL(/\?status=open&text=number$/);
  await expect(rows(page)).toHaveCount(40);
});

test('the box holds what the address asks for, however that came', async ({ page, platform, visit }) => {
  for (let n = 1; n <= 3; n++) platform.conversations.add({}, [{ author: 'contact', text: `Is this number ${n}?` }]);
  await visit('/conversations?text=number+2', 'owner');
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('navigation').getByRole('link', { name: 'Conversations' }).click();
  await expect(rows(page)).toHaveCount(3);
  await expect(page.getByRole('searchbox')).toHaveValue('');
  await page.goBack();
  await expect(page.getByRole('searchbox')).toHaveValue('number 2');
  await expect(rows(page)).toHaveCount(1);
});

test('a search is not repeated by itself when somebody comes back to the page', async ({ page, platform, visit }) => {
  platform.conversations.add({}, [{ author: 'contact', text: 'Is this number 1?' }]);
  await page.clock.install();
  await visit('/conversations?text=number', 'owner');
  await expect(rows(page)).toHaveCount(1);
  await page.clock.runFor(10_000);
  const comeBack = () => page.evaluate(() => { dispatchEvent(new Event('visibilitychange')); });
  await comeBack();
  await page.getByRole('navigation').getByRole('link', { name: 'Conversations' }).click();
  await expect(page).toHaveURL(/conversations$/);
  await expect.poll(() => platform.conversations.asked.length).toBeGreaterThan(1);
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  await page.clock.runFor(10_000);
  await comeBack();
  // Without a search it is.
  await expect.poll(() => platform.conversations.asked.filter(({ text }) => text === undefined).length).toBe(2);
  expect(platform.conversations.asked.filter(({ text }) => text !== undefined)).toHaveLength(1);
});

test('a file of what is shown is saved, and said if it is not', async ({ page, platform, visit }) => {
  platform.conversations.add({ status: 'resolved' });
  platform.conversations.add({});
  await visit('/conversations?status=resolved', 'admin');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save as CSV' }).click()]);
  expect(download.suggestedFilename()).toMatch(/^conversations-\d{4}-\d\d-\d\d\.csv$/);
  expect(await readFile(await download.path(), 'utf8')).toMatch(/^\uFEFF"id","status"\r\n"[^"]+","resolved"\r\n$/);
  platform.disturbances.set('GET /v1/conversations.csv', { status: 503 });
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  await expect(page.getByText('Not saved', { exact: true })).toBeVisible();
});

test('an operator finds those of all tenants or of one, without what was said, and reads one once', async ({ page, platform, visit }) => {
  const id = platform.conversations.add({ tenant: ROMA, contact: RINA }, [{ author: 'contact', text: 'A secret' }]);
  platform.conversations.add({ tenant: NAPOLI });
  await page.clock.install();
  await visit('/conversations?text=ignored', 'operator');
  await expect(rows(page)).toHaveText([/No name given.*Napoli Corner/, /Rina Katz.*Roma/]);
  await expect(page.getByText('A secret')).toHaveCount(0);
  await expect(page.getByRole('searchbox')).toHaveCount(0);
  await rows(page).getByRole('button', { name: 'Roma' }).click();
  await expect(rows(page)).toHaveText([/Rina Katz/]);
  await expect(page).toHaveURL(new RegExp(`\\?tenant=${ROMA.id}$`));
  await expect(page.getByRole('button', { name: /Remove: Tenant: .*Roma/ })).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save as CSV' }).click()]);
  expect((await readFile(await download.path(), 'utf8')).trim().split('\r\n')).toHaveLength(2);
  expect(platform.conversations.asked.at(-1)).toEqual({ tenant: ROMA.id });
  await page.getByRole('link', { name: 'Rina Katz' }).click();
  await expect(page.getByRole('list', { name: 'Transcript' })).toContainText('A secret');
  await expect(page.getByText('That you read this stands in the tenant’s audit log.')).toBeVisible();
  await page.clock.runFor(61_000);
  const looks = (path: string): number => platform.asked.filter((call) => call === `GET /v1/admin/conversations/${id}${path}`).length;
  await expect.poll(() => looks('')).toBeGreaterThan(1);
  expect(looks('/messages')).toBe(1);
});

test('what is shown keeps up by itself', async ({ page, platform, visit }) => {
  platform.conversations.add({}, [{ author: 'contact', text: 'First' }]);
  await page.clock.install();
  await visit('/conversations', 'owner');
  await expect(rows(page)).toHaveCount(1);
  platform.conversations.add({}, [{ author: 'contact', text: 'Second' }]);
  await page.clock.runFor(31_000);
  await expect(rows(page)).toHaveText([/Second/, /First/]);
});

test('a conversation that is not there is said not to be', async ({ page, visit }) => {
  await visit('/conversations/0192d3a0-0000-7000-8000-00000000dead', 'owner');
  await expect(page.getByRole('alert')).toContainText('There is nothing at this address');
});
