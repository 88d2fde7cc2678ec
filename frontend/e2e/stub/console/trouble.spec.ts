import { gate } from '../steps.ts';
import { expect, waitOut, test } from './console.ts';
import { DOOR, pressTwice } from './door.ts';

for (const { name, path, fill, button, call } of Object.values(DOOR)) {
  test(`${name} says that nobody answers or how long to wait, is tried again, and sends once`, async ({ page, platform, visit }) => {
    await page.clock.install();
    await visit(path);
    await fill(page);
    const pressed = page.getByRole('button', { name: button, exact: true });
    const alert = page.getByRole('alert');
    await page.context().setOffline(true);
    await pressed.click();
    await expect(alert).toHaveText('CSAI cannot be reached. Check your connection and try again.');
    await page.context().setOffline(false);
    platform.disturbances.set(call, { status: 503 });
    await pressed.click();
    await expect(alert).toHaveText('Something went wrong on our side. Try again in a moment.');

    platform.disturbances.set(call, { status: 429, headers: { 'Retry-After': '9' } });
    await pressed.click();
    await expect(alert).toHaveText('Too many attempts. You can try again in 9 s.');
    await expect(pressed).toBeDisabled();
    await waitOut(page, pressed);
    await expect(alert).toBeEmpty();

    // However often somebody presses.
    const arrival = gate();
    platform.disturbances.set(call, arrival.passed);
    platform.asked.length = 0;
    await pressTwice(page, button);
    await expect(pressed).toHaveAttribute('aria-disabled', 'true');
    await pressed.press('Enter');
    arrival.open();
    await expect(pressed).toBeHidden();
    expect(platform.asked.filter((asked) => asked === call)).toEqual([call]);
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
  {
    at: DOOR.signUp,
    fields: [
      { pointer: '/companyName', code: 'too-long', label: 'Company', says: 'This is too long.' },
      { pointer: '/email', code: 'malformed', label: 'E-mail', says: 'This does not look right. Check it for a slip.' },
      { pointer: '/password', code: 'too-short', label: 'Password', says: 'Use at least 12 characters.' },
      { pointer: '/password', code: 'bad-character', label: 'Password', says: 'There is a character in this that cannot be used.' },
      { pointer: '/industry', code: 'unheard-of', label: 'Industry', says: 'In the words of the server.' },
    ],
  },
  { at: DOOR.verify, fields: [{ pointer: '/code', code: 'required', label: 'Code', says: 'This is needed.' }] },
  { at: DOOR.forgotPassword, fields: [{ pointer: '/email', code: 'malformed', label: 'E-mail', says: 'This does not look right. Check it for a slip.' }] },
  {
    at: DOOR.invitation,
    fields: [
      { pointer: '/name', code: 'required', label: 'Your name', says: 'This is needed.' },
      { pointer: '/password', code: 'too-short', label: 'Password', says: 'Use at least 12 characters.' },
    ],
  },
  {
    at: DOOR.resetPassword,
    fields: [{ pointer: '/password', code: 'too-common', label: 'New password', says: 'Too many people use this. Choose something that is harder to guess.' }],
  },
] as const;

for (const { at: { name, path, fill, button, call }, fields } of REFUSED) {
  test(`${name} shows what is refused at its field, which has the focus`, async ({ page, platform, visit }) => {
    await visit(path);
    await fill(page);
    for (const { pointer, code, label, says } of fields) {
      platform.disturbances.set(call, {
        status: 400,
        body: { type: 'https://csai.dev/problems/invalid-request', errors: [{ pointer, code, detail: 'In the words of the server.' }] },
      });
      await page.getByRole('button', { name: button }).click();
      const refused = page.getByLabel(label);
      await expect(refused).toHaveAccessibleDescription(says);
      await expect(refused).toHaveAttribute('aria-invalid', 'true');
      await expect(refused).toBeFocused();
      await expect(page.locator('[aria-invalid]')).toHaveCount(1);
      await expect(page.getByRole('alert')).toHaveText('Something here needs another look.');
    }
    platform.disturbances.clear();
    await page.getByRole('button', { name: button }).click();
    await expect(page.getByRole('button', { name: button, exact: true })).toBeHidden();
  });
}
