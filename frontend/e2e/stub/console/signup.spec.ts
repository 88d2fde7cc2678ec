import { CODE } from './accounts.ts';
import { expect, test } from './console.ts';
import { COMPANY, EMAIL, fillSignUp, NEW_PASSWORD } from './door.ts';

test('somebody signs up, pastes the code and is in', async ({ page, context, platform, visit }) => {
  await visit('');
  await page.getByRole('link', { name: 'Sign up' }).click();
  await expect(page).toHaveURL(/\/console\/sign-up$/);
  await expect(page).toHaveTitle('Sign up · CSAI');
  await expect(page.getByLabel('Password')).toHaveAccessibleDescription(/^At least 12 characters\./);
  await fillSignUp(page);
  await page.getByRole('textbox', { name: 'Industry' }).fill('Restaurants');
  await page.getByRole('button', { name: 'Sign up' }).click();

  await expect(page).toHaveURL(/\/console\/verify$/);
  await expect(page.getByText(`We have sent a mail to ${EMAIL}.`)).toBeVisible();
  const code = page.getByRole('textbox', { name: 'Code' });
  await expect(code).toBeFocused();
  await expect(code).toHaveAttribute('autocomplete', 'one-time-code');
  await expect(code).toHaveAttribute('inputmode', 'numeric');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((text) => navigator.clipboard.writeText(text), `Your code: ${CODE.slice(0, 3)} ${CODE.slice(3)}`);
  await page.keyboard.press('Control+V');
  await expect(code).toHaveValue(CODE);
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { level: 1, name: 'Dashboard' })).toBeVisible();
  await expect(page).toHaveURL(/\/console\/dashboard$/);
  expect(platform.accounts.received).toEqual([
    { path: '/v1/auth/signup', body: { companyName: COMPANY, email: EMAIL, password: NEW_PASSWORD, industry: 'Restaurants', locale: 'en' } },
    { path: '/v1/auth/verify', body: { email: EMAIL, code: CODE } },
  ]);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Dashboard' })).toBeVisible();
});

test('the industry may stay open, and the language goes along', async ({ page, platform, visit }) => {
  await visit('/sign-up');
  await fillSignUp(page);
  await page.getByRole('button', { name: 'עברית' }).click();
  await page.getByRole('button', { name: 'הרשמה' }).click();
  await expect(page.getByRole('textbox', { name: 'קוד' })).toBeVisible();
  expect(platform.accounts.received.map(({ body }) => body)).toEqual([{ companyName: COMPANY, email: EMAIL, password: NEW_PASSWORD, locale: 'he' }]);
});

test('a password of fewer than 12 characters is not sent', async ({ page, platform, visit }) => {
  await visit('/sign-up');
  await fillSignUp(page, '');
  await page.getByLabel('Password').pressSequentially('elevenchars');
  await page.getByRole('button', { name: 'Sign up' }).click();
  await expect(page.getByLabel('Password')).toBeFocused();
  expect(platform.accounts.received).toEqual([]);
});

test('a new code is asked for with what was filled in but the password, even after a reload', async ({ page, platform, visit }) => {
  await visit('/sign-up');
  await fillSignUp(page);
  await page.getByRole('textbox', { name: 'Industry' }).fill('Restaurants');
  await page.getByRole('button', { name: 'Sign up' }).click();
  await page.getByRole('textbox', { name: 'Code' }).waitFor();
  await page.reload();
  await expect(page.getByText(`We have sent a mail to ${EMAIL}.`)).toBeVisible();
  expect(JSON.stringify(await page.evaluate(() => history.state as unknown))).not.toContain(NEW_PASSWORD);
  await page.getByRole('link', { name: 'Send a new code' }).click();
  await expect(page.getByRole('textbox', { name: 'Company' })).toHaveValue(COMPANY);
  await expect(page.getByRole('textbox', { name: 'E-mail' })).toHaveValue(EMAIL);
  await expect(page.getByRole('textbox', { name: 'Industry' })).toHaveValue('Restaurants');
  await expect(page.getByLabel('Password')).toHaveValue('');
  await page.getByLabel('Password').fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Sign up' }).click();
  await expect(page.getByRole('textbox', { name: 'Code' })).toBeVisible();
  expect(platform.accounts.received).toHaveLength(2);
  expect(await page.evaluate(() => Object.keys(localStorage).concat(Object.keys(sessionStorage)))).toEqual([]);
});

test('a wrong code is said to be wrong, and is typed over', async ({ page, visit }) => {
  await visit('/verify');
  await page.getByRole('textbox', { name: 'E-mail' }).fill(EMAIL);
  const code = page.getByRole('textbox', { name: 'Code' });
  await code.fill('000000');
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByRole('alert')).toHaveText('This code is wrong, used up or too old. Look for the newest mail, or have a new code sent.');
  await expect(code).toBeFocused();
  await page.keyboard.type(CODE);
  await expect(code).toHaveValue(CODE);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Dashboard' })).toBeVisible();
});

test('half a code is not sent', async ({ page, platform, visit }) => {
  await visit('/verify');
  await page.getByRole('textbox', { name: 'E-mail' }).fill(EMAIL);
  await page.getByRole('textbox', { name: 'Code' }).fill('24681');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Code' })).toBeFocused();
  expect(platform.accounts.received).toEqual([]);
});

test('the pages for newcomers are left at once by whoever is signed in', async ({ page, visit }) => {
  await visit('/try-it', 'owner');
  for (const path of ['/sign-up', '/verify', '/forgot-password', '/sign-in', '/sign-in/company']) {
    await visit(path);
    await expect(page.getByRole('heading', { level: 1, name: 'Dashboard' })).toBeVisible();
    await expect(page).toHaveURL(/\/console\/dashboard$/);
  }
});
