import type { Page } from '@playwright/test';
import { gate } from '../steps.ts';
import { copy, expect, isAskedBeforeUnload, test } from './console.ts';

const rows = (page: Page) => page.locator('tbody').getByRole('row');

async function act(page: Page, name: string, action: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^Actions for .*${name}`) }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

test('keys are listed with what they open, when they were used and whether they work', async ({ page, platform, visit }) => {
  const ago = new Date(Date.now() - 7_200_000).toISOString();
  platform.keys.add('Old', 'secret', { scopes: ['usage:read'], status: 'revoked' });
  platform.keys.add('Anywhere', 'publishable', { allowedOrigins: ['*'], status: 'expiring', expiresAt: new Date(Date.now() + 7_200_000).toISOString() });
  platform.keys.add('Server', 'secret', { scopes: ['knowledge:read', 'things:new'], lastUsedAt: ago });
  platform.keys.add('Shop', 'publishable', { allowedOrigins: ['https://shop.example'] });
  await visit('', 'owner');
  await page.getByRole('link', { name: 'Keys' }).click();
  await expect(page).toHaveURL(/\/console\/keys$/);
  await expect(rows(page)).toHaveText([
    /Shop.*Publishable.*pk_0004_….*https:\/\/shop\.example.*never.*Works/,
    /Server.*Secret.*sk_0003_….*Read the knowledge.*things:new.*2 hours ago.*Works/,
    /Anywhere.*all pages.*Ends soon.*until/,
    /Old.*Read what was used.*Revoked/,
  ]);
  await expect(page.getByRole('button', { name: /Actions for .*Old/ })).toHaveCount(0);
  await page.getByRole('button', { name: /Actions for .*Anywhere/ }).click();
  await expect(page.getByRole('menuitem')).toHaveText(['Embed code', 'Edit', 'Revoke']);
});

test('a secret key is made by keyboard, shown once, and not lost by accident', async ({ page, context, platform, visit }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await visit('/keys', 'owner');
  await page.getByRole('button', { name: 'New key' }).press('Enter');
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('Our server');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await expect(sheet.getByRole('radio', { name: 'Secret' })).toBeChecked();
  await expect(sheet.getByRole('radio', { name: 'Secret' })).toHaveAccessibleDescription(/Never put it into a page/);
  await page.keyboard.press('Enter');
  await expect(sheet.getByRole('group', { name: 'What it may do' })).toHaveAccessibleDescription('Choose at least one.');
  await sheet.getByRole('checkbox', { name: /^Read the knowledge/ }).check();
  await sheet.getByRole('checkbox', { name: /^Answer in conversations/ }).check();
  await sheet.getByRole('button', { name: 'Make the key' }).click();
  await expect(sheet.getByText('Copy it now and keep it in a safe place: it is shown this one time.')).toBeFocused();
  expect(platform.keys.received.at(-1)).toEqual({ name: 'Our server', kind: 'secret', scopes: ['knowledge:read', 'conversations:write'] });

  await page.keyboard.press('Escape');
  const question = page.getByRole('alertdialog', { name: 'Close without copying?' });
  await question.getByRole('button', { name: 'Cancel' }).click();
  await page.goBack();
  await question.getByRole('button', { name: 'Cancel' }).click();
  expect(await isAskedBeforeUnload(page)).toBe(true);
  await expect(page).toHaveURL(/\/console\/keys\?new=?$/);
  await copy(sheet, 'Key');
  expect(await copied(page)).toBe('sk_0001__the_whole_secret');
  await expect.poll(() => isAskedBeforeUnload(page)).toBe(false);
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(page.getByText('the_whole_secret')).toHaveCount(0);
  await expect(rows(page)).toHaveText([/Our server.*Secret/]);
  await expect(page.getByRole('button', { name: 'New key' })).toBeFocused();
});

test('a publishable key is made for pages, with the line that embeds the chat', async ({ page, context, platform, visit }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await visit('/keys', 'admin');
  await page.getByRole('button', { name: 'New key' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('textbox', { name: 'Name' }).fill('Shop');
  const origins = sheet.getByRole('textbox', { name: 'Pages that may use it' });
  await origins.fill('https://shop.example\n\n shop.example/path ');
  await sheet.getByRole('button', { name: 'Make the key' }).click();
  await expect(origins).toHaveAccessibleDescription('Line 2: Write it like https://shop.example, without anything after it.');
  await expect(origins).toBeFocused();
  await origins.fill('https://shop.example\nhttps://www.shop.example');
  await sheet.getByRole('button', { name: 'Make the key' }).click();
  await copy(sheet, 'Line for your pages');
  const { key } = platform.keys.keys[0] ?? {};
  expect(await copied(page)).toBe(`<script async src="${platform.origin}/widget.js" data-api-key="${key ?? ''}"></script>`);
  expect(platform.keys.received.at(-1)).toEqual({ name: 'Shop', kind: 'publishable', allowedOrigins: ['https://shop.example', 'https://www.shop.example'] });
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();

  await act(page, 'Shop', 'Embed code');
  await expect(sheet).toContainText(`data-api-key="${key ?? ''}"`);
});

test('an admin cannot grant what only owners may', async ({ page, platform, visit }) => {
  await visit('/keys', 'admin');
  await page.getByRole('button', { name: 'New key' }).click();
  await page.getByRole('radio', { name: 'Secret' }).check();
  const usage = page.getByRole('checkbox', { name: /^Read what was used/ });
  await expect(usage).toBeDisabled();
  await expect(usage).toHaveAccessibleDescription('Only an owner may grant this.');
  await page.getByRole('textbox', { name: 'Name' }).fill('Server');
  await page.getByRole('checkbox', { name: /^Read the settings/ }).check();
  platform.disturbances.set('POST /v1/api-keys', { status: 403 });
  await page.getByRole('button', { name: 'Make the key' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toHaveText('You cannot give a key more than you may do yourself.');
});

test('a key is replaced with an overlap, edited and revoked after a question', async ({ page, platform, visit }) => {
  platform.keys.add('Server', 'secret', { scopes: ['knowledge:read'] });
  platform.keys.add('Shop', 'publishable', { allowedOrigins: ['https://shop.example'] });
  await visit('/keys', 'owner');
  await act(page, 'Server', 'Replace');
  await page.getByRole('combobox', { name: 'The old key works' }).selectOption('for another hour');
  await page.getByRole('button', { name: 'Replace the key' }).click();
  await expect(page.getByRole('dialog', { name: 'The new key' })).toContainText('sk_0003__the_whole_secret');
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Close' }).click();
  await expect(rows(page)).toHaveText([/Server.*Works/, /Shop/, /Server.*Ends soon/]);
  expect(platform.keys.received).toEqual([{ overlapMinutes: 60 }]);

  await act(page, 'Shop', 'Edit');
  await expect(page.getByRole('textbox', { name: 'Pages that may use it' })).toHaveValue('https://shop.example');
  await page.getByRole('textbox', { name: 'Name' }).fill('Two shops');
  await page.getByRole('textbox', { name: 'Pages that may use it' }).fill('https://shop.example\nhttps://other.example');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(rows(page).nth(1)).toContainText(/Two shops.*https:\/\/other\.example/);

  platform.disturbances.set('DELETE /v1/api-keys/key-0002', { status: 503 });
  await act(page, 'Two shops', 'Revoke');
  const question = page.getByRole('alertdialog', { name: /^Revoke .*Two shops.*\?$/ });
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await question.getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByText('Not revoked', { exact: true })).toBeVisible();
  platform.disturbances.clear();
  await act(page, 'Two shops', 'Revoke');
  await question.getByRole('button', { name: 'Revoke' }).click();
  await expect(rows(page).nth(1)).toContainText('Revoked');
});

test('a key that was replaced meanwhile is not replaced again, and a key is made once, and shown, whatever somebody presses', async ({ page, platform, visit }) => {
  const key = platform.keys.add('Server', 'secret', { scopes: ['knowledge:read'] });
  await visit('/keys', 'owner');
  await act(page, 'Server', 'Replace');
  key.status = 'expiring';
  await page.getByRole('button', { name: 'Replace the key' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('it was replaced or revoked meanwhile');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();

  const arrival = gate();
  platform.disturbances.set('POST /v1/api-keys', arrival.passed);
  await page.getByRole('button', { name: 'New key' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Shop');
  await page.getByRole('button', { name: 'Make the key' }).evaluate((element: HTMLButtonElement) => {
    element.form?.requestSubmit(element);
    element.form?.requestSubmit(element);
  });
  await expect(page.getByRole('button', { name: 'Make the key' })).toHaveAttribute('aria-disabled', 'true');
  // Closed now, it would never show what is being made.
  await page.keyboard.press('Escape');
  expect(await isAskedBeforeUnload(page)).toBe(true);
  arrival.open();
  await expect(page.getByText('Line for your pages')).toBeVisible();
  expect(platform.asked.filter((call) => call === 'POST /v1/api-keys')).toHaveLength(1);
});

test('more keys are shown when they are asked for', async ({ page, platform, visit }) => {
  for (let n = 1; n <= 60; n++) platform.keys.add(`Key ${n}`, 'publishable');
  await visit('/keys', 'owner');
  await expect(page.getByRole('status').filter({ hasText: 'keys' })).toHaveText('50+ keys');
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect(rows(page)).toHaveCount(60);
});

test('the contact secret is made, replaced, and the former one ended', async ({ page, context, platform, visit }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await visit('/keys', 'owner');
  const part = page.getByRole('group', { name: 'Contact secret' });
  await expect(part).toContainText('None was made yet.');
  platform.disturbances.set('POST /v1/tenant/contact-secret', { status: 503 });
  await part.getByRole('button', { name: 'Make a contact secret' }).click();
  await expect(page.getByText('Not made', { exact: true })).toBeVisible();
  platform.disturbances.clear();
  await part.getByRole('button', { name: 'Make a contact secret' }).click();
  const sheet = page.getByRole('dialog', { name: 'The contact secret' });
  await copy(sheet, 'Contact secret');
  expect(await copied(page)).toBe('cs_1_the_whole_secret');
  await sheet.getByRole('button', { name: 'Done' }).click();
  await expect(part).toContainText(/Made \d+ \w+ \d{4}/);
  await expect(part.getByRole('button', { name: 'End the former one now' })).toBeHidden();

  await part.getByRole('button', { name: 'Replace' }).click();
  await page.getByRole('alertdialog', { name: 'Replace the contact secret?' }).getByRole('button', { name: 'Replace' }).click();
  await expect(sheet).toContainText('cs_2_the_whole_secret');
  await sheet.getByRole('button', { name: 'Copy: Contact secret' }).click();
  await expect(sheet.getByRole('button', { name: 'Copied: Contact secret' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(part).toContainText('The former one works until');
  await part.getByRole('button', { name: 'End the former one now' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'End the former one now' }).click();
  await expect(page.getByText('The former secret has ended', { exact: true })).toBeVisible();
  await expect(part).not.toContainText('The former one works until');
});
