import type { Page } from '@playwright/test';
import { expect, isAskedBeforeUnload, test, waitOut } from './console.ts';
import { NEW_PASSWORD } from './door.ts';
import { PASSWORD, type Role } from './members.ts';

async function changePassword(page: Page, current: string, next: string): Promise<void> {
  await page.getByLabel('Current password').fill(current);
  await page.getByLabel('New password').fill(next);
  await page.getByRole('button', { name: 'Change the password' }).click();
}

for (const [role, email] of [['agent', 'agent@demo.csai.local'], ['operator', 'operator@demo.csai.local']] as const satisfies readonly (readonly [Role, string])[]) {
  test(`an ${role} finds their account in the menu`, async ({ page, visit }) => {
    await visit('', role);
    await page.getByRole('button', { name: /Account and settings/ }).click();
    await page.getByRole('menuitem', { name: 'Your account' }).click();
    await expect(page).toHaveURL(/\/console\/account$/);
    await expect(page).toHaveTitle('Your account · CSAI');
    await expect(page.getByRole('heading', { level: 1, name: 'Your account' }).locator('xpath=../..')).toContainText(email);
    await page.reload();
    await expect(page.getByRole('textbox', { name: 'Name' })).not.toHaveValue('');
  });
}

test('a name is changed, and stands in the menu at once', async ({ page, platform, visit }) => {
  await visit('/account', 'owner');
  const name = page.getByRole('textbox', { name: 'Name' });
  await expect(name).toHaveValue('Dana Levi');
  await name.fill('Dana Levi-Cohen');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: /Account and settings/ })).toContainText('Dana Levi-Cohen');
  expect(platform.me.received).toEqual([{ name: 'Dana Levi-Cohen' }]);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('a name is not lost to a link unasked, and changes nothing of the language that was chosen in the menu', async ({ page, platform, visit }) => {
  await visit('/account', 'owner');
  await page.getByRole('button', { name: /Account and settings/ }).click();
  await page.getByRole('menuitemradio', { name: 'עברית' }).click();
  const name = page.getByRole('textbox', { name: 'שם' });
  await name.fill('דנה');
  await page.getByRole('link', { name: 'מאגר הידע' }).click();
  await page.getByRole('alertdialog', { name: 'לצאת בלי לשמור?' }).getByRole('button', { name: 'ביטול' }).click();
  await page.getByRole('button', { name: 'שמירה' }).click();
  await expect(page.getByText('נשמר', { exact: true })).toBeVisible();
  expect(platform.me.received).toEqual([{ name: 'דנה' }]);
  await expect(page.locator('html')).toHaveAttribute('lang', 'he');
  await page.getByLabel('הסיסמה הנוכחית').fill(PASSWORD);
  expect(await isAskedBeforeUnload(page)).toBe(false);
  await page.getByLabel('סיסמה חדשה').fill(NEW_PASSWORD);
  expect(await isAskedBeforeUnload(page)).toBe(true);
});

test('the language is changed for the account and the console', async ({ page, platform, visit }) => {
  await visit('/account', 'owner');
  await page.getByRole('combobox', { name: 'Language' }).selectOption('עברית');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'החשבון שלי' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.getByText('נשמר', { exact: true })).toBeVisible();
  expect(platform.me.received).toEqual([{ locale: 'he' }]);
  await expect.poll(() => isAskedBeforeUnload(page)).toBe(false);
  await page.reload();
  await expect(page.getByRole('combobox', { name: 'שפה' })).toHaveValue('he');
});

test('a name of blanks is refused at its field, which has the focus', async ({ page, visit }) => {
  await visit('/account', 'owner');
  await page.getByRole('textbox', { name: 'Name' }).fill('   ');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveAccessibleDescription('This is needed.');
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await expect(page.getByRole('group', { name: 'About you' }).getByRole('alert')).toHaveText('Something here needs another look.');
});

test('the password is changed, and the session goes on', async ({ page, platform, visit }) => {
  await visit('/account', 'owner');
  await expect(page.getByLabel('New password')).toHaveAccessibleDescription('At least 12 characters. A few words in a row are easy to remember.');
  await changePassword(page, PASSWORD, NEW_PASSWORD);
  await expect(page.getByText('Your password is changed', { exact: true })).toBeVisible();
  await expect(page.getByText('You are signed out everywhere else.', { exact: true })).toBeVisible();
  await expect(page.getByLabel('Current password')).toHaveValue('');
  await expect(page.getByLabel('New password')).toHaveValue('');
  expect(platform.me.received).toEqual([{ currentPassword: PASSWORD, newPassword: NEW_PASSWORD }]);
  platform.asked.length = 0;
  await page.getByRole('link', { name: 'Knowledge' }).click();
  await expect(page.getByText('Your assistant knows nothing yet')).toBeVisible();
  expect(platform.asked).toContain('GET /v1/knowledge/documents');
  expect(platform.asked).not.toContain('POST /v1/auth/refresh');
  await page.reload();
  await expect(page.getByText('Your assistant knows nothing yet')).toBeVisible();
});

test('a password that is refused is said to be so at its field, which has the focus', async ({ page, visit }) => {
  await visit('/account', 'owner');
  for (const { current, next, label, says } of [
    { current: 'not my password', next: NEW_PASSWORD, label: 'Current password', says: 'This is not your password.' },
    { current: PASSWORD, next: 'password1234', label: 'New password', says: 'Too many people use this. Choose something that is harder to guess.' },
  ]) {
    await changePassword(page, current, next);
    await expect(page.getByLabel(label)).toHaveAccessibleDescription(says);
    await expect(page.getByLabel(label)).toBeFocused();
    await expect(page.locator('[aria-invalid]')).toHaveCount(1);
  }
  await changePassword(page, PASSWORD, NEW_PASSWORD);
  await expect(page.getByText('Your password is changed', { exact: true })).toBeVisible();
});

test('a new password of fewer than 12 characters is not sent', async ({ page, platform, visit }) => {
  await visit('/account', 'owner');
  await page.getByLabel('Current password').fill(PASSWORD);
  await page.getByLabel('New password').pressSequentially('elevenchars');
  await page.getByRole('button', { name: 'Change the password' }).click();
  await expect(page.getByLabel('New password')).toBeFocused();
  expect(platform.me.received).toEqual([]);
});

for (const { name, call, part, button } of [
  { name: 'a name', call: 'PATCH /v1/me', part: 'About you', button: 'Save' },
  { name: 'a password', call: 'POST /v1/me/password', part: 'Password', button: 'Change the password' },
]) {
  test(`${name} that is not taken says why, and is tried again`, async ({ page, platform, visit }) => {
    await page.clock.install();
    await visit('/account', 'owner');
    await page.getByLabel('Current password').fill(PASSWORD);
    await page.getByLabel('New password').fill(NEW_PASSWORD);
    const pressed = page.getByRole('button', { name: button });
    const alert = page.getByRole('group', { name: part }).getByRole('alert');
    platform.disturbances.set(call, { status: 503 });
    await pressed.click();
    await expect(alert).toHaveText('Something went wrong on our side. Try again in a moment.');
    await page.context().setOffline(true);
    await pressed.click();
    await expect(alert).toHaveText('CSAI cannot be reached. Check your connection and try again.');
    await page.context().setOffline(false);
    platform.disturbances.set(call, { status: 429, headers: { 'Retry-After': '9' } });
    await pressed.click();
    await expect(alert).toHaveText('Too many attempts. You can try again in 9 s.');
    await expect(pressed).toBeDisabled();
    platform.disturbances.clear();
    await waitOut(page, pressed);
    await pressed.click();
    await expect(alert).toBeEmpty();
    await expect(page.getByText(/^(Saved|Your password is changed)$/)).toBeVisible();
  });
}

test('somebody logs out everywhere, after a question', async ({ page, platform, visit }) => {
  await visit('/account', 'owner');
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  const question = page.getByRole('alertdialog', { name: 'Sign out everywhere?' });
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: 'Sign out everywhere' })).toBeFocused();
  platform.disturbances.set('DELETE /v1/me/sessions', { status: 503 });
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await question.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(page.getByText('Not signed out', { exact: true })).toBeVisible();
  await expect(page.getByText('Something went wrong on our side. Try again in a moment.', { exact: true })).toBeVisible();
  platform.disturbances.clear();
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await question.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'You are signed out everywhere.' })).toBeVisible();
  await expect(page).toHaveURL(/\/console$/);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await expect(page.getByText('You are signed out everywhere.')).toBeHidden();
});
