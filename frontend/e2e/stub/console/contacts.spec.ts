import type { Page } from '@playwright/test';
import { gate } from '../steps.ts';
import { expect, test } from './console.ts';

const rows = (page: Page) => page.locator('tbody').getByRole('row');

test('an agent finds who has written, and who of them is verified or blocked', async ({ page, platform, visit }) => {
  platform.contacts.add({});
  platform.contacts.add({ email: 'spam@customers.example', blocked: true });
  platform.contacts.add({ name: 'Rina Katz', email: 'rina@customers.example', externalId: 'crm-1842', verified: true });
  await visit('/contacts', 'agent');
  await expect(rows(page)).toHaveText([
    /Rina Katz.*rina@customers\.example.*crm-1842.*Verified.*2 days ago.*2 hours ago.*Block/,
    /spam@customers\.example.*Not verified.*Blocked.*Unblock/,
    /No name given.*Not verified/,
  ]);
  await expect(page.getByRole('status').filter({ hasText: 'contacts' })).toHaveText('3 contacts');
});

test('a contact is blocked after a question that names them, and let in again', async ({ page, platform, visit }) => {
  platform.contacts.add({ name: 'Rina Katz' });
  await visit('/contacts', 'agent');
  const block = page.getByRole('button', { name: /^Block .*Rina Katz/ });
  await block.press('Enter');
  const question = page.getByRole('alertdialog', { name: /^Block .*Rina Katz.*\?$/ });
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(block).toBeFocused();
  platform.disturbances.set('PATCH /v1/contacts/contact-1', { status: 503 });
  await block.click();
  await question.getByRole('button', { name: 'Block' }).click();
  await expect(page.getByText('Not done', { exact: true })).toBeVisible();
  platform.disturbances.clear();
  await block.click();
  await question.getByRole('button', { name: 'Block' }).click();
  await expect(rows(page)).toHaveText([/Rina Katz.*Blocked.*Unblock/]);
  expect(platform.contacts.contacts[0]?.blocked).toBe(true);
  await page.getByRole('button', { name: /^Unblock .*Rina Katz/ }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Unblock' }).click();
  await expect(rows(page)).not.toContainText(/Blocked/);
  expect(platform.contacts.contacts[0]?.blocked).toBe(false);
});

test('contacts are looked for once the typing rests, and the address keeps it', async ({ page, platform, visit }) => {
  for (let n = 1; n <= 60; n++) platform.contacts.add({ name: `Person ${n}` });
  await visit('/contacts', 'owner');
  await expect(page.getByRole('status').filter({ hasText: 'contacts' })).toHaveText('50+ contacts');
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect(rows(page)).toHaveCount(60);
  await page.getByRole('searchbox').pressSequentially('person 42');
  await expect(rows(page)).toHaveText([/Person 42/]);
  await expect(page).toHaveURL(/\?text=person\+42$/);
  expect(platform.contacts.lookedFor.at(-1)).toBe('person 42');
  await page.reload();
  await expect(page.getByRole('searchbox')).toHaveValue('person 42');
  await expect(rows(page)).toHaveText([/Person 42/]);
  await page.getByRole('searchbox').fill('nobody');
  await expect(page.getByText('Nobody like that')).toBeVisible();
  await page.getByRole('button', { name: 'Clear search' }).click();
  await expect(rows(page)).toHaveCount(50);
});

test('what was found before is marked as such until the answer comes', async ({ page, platform, visit }) => {
  platform.contacts.add({ name: 'Noam Bar' });
  platform.contacts.add({ name: 'Rina Katz' });
  await visit('/contacts', 'owner');
  await expect(rows(page)).toHaveCount(2);
  const busy = page.getByRole('main').locator('[aria-busy=true]');
  await expect(busy).toHaveCount(0);
  const arrival = gate();
  platform.disturbances.set('GET /v1/contacts', arrival.passed);
  await page.getByRole('searchbox').fill('noam');
  await expect(busy.getByRole('row')).toHaveText([/First seen/, /Rina Katz/, /Noam Bar/]);
  arrival.open();
  await expect(rows(page)).toHaveText([/Noam Bar/]);
  await expect(busy).toHaveCount(0);
});

test('what was just typed does not hold back whoever goes to another room', async ({ page, visit }) => {
  const arrival = gate();
  await page.route('**/assets/TryItRoom-*.js', async (route) => {
    await arrival.passed;
    await route.continue();
  });
  await page.clock.install();
  await visit('/contacts', 'owner');
  await page.getByRole('searchbox').fill('rina');
  await page.getByRole('link', { name: 'Try it' }).click();
  await expect(page).toHaveURL(/\/try-it$/);
  await page.clock.runFor(1_000);
  arrival.open();
  await expect(page.getByRole('heading', { level: 1, name: 'Try it' })).toBeVisible();
  await expect(page).toHaveURL(/\/try-it$/);
});
