import type { Page } from '@playwright/test';
import { axeFindings } from '../fixtures.ts';
import { expect, test } from './console.ts';
import { invitedOwner } from './tenants.ts';

const rows = (page: Page) => page.locator('tbody').getByRole('row');
const ID = '0192d3a0-0000-7000-8000-000000000001';

test('tenants are searched, filtered and sorted, and the address remembers it', async ({ page, platform, visit }) => {
  platform.tenants.add('Roma', { conversations: 1_204, messages: 18_420, industry: 'Restaurants' });
  platform.tenants.add('Napoli', { suspension: { since: '2026-03-02T09:00:00Z', reason: 'Unpaid.' } });
  await visit('/tenants', 'operator');
  await expect(rows(page)).toHaveText([/Napoli.*Suspended/, /Roma.*Restaurants.*Active.*1\s*1,204\s*18,420\s*12 Jan 2026/]);
  await page.getByRole('combobox', { name: 'Order' }).selectOption('By name');
  await page.getByRole('combobox', { name: 'Status' }).selectOption('Suspended');
  await expect(rows(page)).toHaveText([/Napoli/]);
  await page.getByRole('searchbox', { name: 'Search name, trade or address' }).fill('roma');
  await expect(page.getByText('Nothing found')).toBeVisible();
  await expect(page).toHaveURL(/\?text=roma&status=suspended&sort=name$/);
  await page.reload();
  await expect(page.getByText('Nothing found')).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(rows(page)).toHaveText([/Napoli/, /Roma/]);
  await page.getByRole('link', { name: 'Roma' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Roma' })).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Tenants' }).click();
  await expect(page).toHaveURL(/\/tenants\?sort=name$/);
});

test('a tenant is created by keyboard, once, and shown with its owner to come', async ({ page, platform, visit }) => {
  await visit('/tenants', 'operator');
  await page.getByRole('button', { name: 'New tenant' }).press('Enter');
  const sheet = page.getByRole('dialog', { name: 'New tenant' });
  await expect(sheet.getByRole('textbox', { name: 'Company' })).toBeFocused();
  await page.keyboard.type('Napoli Corner');
  await page.keyboard.press('Tab');
  await page.keyboard.type('dana@nowhere');
  await page.keyboard.press('Enter');
  await expect(sheet.getByRole('textbox', { name: 'E-mail of the owner' })).toHaveAccessibleDescription('This does not look right. Check it for a slip.');
  await sheet.getByRole('textbox', { name: 'E-mail of the owner' }).fill('dana@napoli.example');
  await sheet.getByRole('button', { name: 'Remove English' }).click();
  await sheet.getByRole('button', { name: 'Create and invite' }).evaluate((element: HTMLButtonElement) => {
    element.form?.requestSubmit(element);
    element.form?.requestSubmit(element);
  });
  await expect(page.getByRole('heading', { level: 1, name: 'Napoli Corner' })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/console/tenants/${ID}$`));
  await expect(page.getByText('dana@napoli.example · invited')).toBeVisible();
  expect(platform.tenants.received).toEqual([
    { companyName: 'Napoli Corner', ownerEmail: 'dana@nowhere', languages: ['en', 'he'], defaultLocale: 'en' },
    { companyName: 'Napoli Corner', ownerEmail: 'dana@napoli.example', languages: ['he'], defaultLocale: 'he' },
  ]);
});

test('a tenant is shown, its profile changed, and what was not saved asks', async ({ page, platform, visit }) => {
  platform.tenants.add('Napoli Corner', { messages: 18_420, greetings: { he: 'שלום!' } });
  await visit(`/tenants/${ID}`, 'operator');
  const glance = page.getByRole('group', { name: 'At a glance' });
  await expect(glance).toContainText(/Dana Levi · dana@napoli\.example/);
  await expect(glance).toContainText(/Messages\s*18,420\s*Tokens read by the model\s*48,210\s*calls\s*3/);
  await expect(page.getByRole('main').getByRole('link', { name: 'Conversations' })).toHaveAttribute('href', `/console/conversations?tenant=${ID}`);
  await expect(page.getByRole('main').getByRole('link', { name: 'Audit log' })).toHaveAttribute('href', `/console/audit?tenantId=${ID}`);
  const profile = page.getByRole('group', { name: 'Profile' });
  await profile.getByRole('textbox', { name: 'Company' }).fill('Napoli Centre');
  await profile.getByRole('spinbutton', { name: 'Requests a minute' }).fill('2000000');
  await profile.getByRole('button', { name: 'Remove Hebrew' }).click();
  await profile.getByRole('button', { name: 'Save' }).click();
  const question = page.getByRole('alertdialog', { name: 'Delete the first words in Hebrew?' });
  await question.getByRole('button', { name: 'Save and delete' }).click();
  await expect(profile.getByRole('spinbutton')).toHaveAccessibleDescription('From 1 to 1,000,000.');
  await page.getByRole('link', { name: 'Jobs' }).click();
  await page.getByRole('alertdialog', { name: 'Leave without saving?' }).getByRole('button', { name: 'Cancel' }).click();
  await profile.getByRole('spinbutton').fill('600');
  await profile.getByRole('button', { name: 'Save' }).click();
  await question.getByRole('button', { name: 'Save and delete' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Napoli Centre' })).toBeVisible();
  expect(platform.tenants.received.at(-1)).toEqual({ name: 'Napoli Centre', languages: ['en'], greetings: { he: null }, requestsPerMinute: 600 });
  await page.getByRole('link', { name: 'Jobs' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Jobs' })).toBeVisible();
});

test('a tenant is suspended with a reason and made active again, each after a question', async ({ page, platform, visit }) => {
  platform.tenants.add('Napoli Corner');
  await visit(`/tenants/${ID}`, 'operator');
  const standing = page.getByRole('group', { name: 'Status' });
  await standing.getByRole('button', { name: 'Suspend' }).click();
  const sheet = page.getByRole('dialog', { name: /^Suspend .*Napoli Corner.*\?$/ });
  await expect(sheet).toContainText('nothing new is begun or billed');
  await sheet.getByRole('textbox', { name: 'Reason' }).fill('Unpaid since January.');
  platform.disturbances.set(`POST /v1/admin/tenants/${ID}/suspend`, { status: 503 });
  await sheet.getByRole('button', { name: 'Suspend' }).click();
  await expect(sheet.getByRole('alert')).toHaveText('Something went wrong on our side. Try again in a moment.');
  platform.disturbances.clear();
  await sheet.getByRole('button', { name: 'Suspend' }).click();
  await expect(standing).toContainText(/Suspended since .*Unpaid since January\./s);
  await expect(page.getByRole('main').getByText('Suspended', { exact: true })).toBeVisible();

  await standing.getByRole('button', { name: 'Make active again' }).click();
  const question = page.getByRole('alertdialog');
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await question.getByRole('button', { name: 'Make active again' }).click();
  await expect(standing).toContainText('Visitors are answered');
  expect(platform.tenants.received).toEqual([{ reason: 'Unpaid since January.' }, {}]);
});

test('a tenant without an owner is given one: a wrong address is taken back, another invited, and told again', async ({ page, platform, visit }) => {
  const tenant = platform.tenants.add('Napoli Corner', { owners: [invitedOwner('dana@napolli.example', -1)] });
  await visit(`/tenants/${ID}`, 'operator');
  const people = page.getByRole('group', { name: 'Members' });
  await expect(people.getByRole('row')).toContainText([/Status/, /dana@napolli\.example.*Owner.*ended .*Invitation over/]);
  await expect(people).toContainText('Its owner has not come yet');
  await people.getByRole('button', { name: /^Take back .*dana@napolli/ }).click();
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText('The link in their mail leads nowhere then.');
  await question.getByRole('button', { name: 'Take back' }).click();
  await expect(people.getByRole('heading', { name: 'This tenant has no owner' })).toBeVisible();
  await expect(people.getByRole('row')).toHaveCount(0);
  await expect(page.getByRole('group', { name: 'At a glance' })).toContainText('Nobody yet');

  await people.getByRole('button', { name: 'Invite an owner' }).press('Enter');
  const sheet = page.getByRole('dialog', { name: 'Invite an owner' });
  const email = sheet.getByRole('textbox', { name: 'E-mail of the owner' });
  await expect(email).toBeFocused();
  await page.keyboard.type('dana@nowhere');
  await page.keyboard.press('Enter');
  await expect(email).toHaveAccessibleDescription('This does not look right. Check it for a slip.');
  await email.fill('dana@napoli.example');
  await page.keyboard.press('Enter');
  await expect(people.getByRole('row')).toContainText([/Status/, /dana@napoli\.example.*Owner.*good until .*Invited/]);

  await people.getByRole('button', { name: 'Invite again, or another address' }).click();
  await expect(email).toHaveValue('dana@napoli.example');
  // She comes while she is asked again.
  tenant.owners = [{ id: 'dana', email: 'dana@napoli.example', name: 'Dana Levi', status: 'active' }];
  await sheet.getByRole('button', { name: 'Send the invitation' }).click();
  await expect(sheet.getByRole('alert')).toContainText('There is an owner by now');
  await sheet.getByRole('button', { name: 'Close' }).click();
  await expect(people.getByRole('row')).toContainText([/Status/, /Dana Levi.*Member/]);
  await expect(people.getByRole('button')).toHaveCount(0);
  expect(platform.tenants.received).toEqual([{ email: 'dana@nowhere' }, { email: 'dana@napoli.example' }, { email: 'dana@napoli.example' }]);
});

test('an invitation that was accepted meanwhile is not said to be taken back', async ({ page, platform, visit }) => {
  const tenant = platform.tenants.add('Napoli Corner', { owners: [invitedOwner('dana@napoli.example')] });
  await visit(`/tenants/${ID}`, 'operator');
  const people = page.getByRole('group', { name: 'Members' });
  await people.getByRole('button', { name: /^Take back/ }).click();
  tenant.owners = [{ id: 'dana', email: 'dana@napoli.example', name: 'Dana Levi', status: 'active' }];
  await page.getByRole('alertdialog').getByRole('button', { name: 'Take back' }).click();
  await expect(page.getByText('It was accepted, or taken back, meanwhile.', { exact: true })).toBeVisible();
  await expect(people.getByRole('row')).toContainText([/Status/, /Dana Levi.*Member/]);
});

test('a key is made anew after a question and shown this once', async ({ page, platform, visit }) => {
  platform.tenants.add('Napoli Corner');
  platform.tenants.keys.add('Server', 'secret', { scopes: ['knowledge:read'] });
  await visit(`/tenants/${ID}`, 'operator');
  const keys = page.getByRole('group', { name: 'Keys' });
  await keys.getByRole('button', { name: /^Replace .*Server/ }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('combobox', { name: 'The old key works' }).selectOption('no longer');
  await sheet.getByRole('button', { name: 'Replace the key' }).click();
  await expect(sheet).toContainText('sk_0002__the_whole_secret');
  await sheet.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('alertdialog', { name: 'Close without copying?' }).getByRole('button', { name: 'Close' }).click();
  await expect(page.getByText('the_whole_secret')).toHaveCount(0);
  await expect(keys.getByRole('row')).toContainText([/Status/, /Server.*Works/, /Server.*Revoked/]);
});

test('an operator works in a tenant’s rooms under a banner, with a token of that tenant, and goes back', async ({ page, platform, visit }) => {
  const tenant = platform.tenants.add('Napoli Corner');
  await visit(`/tenants/${ID}`, 'operator');
  await page.getByRole('link', { name: 'Set up for this tenant' }).click();
  const banner = page.getByRole('region', { name: 'You are setting up Napoli Corner' });
  await expect(banner).toContainText('under your name');
  await expect(page).toHaveURL(new RegExp(`/console/for/${ID}/dashboard$`));
  await expect(page.getByRole('navigation').getByRole('link')).toHaveText(['Dashboard', 'Knowledge', 'Assistant', 'Try it', 'Widget', 'Contacts', 'Settings', 'Audit log']);

  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Napoli Centre');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('region', { name: 'You are setting up Napoli Centre' })).toBeVisible();
  await expect(page.getByRole('group', { name: /^Sign-in/ })).toHaveCount(0);
  expect(platform.tenant.received).toEqual([{ name: 'Napoli Centre' }]);

  // A deep link, a token that is over, and a room that is the tenant's own.
  await page.getByRole('link', { name: 'Try it' }).click();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Try it' })).toBeVisible();
  platform.tenants.open.clear();
  await page.getByRole('textbox').fill('When are you open on Friday?');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tabpanel')).toBeVisible();
  expect(platform.tenants.open.size).toBe(1);
  await page.goto(`${platform.origin}/console/for/${ID}/team`);
  await expect(page.getByRole('alert')).toContainText('You may not see this');

  tenant.suspension = { since: '2026-03-02T09:00:00Z', reason: 'Unpaid.' };
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Napoli');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The business is suspended, so nothing can be changed now.')).toBeVisible();
  await expect(page.getByText('before you make it active again')).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await axeFindings(page)).toEqual([]);

  }

  page.once('dialog', (question) => { void question.accept(); });
  await page.getByRole('link', { name: 'Back to the tenant' }).click();
  await expect(page).toHaveURL(new RegExp(`/console/tenants/${ID}$`));
  await expect.poll(() => platform.asked.filter((call) => call.startsWith('DELETE') && call.includes('/access/')).length).toBe(1);
});

test('an operator at a tenant is offered nothing that is the tenant’s own, and asks for none of it', async ({ page, platform, visit }) => {
  await page.setViewportSize({ width: 1280, height: 420 });
  platform.tenants.add('Napoli Corner');
  platform.knowledge.add('menu.pdf', { status: 'completed', progress: 100, chunkCount: 3 });
  await visit(`/for/${ID}/dashboard`, 'operator');
  await expect(page.getByRole('term').filter({ hasText: 'Conversations, 7 days' })).toBeVisible();
  await expect(page.getByText('No conversations yet')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Latest conversations' })).toHaveCount(0);
  await expect(page.getByRole('group', { name: 'What next?' }).getByRole('link')).toHaveText(['Add knowledge', 'Try the assistant', 'Get the embed code']);

  await page.keyboard.press('Control+k');
  await expect(page.getByRole('group', { name: 'Rooms' }).getByRole('option').last()).toHaveText('Audit log');
  await expect(page.getByRole('option', { name: 'Add questions and answers' })).toBeVisible();
  await expect(page.getByRole('option', { name: /Invite somebody|Make a new key/ })).toHaveCount(0);
  await page.getByRole('combobox').fill('menu');
  await expect(page.getByRole('option')).toHaveText(['menu.pdf']);
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: 'Get the embed code' }).click();
  await expect(page.getByText('An owner or admin of the tenant makes it')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Make a key' })).toHaveCount(0);
  expect(platform.asked.filter((call) => /members|conversations|POST .*api-keys/.test(call))).toEqual([]);

  // Whatever is scrolled, the bar at the top hides nothing that stays below it.
  const banner = page.getByRole('region', { name: 'You are setting up Napoli Corner' });
  await page.getByRole('button', { name: 'Save', exact: true }).scrollIntoViewIfNeeded();
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
  const [bar, below] = [await page.getByRole('search').boundingBox(), await banner.boundingBox()];
  expect(below?.y).toBe((bar?.y ?? 0) + (bar?.height ?? 0));
});

test.describe('west of Greenwich', () => {
  test.use({ timezoneId: 'America/Los_Angeles' });

  test('a month begins on the day on which it begins in UTC', async ({ page, platform, visit }) => {
    platform.tenants.add('Napoli Corner');
    await visit(`/tenants/${ID}`, 'operator');
    await expect(page.getByRole('group', { name: 'Used this month' })).toContainText('since 1 Mar 2026, in UTC');
  });
});

test('nobody but an operator acts for a tenant, and only for one that is there', async ({ page, platform, visit }) => {
  await page.goto(`${platform.origin}/console/for/${ID}/knowledge`);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await visit(`/for/${ID}/knowledge`);
  await page.context().addCookies([{ name: 'csai_refresh', value: platform.members.ticketOf('owner'), url: `${platform.origin}/v1/auth` }]);
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('You may not see this');
  expect(platform.asked.filter((call) => call.includes('/admin/'))).toEqual([]);

  await page.context().clearCookies();
  await page.context().addCookies([{ name: 'csai_refresh', value: platform.members.ticketOf('operator'), url: `${platform.origin}/v1/auth` }]);
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('There is nothing at this address');
  await page.getByRole('link', { name: 'Back to your rooms' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Dashboard' })).toBeVisible();
});

test('the people of a suspended tenant are told so, and what that means', async ({ page, platform, visit }) => {
  await visit('/settings', 'owner');
  platform.members.suspended = true;
  platform.disturbances.set('PATCH /v1/tenant', { status: 403, body: { type: 'https://csai.dev/problems/tenant-suspended' } });
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Napoli');
  await page.getByRole('button', { name: 'Save' }).first().click();
  await expect(page.getByRole('alert').filter({ hasText: 'suspended' })).toHaveText('The business is suspended, so nothing can be changed now.');
  await expect(page.getByRole('status').filter({ hasText: 'This business is suspended' })).toContainText('nothing can be changed');
});
