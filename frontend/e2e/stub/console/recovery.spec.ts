import { gate } from '../steps.ts';
import { TOKEN } from './accounts.ts';
import { expect, signIn, test } from './console.ts';
import { EMAIL, NEW_PASSWORD } from './door.ts';

const LINKS = [
  { path: '/reset-password', button: 'Save the password' },
  { path: '/magic-link', button: 'Sign in' },
] as const;

const WISHES = [
  { button: 'Send the link', call: '/v1/auth/password/forgot', good: 'one hour' },
  { button: 'Sign in by mail instead', call: '/v1/auth/magic-link', good: '15 minutes' },
] as const;

for (const { button, call, good } of WISHES) {
  test(`"${button}" says the same whether or not there is an account`, async ({ page, platform, visit }) => {
    await visit('');
    await page.getByRole('link', { name: 'Forgot your password?' }).click();
    await expect(page).toHaveURL(/\/console\/forgot-password$/);
    await expect(page.getByRole('heading', { level: 1, name: 'Forgot your password?' })).toBeVisible();
    await page.getByRole('textbox', { name: 'E-mail' }).fill(EMAIL);
    await page.getByRole('button', { name: button }).click();
    const note = page.getByRole('region', { name: 'If the address has an account, a mail is on its way.' });
    await expect(note).toBeFocused();
    await expect(note).toHaveAccessibleDescription(`The link in it is good for ${good} and works once.`);
    expect(platform.accounts.received).toEqual([{ path: call, body: { email: EMAIL } }]);
    await page.getByRole('button', { name: 'Try another address' }).click();
    await expect(page.getByRole('textbox', { name: 'E-mail' })).toHaveValue('');
    await page.getByRole('link', { name: 'Back to sign-in' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  });
}

test('Enter asks for the link to a new password', async ({ page, platform, visit }) => {
  await visit('/forgot-password');
  await page.getByRole('textbox', { name: 'E-mail' }).fill(EMAIL);
  await page.keyboard.press('Enter');
  await expect(page.getByText('The link in it is good for one hour and works once.')).toBeVisible();
  expect(platform.accounts.received.map(({ path }) => path)).toEqual(['/v1/auth/password/forgot']);
});

test('a new password is chosen, and the sign-in says so', async ({ page, platform, visit }) => {
  await visit(`/reset-password#token=${TOKEN}`);
  await expect(page.getByLabel('New password')).toHaveAccessibleDescription(/^At least 12 characters\./);
  await page.getByLabel('New password').fill('password1234');
  await page.getByRole('button', { name: 'Save the password' }).click();
  await expect(page.getByLabel('New password')).toHaveAccessibleDescription(/^Too many people use this\./);
  await page.getByLabel('New password').fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Save the password' }).click();
  await expect(page.getByRole('status')).toHaveText('Your new password is saved. Sign in with it.');
  await expect(page).toHaveURL(/\/console$/);
  expect(platform.accounts.received.at(-1)).toEqual({ path: '/v1/auth/password/reset', body: { token: TOKEN, password: NEW_PASSWORD } });
  await signIn(page, 'owner');
  await expect(page.getByRole('heading', { level: 1, name: 'Dashboard' })).toBeVisible();
});

test('a new password ends the session of whoever was signed in', async ({ page, visit }) => {
  await visit('/try-it', 'owner');
  await visit(`/reset-password#token=${TOKEN}`);
  await page.getByLabel('New password').fill(NEW_PASSWORD);
  const signedOut = page.waitForResponse('**/v1/auth/logout');
  await page.getByRole('button', { name: 'Save the password' }).click();
  await expect(page.getByRole('status')).toHaveText('Your new password is saved. Sign in with it.');
  await signedOut;
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
});

test('the link of a mail signs in when its button is pressed, and not before', async ({ page, platform, visit }) => {
  await visit(`/magic-link#token=${TOKEN}`);
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  expect(platform.asked).toEqual(['POST /v1/auth/refresh']);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Dashboard' })).toBeVisible();
  await expect(page).toHaveURL(/\/console\/dashboard$/);
  expect(platform.accounts.received).toEqual([{ path: '/v1/auth/magic-link/redeem', body: { token: TOKEN } }]);
  await page.goBack();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeHidden();
});

test('a mailed link lets its member in where another is signed in', async ({ page, platform, visit }) => {
  await visit('/jobs', 'operator');
  await visit(`/magic-link#token=${TOKEN}`);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Dashboard' })).toBeVisible();
  await expect(page.getByRole('button', { name: /Account and settings/ })).toContainText('Dana Levi');
  expect(platform.asked.filter((call) => call.endsWith('/redeem'))).toHaveLength(1);
});

for (const { path, button } of LINKS) {
  test(`the token of ${path} is out of the address bar before anything is asked, and in no other place`, async ({ page, platform, visit }) => {
    const arrival = gate();
    platform.disturbances.set('POST /v1/auth/refresh', arrival.passed);
    await visit(`${path}#token=${TOKEN}`);
    await expect(page).toHaveURL(`${platform.origin}/console${path}`);
    arrival.open();
    await expect(page.getByRole('button', { name: button })).toBeVisible();
    expect(page.url()).toBe(`${platform.origin}/console${path}`);
    expect(await page.evaluate(() => JSON.stringify([history.state, localStorage, sessionStorage, document.cookie]))).not.toContain(TOKEN);
    await page.reload();
    await expect(page.getByRole('region', { name: 'This link is incomplete' })).toBeFocused();
  });

  test(`${path} without a token leads on, and takes one that is pasted`, async ({ page, platform, visit }) => {
    await visit(path);
    await expect(page.getByRole('region', { name: 'This link is incomplete' })).toBeFocused();
    await expect(page.getByRole('button', { name: button })).toBeHidden();
    await page.evaluate((token) => { location.hash = `token=${token}`; }, TOKEN);
    await expect(page.getByRole('button', { name: button })).toBeVisible();
    await expect(page).toHaveURL(`${platform.origin}/console${path}`);
    await visit(path);
    await page.getByRole('link', { name: 'Send a new link' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Forgot your password?' })).toBeVisible();
  });

  test(`${path} says that its link is over, and takes a newer one`, async ({ page, visit }) => {
    await visit(`${path}#token=spent`);
    if (path === '/reset-password') await page.getByLabel('New password').fill(NEW_PASSWORD);
    await page.getByRole('button', { name: button }).click();
    const note = page.getByRole('region', { name: 'This link is over' });
    await expect(note).toBeFocused();
    await expect(note).toHaveAccessibleDescription('It was used already, is too old, or a newer one has taken its place.');
    await expect(page.getByRole('link', { name: 'Send a new link' })).toBeVisible();
    await page.evaluate((token) => { location.hash = `token=${token}`; }, TOKEN);
    await expect(page.getByRole('button', { name: button })).toBeVisible();
  });
}

test('a link for somebody who is no member any more says so', async ({ page, platform, visit }) => {
  platform.disturbances.set('POST /v1/auth/magic-link/redeem', { status: 403, body: { type: 'https://csai.dev/problems/forbidden' } });
  await visit(`/magic-link#token=${TOKEN}`);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('region', { name: 'You may not enter any more' })).toBeFocused();
  await expect(page.getByRole('link', { name: 'Send a new link' })).toBeHidden();
  await page.getByRole('link', { name: 'Back to sign-in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in', exact: true })).toBeVisible();
});
