import { gate } from '../steps.ts';
import { TOKEN } from './accounts.ts';
import { expect, test } from './console.ts';
import { fillInvitation, NEW_PASSWORD } from './door.ts';

const PATH = `/invitation#token=${TOKEN}`;
const LOOK = `GET /v1/auth/invitations/${TOKEN}`;
const ACCEPT = `POST /v1/auth/invitations/${TOKEN}/accept`;

test('an invitation says who invites where and as what, and lets in whoever accepts it', async ({ page, platform, visit }) => {
  await visit(PATH);
  const offer = page.getByRole('region', { name: /Dana Levi.* invites you to .*Napoli Corner/ });
  await expect(offer).toBeFocused();
  await expect(offer).toHaveAccessibleDescription(/^As: Admin\. Looks after knowledge.*For noam@napoli\.example$/);
  await expect(page.getByLabel('Password')).toHaveAccessibleDescription(/^At least 12 characters\./);
  expect(platform.invitations.received).toEqual([]);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: 'Your name' })).toBeFocused();
  await fillInvitation(page);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Dashboard' })).toBeVisible();
  await expect(page).toHaveURL(/\/console\/dashboard$/);
  await expect(page.getByRole('banner')).toContainText('Napoli Corner');
  expect(platform.invitations.received).toEqual([{ name: 'Noam Bar', password: NEW_PASSWORD }]);
  await page.goBack();
  await expect(page.getByRole('button', { name: 'Accept' })).toBeHidden();
});

test('whoever has an account is asked for nothing, also where another is signed in', async ({ page, platform, visit }) => {
  Object.assign(platform.invitations.open, { hasAccount: true, role: 'agent' });
  await visit('/jobs', 'operator');
  await visit(PATH);
  await expect(page.getByText('You have an account already. Its name and password stay as they are.')).toBeVisible();
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await expect(page.getByLabel('Password')).toHaveCount(0);
  await page.getByRole('button', { name: 'Accept' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Conversations' })).toBeVisible();
  await expect(page.getByRole('button', { name: /Account and settings/ })).toContainText('Gal Shir');
  expect(platform.invitations.received).toEqual([{}]);
});

test('a password that is refused is typed over', async ({ page, platform, visit }) => {
  await visit(PATH);
  await fillInvitation(page, 'password1234');
  await page.getByRole('button', { name: 'Accept' }).click();
  const password = page.getByLabel('Password');
  await expect(password).toHaveAccessibleDescription(/^Too many people use this\./);
  await expect(password).toBeFocused();
  await password.fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Accept' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Dashboard' })).toBeVisible();
  expect(platform.invitations.received).toHaveLength(2);
});

test('a name or a password that is missing is not sent', async ({ page, platform, visit }) => {
  await visit(PATH);
  await page.getByRole('button', { name: 'Accept' }).click();
  await expect(page.getByRole('textbox', { name: 'Your name' })).toBeFocused();
  await page.getByRole('textbox', { name: 'Your name' }).fill('Noam Bar');
  await page.getByLabel('Password').pressSequentially('elevenchars');
  await page.getByRole('button', { name: 'Accept' }).click();
  await expect(page.getByLabel('Password')).toBeFocused();
  expect(platform.invitations.received).toEqual([]);
});

test('the token is out of the address bar before anything is asked, and in no other place', async ({ page, platform, visit }) => {
  const arrival = gate();
  platform.disturbances.set('POST /v1/auth/refresh', arrival.passed);
  await visit(PATH);
  await expect(page).toHaveURL(`${platform.origin}/console/invitation`);
  arrival.open();
  await expect(page.getByRole('button', { name: 'Accept' })).toBeVisible();
  expect(page.url()).toBe(`${platform.origin}/console/invitation`);
  expect(await page.evaluate(() => JSON.stringify([history.state, localStorage, sessionStorage, document.cookie]))).not.toContain(TOKEN);
  expect(platform.asked.filter((call) => call === LOOK)).toHaveLength(1);
  await page.reload();
  await expect(page.getByRole('region', { name: 'This invitation is incomplete' })).toBeFocused();
  await page.evaluate((token) => { location.hash = `token=${token}`; }, TOKEN);
  await expect(page.getByRole('button', { name: 'Accept' })).toBeVisible();
  await visit('/invitation');
  await page.getByRole('link', { name: 'Back to sign-in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
});

test('an invitation that is over says so, and a newer one is taken', async ({ page, visit }) => {
  await visit('/invitation#token=spent');
  const note = page.getByRole('region', { name: 'This invitation is over' });
  await expect(note).toBeFocused();
  await expect(note).toHaveAccessibleDescription(/Ask for a new one\.$/);
  await page.evaluate((token) => { location.hash = `token=${token}`; }, TOKEN);
  await expect(page.getByRole('button', { name: 'Accept' })).toBeVisible();
});

for (const { slug, status, says } of [
  { slug: 'link-over', status: 400, says: 'This invitation is over' },
  { slug: 'forbidden', status: 403, says: 'You may not enter' },
]) {
  test(`an acceptance that comes too late for ${slug} says "${says}"`, async ({ page, platform, visit }) => {
    platform.disturbances.set(ACCEPT, { status, body: { type: `https://csai.dev/problems/${slug}` } });
    await visit(PATH);
    await fillInvitation(page);
    await page.getByRole('button', { name: 'Accept' }).click();
    await expect(page.getByRole('region', { name: says })).toBeFocused();
    await expect(page.getByRole('button', { name: 'Accept' })).toBeHidden();
    await page.getByRole('link', { name: 'Back to sign-in' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  });
}

test('an invitation that is looked up in vain is looked up again', async ({ page, platform, visit }) => {
  const note = page.getByRole('region', { name: 'The invitation cannot be looked up' });
  platform.disturbances.set(LOOK, { status: 429, headers: { 'Retry-After': '7' } });
  await visit(PATH);
  await expect(note).toBeFocused();
  await expect(note).toHaveAccessibleDescription('Too many attempts. You can try again in 7 s.');
  platform.disturbances.set(LOOK, { status: 503 });
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(note).toHaveAccessibleDescription('Something went wrong on our side. Try again in a moment.');
  await expect(note).toBeFocused();
  platform.disturbances.clear();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('region', { name: /invites you/ })).toBeFocused();
});

test('an invitation is looked up again when nobody answered', async ({ page, platform, visit }) => {
  await page.route(`**/v1/auth/invitations/${TOKEN}`, (route) => route.abort());
  await visit(PATH);
  await expect(page.getByRole('region', { name: 'The invitation cannot be looked up' })).toHaveAccessibleDescription('CSAI cannot be reached. Check your connection and try again.');
  await page.unroute(`**/v1/auth/invitations/${TOKEN}`);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('button', { name: 'Accept' })).toBeVisible();
  expect(platform.asked.filter((call) => call === LOOK)).toHaveLength(1);
});

test('an invitation reads in Hebrew', async ({ page, visit }) => {
  await visit(PATH);
  await page.getByRole('button', { name: 'עברית' }).click();
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(/הזמנה מאת .*Dana Levi.* אל .*Napoli Corner/);
  await expect(page.getByText('בתפקיד: ניהול.')).toBeVisible();
});
