import type { Page } from '@playwright/test';
import { TOKEN } from './accounts.ts';
import { copy, expect, signIn, test } from './console.ts';
import { FACTOR_CODE, PASSWORD, RECOVERY_CODES } from './members.ts';

const WRONG = 'This code is wrong, too old, or was used already.';

/** Says a wrong code, and then a good one. */
async function giveCode(page: Page, code: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Code' });
  await expect(field).toBeFocused();
  await field.fill('000000');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toHaveText(WRONG);
  await field.fill(code);
  await page.getByRole('button', { name: 'Continue' }).click();
}

test('a second factor is turned on: password, code, recovery codes that are shown once', async ({ page, context, visit }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await visit('/account', 'owner');
  const part = page.getByRole('group', { name: 'Second factor' });
  await expect(part.getByText('Off', { exact: true })).toBeVisible();
  await part.getByRole('button', { name: 'Turn on the second factor' }).press('Enter');
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByLabel('Current password')).toBeFocused();
  await page.keyboard.type('not my password');
  await page.keyboard.press('Enter');
  await expect(sheet.getByLabel('Current password')).toHaveAccessibleDescription('This is not your password.');
  await sheet.getByLabel('Current password').fill(PASSWORD);
  await page.keyboard.press('Enter');

  await expect(sheet.getByRole('img', { name: 'QR code for an authenticator app' })).toBeVisible();
  await expect(sheet.getByRole('group', { name: 'Or type this into the app' })).toContainText('JBSWY3DPEHPK3PXP');
  const code = sheet.getByRole('textbox', { name: 'Code' });
  await expect(code).toBeFocused();
  await code.fill('000000');
  await page.keyboard.press('Enter');
  await expect(code).toHaveAccessibleDescription('This is not the code, or it was used before. Wait for the next one.');
  await code.fill(`${FACTOR_CODE.slice(0, 3)} ${FACTOR_CODE.slice(3)}`);
  await page.keyboard.press('Enter');

  await expect(sheet.getByText(/^Keep these where you find them/)).toBeFocused();
  const download = page.waitForEvent('download');
  await page.keyboard.press('Escape');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
  await sheet.getByRole('button', { name: 'Download' }).click();
  expect((await download).suggestedFilename()).toBe('csai-recovery-codes.txt');
  await copy(sheet, 'Recovery codes');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(RECOVERY_CODES.join('\n'));
  await sheet.getByRole('button', { name: 'Done' }).click();
  await expect(sheet).toBeHidden();
  await expect(part.getByText('On', { exact: true })).toBeVisible();
  await expect(page.getByText(RECOVERY_CODES[0] ?? '')).toHaveCount(0);
});

test('too many wrong codes begin anew', async ({ page, platform, visit }) => {
  await visit('/account', 'agent');
  await page.getByRole('button', { name: 'Turn on the second factor' }).click();
  await page.getByRole('dialog').getByLabel('Current password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  const code = page.getByRole('textbox', { name: 'Code' });
  for (let n = 1; n <= 6; n++) {
    await code.fill(`00000${n}`);
    await page.getByRole('button', { name: 'Turn it on' }).click();
    await expect.poll(() => platform.asked.filter((call) => call.endsWith('/confirm'))).toHaveLength(n);
    await expect(page.getByRole('button', { name: 'Turn it on' })).not.toHaveAttribute('aria-disabled');
  }
  await expect(page.getByRole('dialog').getByRole('alert')).toHaveText('That took too long, or there were too many wrong codes. Begin anew.');
  await page.getByRole('button', { name: 'Begin anew' }).click();
  await expect(page.getByRole('dialog').getByLabel('Current password')).toBeFocused();
});

test('a second factor is turned off with password and code', async ({ page, platform, visit }) => {
  platform.members.guarded.add('owner');
  await visit('/account', 'owner');
  await page.getByRole('button', { name: 'Turn off the second factor' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Current password').fill(PASSWORD);
  await sheet.getByRole('textbox', { name: 'Code' }).fill('000000');
  await page.keyboard.press('Enter');
  await expect(sheet.getByRole('textbox', { name: 'Code' })).toHaveAccessibleDescription('This is not the code, or it was used before. Wait for the next one.');
  await sheet.getByRole('textbox', { name: 'Code' }).fill(RECOVERY_CODES[3] ?? '');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The second factor is off', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Turn on the second factor' })).toBeVisible();
});

test('new recovery codes take password and code, and are shown once', async ({ page, context, platform, visit }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  platform.members.guarded.add('owner');
  await visit('/account', 'owner');
  await page.getByRole('button', { name: 'New recovery codes' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Current password').fill(PASSWORD);
  await sheet.getByRole('textbox', { name: 'Code' }).fill(FACTOR_CODE);
  await page.keyboard.press('Enter');
  await expect(sheet.getByText([...RECOVERY_CODES].reverse().join('\n'))).toBeVisible();
  await copy(sheet, 'Recovery codes');
  await sheet.getByRole('button', { name: 'Done' }).click();
  await expect(sheet).toBeHidden();
  await expect(page.getByText(RECOVERY_CODES[0] ?? '')).toHaveCount(0);
});

test('the sign-in asks for the code after the password, and goes on where somebody wanted to', async ({ page, platform, visit }) => {
  platform.members.guarded.add('owner');
  await visit('/team');
  await signIn(page, 'owner');
  await expect(page.getByText('Your password is right. Now the second factor.')).toBeVisible();
  await page.getByRole('button', { name: 'Sign in as somebody else' }).click();
  await signIn(page, 'owner');
  await giveCode(page, FACTOR_CODE);
  await expect(page.getByRole('heading', { level: 1, name: 'Team' })).toBeVisible();
});

test('a recovery code stands in for a code', async ({ page, platform, visit }) => {
  platform.members.guarded.add('owner');
  await visit('');
  await signIn(page, 'owner');
  await giveCode(page, RECOVERY_CODES[0] ?? '');
  await expect(page.getByRole('heading', { level: 1, name: 'Dashboard' })).toBeVisible();
});

test('a mailed link asks for the code, too, and stays good meanwhile', async ({ page, platform, visit }) => {
  platform.members.guarded.add('owner');
  await visit(`/magic-link#token=${TOKEN}`);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await giveCode(page, FACTOR_CODE);
  await expect(page.getByRole('heading', { level: 1, name: 'Dashboard' })).toBeVisible();
  expect(platform.accounts.received.map(({ body }) => body)).toEqual([{ token: TOKEN }, { token: TOKEN, code: '000000' }, { token: TOKEN, code: FACTOR_CODE }]);
});

test('an invitation asks whoever has an account for their code', async ({ page, platform, visit }) => {
  platform.members.guarded.add('admin');
  platform.invitations.open.hasAccount = true;
  await visit(`/invitation#token=${TOKEN}`);
  await page.getByRole('button', { name: 'Accept' }).click();
  await giveCode(page, FACTOR_CODE);
  await expect(page.getByRole('heading', { level: 1, name: 'Dashboard' })).toBeVisible();
  expect(platform.invitations.received.at(-1)).toEqual({ code: FACTOR_CODE });
});

test('the company’s own sign-in is found by the address, and its problems are told', async ({ page, platform, visit }) => {
  platform.provider = `${platform.origin}/console/sign-in?problem=forbidden`;
  await visit('');
  await page.getByRole('link', { name: 'Sign in with your company' }).click();
  // The page that is left asks for an address, too.
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in with your company' })).toBeVisible();
  await page.getByRole('textbox', { name: 'E-mail' }).fill('dana@other.example');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toHaveText('No company has set that up for this address. Sign in with your password.');
  await page.getByRole('textbox', { name: 'E-mail' }).fill('dana@napoli.example');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/console\/sign-in\?problem=forbidden$/);
  await expect(page.getByRole('status')).toHaveText('Your company’s sign-in does not let you in here. Ask the owner of your business.');
  await visit('/sign-in?problem=unheard-of');
  await expect(page.getByRole('status')).toHaveText('Your company’s sign-in did not succeed. Try again, or ask whoever looks after it.');
  await signIn(page, 'owner');
  await expect(page).toHaveURL(/\/console\/dashboard$/);
});
