import { expect, signIn, test, waitOut } from './console.ts';
import { PASSWORD } from './members.ts';

test('a deep link survives the sign-in and a reload', async ({ page, platform, visit }) => {
  const document = platform.knowledge.add('menu.pdf', { status: 'completed', progress: 100, chunkCount: 3 });
  await visit(`/knowledge/${document.id}`);
  await signIn(page, 'owner');
  await expect(page.getByRole('dialog', { name: 'menu.pdf' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('dialog', { name: 'menu.pdf' })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(`/console/knowledge/${document.id}`);
  expect(await page.evaluate(() => Object.keys(localStorage).concat(Object.keys(sessionStorage)))).toEqual([]);
});

test('a wrong password is said to be wrong, and the next try succeeds', async ({ page, visit }) => {
  await visit('');
  await signIn(page, 'owner', 'not the password');
  await expect(page.getByRole('alert')).toHaveText('E-mail or password is wrong.');
  await signIn(page, 'owner', PASSWORD);
  await expect(page.getByRole('heading', { level: 1, name: 'Dashboard' })).toBeVisible();
});

test('too many attempts tell how long to wait and open again by themselves', async ({ page, platform, visit }) => {
  platform.members.throttle = 9;
  await page.clock.install();
  await visit('');
  await signIn(page, 'owner');
  await expect(page.getByRole('alert')).toHaveText('Too many attempts. You can try again in 9 s.');
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeDisabled();
  platform.members.throttle = undefined;
  await waitOut(page, page.getByRole('button', { name: 'Sign in' }));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Dashboard' })).toBeVisible();
});

test('a server that does not answer is not taken for a wrong password', async ({ page, visit }) => {
  await visit('');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.route('**/v1/auth/login', (route) => route.abort());
  await signIn(page, 'owner');
  await expect(page.getByRole('alert')).toHaveText('CSAI cannot be reached. Check your connection and try again.');
});

test('a session that could not be restored waits for the server instead of asking for the password', async ({ page, visit }) => {
  await visit('/knowledge', 'owner');
  await page.route('**/v1/auth/refresh', (route) => route.abort());
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('CSAI cannot be reached');
  await page.unroute('**/v1/auth/refresh');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Knowledge' })).toBeVisible();
});

test('an expired token is renewed once, whoever asks meanwhile', async ({ page, platform, visit }) => {
  const document = platform.knowledge.add('menu.pdf', { status: 'completed', progress: 100, chunkCount: 3 });
  await visit('/try-it', 'owner');
  platform.members.expireTokens();
  platform.asked.length = 0;
  await page.getByRole('link', { name: 'Knowledge' }).click();
  await page.getByRole('link', { name: document.fileName }).click();
  await expect(page.getByText('Passage 1:')).toBeVisible();
  expect(platform.asked.filter((call) => call === 'POST /v1/auth/refresh')).toHaveLength(1);
});

test('a session that is over asks for the password and goes on at the same place', async ({ page, context, platform, visit }) => {
  await visit('/try-it', 'owner');
  platform.members.expireTokens();
  await context.clearCookies();
  await page.getByRole('link', { name: 'Knowledge' }).click();
  await expect(page.getByText('Your session has ended. Sign in to go on where you were.')).toBeVisible();
  await signIn(page, 'owner');
  await expect(page.getByRole('heading', { level: 1, name: 'Knowledge' })).toBeVisible();
});

test('what somebody was writing outlasts the end of their session, unseen, and is never another’s', async ({ page, context, platform, visit }) => {
  const title = page.getByLabel('Title');
  const end = async (): Promise<void> => {
    platform.members.expireTokens();
    await context.clearCookies();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Your session has ended. Sign in to go on where you were.')).toBeVisible();
  };
  await visit('/knowledge/text', 'owner');
  await title.fill('Parking');
  await page.getByLabel('Text', { exact: true }).fill('Behind the shop.');
  await end();
  await expect(title).toBeHidden();
  await expect(page.getByRole('banner')).toBeHidden();
  expect(await page.locator('body').ariaSnapshot()).not.toMatch(/Parking|Napoli/);
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await page.getByRole('alertdialog', { name: 'Leave without saving?' }).getByRole('button', { name: 'Cancel' }).click();
  await signIn(page, 'owner');
  await expect(title).toHaveValue('Parking');
  await expect(page).toHaveTitle('New text · CSAI');
  await expect(page.getByRole('button', { name: 'Save' })).toBeFocused();

  await end();
  await signIn(page, 'admin');
  await expect(title).toHaveValue('');
  await title.fill('Of the admin');
  await page.getByLabel('Text', { exact: true }).fill('Behind the shop.');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Of the admin' })).toBeVisible();
});

test('what was tried outlasts the end of a session', async ({ page, context, platform, visit }) => {
  await visit('/try-it', 'owner');
  await page.getByRole('button', { name: 'What are your opening hours?' }).click();
  const answer = page.getByRole('article').filter({ hasText: 'On Friday we are open' });
  await expect(answer).toBeVisible();
  platform.members.expireTokens();
  await context.clearCookies();
  await page.getByRole('textbox', { name: 'Your question' }).fill('And on Saturday?');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Your session has ended. Sign in to go on where you were.')).toBeVisible();
  await expect(answer).toBeHidden();
  await signIn(page, 'owner');
  await expect(answer).toBeVisible();
});

test('a sheet that is open when the session ends neither keeps anybody from signing in nor is lost', async ({ page, context, platform, visit }) => {
  await visit('/keys', 'owner');
  await page.getByRole('button', { name: 'New key' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Shop');
  platform.members.expireTokens();
  await context.clearCookies();
  await page.getByRole('button', { name: 'Make the key' }).click();
  await expect(page.getByRole('textbox', { name: 'E-mail' })).toBeFocused();
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await page.keyboard.press('Escape');
  platform.asked.length = 0;
  await signIn(page, 'owner');
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Shop');
  await page.getByRole('button', { name: 'Make the key' }).click();
  await expect(page.getByText('Line for your pages')).toBeVisible();
  expect(platform.asked).not.toContain('POST /v1/auth/refresh');
});

test('what is unsaved is not lost to signing out without a question', async ({ page, visit }) => {
  await visit('/settings', 'owner');
  const name = page.getByRole('textbox', { name: 'Name' });
  await name.fill('Another');
  const question = page.getByRole('alertdialog', { name: 'Leave without saving?' });
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { expanded: true })).toBeFocused();
  await page.keyboard.type('sign out');
  await page.keyboard.press('Enter');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(name).toHaveValue('Another');
  await page.getByRole('button', { name: /Account and settings/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await question.getByRole('button', { name: 'Leave' }).click();
  await expect(page.getByText('You have signed out.')).toBeVisible();
});

test('signing out leaves nothing that a reload brings back', async ({ page, visit }) => {
  await visit('', 'owner');
  await page.getByRole('button', { name: /Account and settings/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByText('You have signed out.')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(page.getByText('You have signed out.')).toBeHidden();
});
