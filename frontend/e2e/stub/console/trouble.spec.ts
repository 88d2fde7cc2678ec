import { gate } from '../steps.ts';
import { expect, test } from './console.ts';
import { DOOR, pressTwice } from './door.ts';

for (const { name, path, fill, button, call } of Object.values(DOOR)) {
  test(`${name} sends once, however often somebody presses`, async ({ page, platform, visit }) => {
    const arrival = gate();
    platform.disturbances.set(call, arrival.passed);
    await visit(path);
    await fill(page);
    await pressTwice(page, button);
    const pressed = page.getByRole('button', { name: button, exact: true });
    await expect(pressed).toHaveAttribute('aria-disabled', 'true');
    await pressed.press('Enter');
    arrival.open();
    await expect(pressed).toBeHidden();
    expect(platform.asked.filter((asked) => asked === call)).toEqual([call]);
  });

  test(`${name} tells how long to wait, and goes on by itself`, async ({ page, platform, visit }) => {
    platform.disturbances.set(call, { status: 429, headers: { 'Retry-After': '2' } });
    await visit(path);
    await fill(page);
    const pressed = page.getByRole('button', { name: button, exact: true });
    await pressed.click();
    await expect(page.getByRole('alert')).toHaveText('Too many attempts. You can try again in 2 s.');
    await expect(pressed).toBeDisabled();
    platform.disturbances.clear();
    await expect(pressed).toBeEnabled();
    await expect(page.getByRole('alert')).toBeEmpty();
    await pressed.click();
    await expect(pressed).toBeHidden();
  });

  test(`${name} says that nobody answers, or that it is not the visitor's fault, and is tried again`, async ({ page, platform, visit }) => {
    await visit(path);
    await fill(page);
    const pressed = page.getByRole('button', { name: button, exact: true });
    await page.context().setOffline(true);
    await pressed.click();
    await expect(page.getByRole('alert')).toHaveText('CSAI cannot be reached. Check your connection and try again.');
    await page.context().setOffline(false);
    platform.disturbances.set(call, { status: 503 });
    await pressed.click();
    await expect(page.getByRole('alert')).toHaveText('Something went wrong on our side. Try again in a moment.');
    platform.disturbances.clear();
    await pressed.click();
    await expect(pressed).toBeHidden();
  });
}

test('a long wait is told in minutes', async ({ page, platform, visit }) => {
  const { path, fill, button, call } = DOOR.signUp;
  platform.disturbances.set(call, { status: 429, headers: { 'Retry-After': '3540' } });
  await visit(path);
  await fill(page);
  await page.getByRole('button', { name: button }).click();
  await expect(page.getByRole('alert')).toHaveText('Too many attempts. You can try again in 59 minutes.');
});

const REFUSED = [
  { at: DOOR.signUp, pointer: '/companyName', code: 'too-long', label: 'Company', says: 'This is too long.' },
  { at: DOOR.signUp, pointer: '/email', code: 'malformed', label: 'E-mail', says: 'This does not look right. Check it for a slip.' },
  { at: DOOR.signUp, pointer: '/password', code: 'too-short', label: 'Password', says: 'Use at least 12 characters.' },
  { at: DOOR.signUp, pointer: '/password', code: 'bad-character', label: 'Password', says: 'There is a character in this that cannot be used.' },
  { at: DOOR.signUp, pointer: '/industry', code: 'unheard-of', label: 'Industry', says: 'In the words of the server.' },
  { at: DOOR.verify, pointer: '/code', code: 'required', label: 'Code', says: 'This is needed.' },
  { at: DOOR.forgotPassword, pointer: '/email', code: 'malformed', label: 'E-mail', says: 'This does not look right. Check it for a slip.' },
  { at: DOOR.invitation, pointer: '/name', code: 'required', label: 'Your name', says: 'This is needed.' },
  { at: DOOR.invitation, pointer: '/password', code: 'too-short', label: 'Password', says: 'Use at least 12 characters.' },
  { at: DOOR.resetPassword, pointer: '/password', code: 'too-common', label: 'New password', says: 'Too many people use this. Choose something that is harder to guess.' },
] as const;

for (const { at, pointer, code, label, says } of REFUSED) {
  test(`${at.name} shows ${code} of ${pointer} at its field, which has the focus`, async ({ page, platform, visit }) => {
    const { path, fill, button, call } = at;
    platform.disturbances.set(call, {
      status: 400,
      body: { type: 'https://csai.dev/problems/invalid-request', errors: [{ pointer, code, detail: 'In the words of the server.' }] },
    });
    await visit(path);
    await fill(page);
    await page.getByRole('button', { name: button }).click();
    const refused = page.getByLabel(label);
    await expect(refused).toHaveAccessibleDescription(says);
    await expect(refused).toHaveAttribute('aria-invalid', 'true');
    await expect(refused).toBeFocused();
    await expect(page.locator('[aria-invalid]')).toHaveCount(1);
    await expect(page.getByRole('alert')).toHaveText('Something here needs another look.');
    platform.disturbances.clear();
    await page.getByRole('button', { name: button }).click();
    await expect(refused).toBeHidden();
  });
}
