import { expect, isAskedBeforeUnload, test } from './console.ts';

test('the business is changed in what was changed alone, and its name stands in the frame at once', async ({ page, platform, visit }) => {
  await visit('/settings', 'owner');
  await page.getByRole('textbox', { name: 'Name' }).fill('Napoli Corner & Co');
  await page.getByRole('textbox', { name: 'Industry' }).fill('');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  expect(platform.tenant.received).toEqual([{ name: 'Napoli Corner & Co', industry: null }]);
  await expect.poll(() => platform.asked.filter((call) => call === 'POST /v1/auth/refresh')).toHaveLength(2);
  await expect.poll(() => isAskedBeforeUnload(page)).toBe(false);
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Napoli Corner & Co');
});

test('languages are added and taken out, and the default and a greeting go with them', async ({ page, platform, visit }) => {
  await visit('/settings', 'owner');
  await page.getByRole('combobox', { name: 'Add a language' }).selectOption('Arabic');
  await page.getByRole('button', { name: 'Remove English' }).click();
  await expect(page.getByRole('combobox', { name: 'If a customer’s language is not among them' })).toHaveValue('he');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const question = page.getByRole('alertdialog', { name: 'Delete the first words in English?' });
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeFocused();
  expect(platform.tenant.received).toEqual([]);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await question.getByRole('button', { name: 'Save and delete' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  expect(platform.tenant.received).toEqual([{ languages: ['he', 'ar'], defaultLocale: 'he', greetings: { en: null } }]);
  await page.getByRole('button', { name: 'Remove Arabic' }).click();
  await expect(page.getByRole('button', { name: 'Remove Hebrew' })).toBeDisabled();
});

test('what was changed is not left without a question, by a link, a menu or the browser', async ({ page, visit }) => {
  await visit('/team', 'owner');
  await page.getByRole('link', { name: 'Settings' }).click();
  const name = page.getByRole('textbox', { name: 'Name' });
  await name.fill('Napoli Corner & Co');
  const question = page.getByRole('alertdialog', { name: 'Leave without saving?' });
  await page.getByRole('link', { name: 'Keys' }).click();
  await question.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: /Account and settings/ }).click();
  await page.getByRole('menuitem', { name: 'Your account' }).press('Enter');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await page.goBack();
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(page).toHaveURL(/\/console\/settings$/);
  await expect(name).toHaveValue('Napoli Corner & Co');

  let asked = 0;
  page.on('dialog', (dialog) => {
    asked++;
    void dialog.accept();
  });
  await page.reload();
  expect(asked).toBe(1);
  await name.fill('Another');
  await page.goBack();
  await question.getByRole('button', { name: 'Leave' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Team' })).toBeVisible();
  await page.getByRole('link', { name: 'Keys' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Keys' })).toBeVisible();
});

test('what is as it was before is left without a question', async ({ page, visit }) => {
  await visit('/settings', 'owner');
  await page.getByRole('textbox', { name: 'Name' }).fill('Another');
  await page.getByRole('textbox', { name: 'Name' }).fill('Napoli Corner');
  await page.getByRole('link', { name: 'Keys' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Keys' })).toBeVisible();
});

test('the sign-in of the company is set up, its domain proven, and removed', async ({ page, platform, visit }) => {
  await visit('/settings', 'owner');
  const part = page.getByRole('group', { name: 'Sign-in by your own identity provider' });
  await expect(part.getByRole('group', { name: /Give your provider this address/ })).toContainText(`${platform.origin}/v1/auth/oidc/callback/0192d3a0-0000-7000-8000-000000000001`);
  await part.getByLabel('Issuer').fill('https://login.napoli.example');
  await part.getByLabel('Client ID').fill('csai');
  await part.getByLabel('Client secret').fill('top secret');
  await part.getByLabel('Domains of your people').fill('Napoli.example\nnapoli');
  await part.getByLabel('People may sign in this way').check();
  await part.getByLabel('Take addresses that the provider does not call verified').check();
  await part.getByRole('button', { name: 'Save the sign-in' }).click();
  await expect(part.getByLabel('Domains of your people')).toHaveAccessibleDescription('Line 2: Write it like shop.example.');
  await part.getByLabel('Domains of your people').fill('napoli.example');
  await part.getByRole('button', { name: 'Save the sign-in' }).click();
  await expect(page.getByText('The sign-in is saved', { exact: true })).toBeVisible();
  expect(platform.tenant.received.at(-1)).toEqual({
    issuer: 'https://login.napoli.example', clientId: 'csai', clientSecret: 'top secret', defaultRole: 'agent', enabled: true, trustsEmail: true, domains: ['napoli.example'],
  });

  await expect(part.getByLabel('Client secret')).toHaveValue('');
  await expect(part.getByLabel('Client secret')).toHaveAccessibleDescription(/^One is kept\./);
  await expect(part.getByRole('group', { name: 'Name of the record' })).toContainText('_csai.napoli.example');
  await expect(part.getByRole('group', { name: 'Value of the record' })).toContainText('csai-verification=');
  await part.getByRole('button', { name: /^Verify/ }).click();
  await expect(part.getByText('The record is not there yet, or the domain belongs to somebody else here.')).toBeVisible();
  platform.tenant.records.add('napoli.example');
  await part.getByRole('button', { name: /^Verify/ }).click();
  await expect(part.getByText('Verified', { exact: true })).toBeVisible();
  await expect(part.getByRole('group', { name: 'Name of the record' })).toBeHidden();

  await part.getByRole('combobox', { name: 'Role of whoever comes for the first time' }).selectOption('Admin');
  await part.getByLabel('People may sign in this way').uncheck();
  await part.getByLabel('Domains of your people').fill('napoli.example\ntaken.example');
  await part.getByRole('button', { name: 'Save the sign-in' }).click();
  await expect(part.getByText('That does not fit: one of the domains is verified by another business here.')).toBeVisible();
  await part.getByLabel('Domains of your people').fill('napoli.example');
  await part.getByRole('button', { name: 'Save the sign-in' }).click();
  await expect.poll(() => platform.tenant.provider).toMatchObject({ enabled: false, defaultRole: 'admin' });
  // What the answer says is shown before anything else is typed.
  await expect(part.getByRole('button', { name: 'Save the sign-in' })).toBeEnabled();
  expect(platform.tenant.received.at(-1)).not.toHaveProperty('clientSecret');

  await part.getByLabel('Issuer').fill('https://other.napoli.example');
  await part.getByRole('button', { name: 'Save the sign-in' }).click();
  await expect(part.getByLabel('Client secret')).toHaveAccessibleDescription('With another issuer or client the secret is needed again.');

  await part.getByRole('button', { name: 'Remove the sign-in' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove the sign-in' }).click();
  await expect(page.getByText('The sign-in is removed', { exact: true })).toBeVisible();
  await expect(part.getByLabel('Issuer')).toHaveValue('');
  expect(platform.tenant.provider).toBeUndefined();
});
