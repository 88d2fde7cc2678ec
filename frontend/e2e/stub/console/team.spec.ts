import type { Page } from '@playwright/test';
import { gate } from '../steps.ts';
import { expect, test, waitOut } from './console.ts';

const rows = (page: Page) => page.locator('tbody').getByRole('row');

/** Opens somebody's actions and takes one. */
async function act(page: Page, called: string, action: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${called}` }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

const calls = (asked: readonly string[], method: string): readonly string[] => asked.filter((call) => call.startsWith(`${method} /v1/members`));

test('the team is found with who is in it, who is invited, and since or until when', async ({ page, platform, visit }) => {
  platform.team.join('agent');
  platform.team.invite('noam@napoli.example', 'admin');
  platform.team.invite('late@napoli.example', 'agent', -1);
  await visit('', 'owner');
  await page.getByRole('link', { name: 'Team' }).click();
  await expect(page).toHaveURL(/\/console\/team$/);
  await expect(rows(page)).toHaveText([
    /Dana Levi\(you\)owner@demo.*Owner.*Member.*since \d+ \w+ \d{4}/,
    /Gal Shir.*agent@demo.*Agent.*Member.*since/,
    /noam@napoli\.example.*Admin.*Invited.*until \d+ \w+ \d{4}/,
    /late@napoli\.example.*Agent.*Invitation over.*ended/,
  ]);
  await expect(page.getByRole('status').filter({ hasText: 'people' })).toHaveText('4 people');
  await expect(page.getByText('Nobody but you yet')).toBeHidden();
});

test('somebody is invited, by keyboard', async ({ page, platform, visit }) => {
  await visit('/team', 'owner');
  await page.getByRole('button', { name: 'Invite' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Invite somebody' });
  await expect(dialog.getByRole('textbox', { name: 'E-mail' })).toBeFocused();
  await page.keyboard.type('noam@napoli.example');
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('radio', { name: 'Agent' })).toBeFocused();
  await expect(dialog.getByRole('radio', { name: 'Agent' })).toBeChecked();
  await expect(dialog.getByRole('radio', { name: 'Agent' })).toHaveAccessibleDescription('Answers conversations. Changes neither knowledge nor team.');
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('radio', { name: 'Admin' })).toHaveAccessibleDescription(/^Looks after knowledge/);
  await expect(dialog.getByRole('radio', { name: 'Owner' })).toHaveAccessibleDescription(/^Everything an admin may/);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Invited .*noam@napoli\.example/).first()).toBeVisible();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Invite' })).toBeFocused();
  await expect(rows(page)).toHaveText([/Dana Levi/, /noam@napoli\.example.*Admin.*Invited.*until/]);
  expect(platform.team.people.at(-1)).toMatchObject({ email: 'noam@napoli.example', role: 'admin', status: 'invited' });
});

test('an invitation is sent once, however often somebody presses', async ({ page, platform, visit }) => {
  const arrival = gate();
  await visit('/team', 'owner');
  await page.getByRole('button', { name: 'Invite' }).click();
  await page.getByRole('textbox', { name: 'E-mail' }).fill('noam@napoli.example');
  platform.disturbances.set('POST /v1/members', arrival.passed);
  const send = page.getByRole('button', { name: 'Send the invitation' });
  await send.evaluate((element: HTMLButtonElement) => {
    element.form?.requestSubmit(element);
    element.form?.requestSubmit(element);
  });
  await expect(send).toHaveAttribute('aria-disabled', 'true');
  arrival.open();
  await expect(send).toBeHidden();
  expect(calls(platform.asked, 'POST')).toHaveLength(1);
});

test('an invitation that is refused, or that nobody answers, says why, keeps what was typed and is tried again', async ({ page, platform, visit }) => {
  await page.clock.install();
  await visit('/team', 'owner');
  await page.getByRole('button', { name: 'Invite' }).click();
  await page.getByRole('textbox', { name: 'E-mail' }).fill('noam@napoli.example');
  await page.getByRole('radio', { name: 'Admin' }).check();
  const send = page.getByRole('button', { name: 'Send the invitation' });
  const alert = page.getByRole('dialog').getByRole('alert');
  for (const { status, headers, says } of [
    { status: 403, headers: {}, says: 'Only an owner decides about owners, and only owners and admins about the team.' },
    { status: 409, headers: {}, says: 'This address is a member already, or too many invitations are open: then take one back first.' },
    { status: 429, headers: { 'Retry-After': '7' }, says: 'Too many attempts. You can try again in 7 s.' },
    { status: 503, headers: {}, says: 'Something went wrong on our side. Try again in a moment.' },
  ]) {
    platform.disturbances.set('POST /v1/members', { status, headers });
    await send.click();
    await expect(alert).toHaveText(says);
    await expect(page.getByRole('textbox', { name: 'E-mail' })).toHaveValue('noam@napoli.example');
    await expect(page.getByRole('radio', { name: 'Admin' })).toBeChecked();
    await waitOut(page, send);
  }
  await page.context().setOffline(true);
  await send.click();
  await expect(alert).toHaveText('CSAI cannot be reached. Check your connection and try again.');
  await page.context().setOffline(false);
  platform.disturbances.clear();
  await send.click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(rows(page)).toHaveText([/Dana Levi/, /noam@napoli\.example/]);
});

test('an address that is refused is said to be so at its field, which has the focus', async ({ page, visit }) => {
  await visit('/team', 'owner');
  await page.getByRole('button', { name: 'Invite' }).click();
  await page.getByRole('textbox', { name: 'E-mail' }).fill('noam@napoli');
  await page.getByRole('button', { name: 'Send the invitation' }).click();
  await expect(page.getByRole('textbox', { name: 'E-mail' })).toHaveAccessibleDescription('This does not look right. Check it for a slip.');
  await expect(page.getByRole('textbox', { name: 'E-mail' })).toBeFocused();
});

test('a role that is refused is said to be so at the roles, which have the focus', async ({ page, platform, visit }) => {
  await visit('/team', 'owner');
  await page.getByRole('button', { name: 'Invite' }).click();
  await page.getByRole('textbox', { name: 'E-mail' }).fill('noam@napoli.example');
  platform.disturbances.set('POST /v1/members', {
    status: 400,
    body: { type: 'https://csai.dev/problems/invalid-request', errors: [{ pointer: '/role', code: 'unknown', detail: 'In the words of the server.' }] },
  });
  await page.getByRole('button', { name: 'Send the invitation' }).click();
  await expect(page.getByRole('group', { name: 'Role' })).toHaveAccessibleDescription('Choose one of the roles.');
  await expect(page.getByRole('radio', { name: 'Agent' })).toBeFocused();
});

test('an invitation is sent again, and holds longer', async ({ page, platform, visit }) => {
  platform.team.invite('late@napoli.example', 'agent', -1);
  await visit('/team', 'owner');
  await expect(rows(page).nth(1)).toContainText('Invitation over');
  await act(page, 'late@napoli.example', 'Send again');
  await expect(page.getByText(/^Sent again to .*late@napoli\.example/).first()).toBeVisible();
  await expect(rows(page).nth(1)).toContainText('until');
  platform.disturbances.set('POST /v1/members', { status: 409 });
  await act(page, 'late@napoli.example', 'Send again');
  await expect(page.getByText('This address is a member already, or too many invitations are open: then take one back first.', { exact: true })).toBeVisible();
});

test('a role is changed, of a member and of an invitation', async ({ page, platform, visit }) => {
  platform.team.join('agent');
  platform.team.invite('noam@napoli.example', 'agent');
  await visit('/team', 'owner');
  for (const [called, at] of [['Gal Shir', 1], ['noam@napoli.example', 2]] as const) {
    await act(page, called, 'Change role');
    const dialog = page.getByRole('dialog', { name: `Role of` });
    await expect(dialog).toContainText(called);
    await expect(dialog.getByRole('radio', { name: 'Agent' })).toBeChecked();
    await dialog.getByRole('radio', { name: 'Admin' }).check();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
    await expect(rows(page).nth(at)).toContainText('Admin');
    await expect(page.getByRole('button', { name: `Actions for ${called}` })).toBeFocused();
  }
  expect(calls(platform.asked, 'PATCH')).toHaveLength(2);
});

test('the last owner stays one, and is told why', async ({ page, platform, visit }) => {
  await visit('/team', 'owner');
  await act(page, 'Dana Levi', 'Change role');
  await page.getByRole('radio', { name: 'Admin' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toHaveText('This is the last owner. Make somebody else an owner first.');
  await page.keyboard.press('Escape');
  await act(page, 'Dana Levi', 'Leave the team');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Leave the team' }).click();
  await expect(page.getByText('This is the last owner. Make somebody else an owner first.', { exact: true })).toBeVisible();
  await expect(page.getByRole('alertdialog')).toBeHidden();
  await expect(rows(page)).toHaveText([/Dana Levi.*Owner/]);
  expect(platform.team.people).toHaveLength(1);
});

test('whoever gives up being an owner is an admin at once', async ({ page, platform, visit }) => {
  platform.team.add('Rina Katz', 'owner');
  await visit('/team', 'owner');
  await act(page, 'Dana Levi', 'Change role');
  await page.getByRole('radio', { name: 'Admin' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: /Account and settings/ })).toContainText('Admin');
  await expect(page.getByRole('button', { name: 'Actions for Rina Katz' })).toHaveAttribute('aria-disabled', 'true');
});

test('somebody is removed after a question that names them', async ({ page, platform, visit }) => {
  platform.team.join('agent');
  await visit('/team', 'owner');
  await act(page, 'Gal Shir', 'Remove');
  const question = page.getByRole('alertdialog', { name: /^Remove .*Gal Shir.*\?$/ });
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Actions for Gal Shir' })).toBeFocused();
  expect(calls(platform.asked, 'DELETE')).toEqual([]);
  await act(page, 'Gal Shir', 'Remove');
  await question.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText(/^Removed .*Gal Shir/).first()).toBeVisible();
  await expect(rows(page)).toHaveText([/Dana Levi/]);
  await expect(page.getByText('Nobody but you yet')).toBeVisible();
  expect(calls(platform.asked, 'DELETE')).toEqual(['DELETE /v1/members/member-agent']);
});

test('an invitation is taken back, also when that has happened meanwhile', async ({ page, platform, visit }) => {
  platform.team.invite('noam@napoli.example', 'agent');
  platform.team.invite('rina@napoli.example', 'agent');
  await visit('/team', 'owner');
  await act(page, 'noam@napoli.example', 'Take back');
  await page.getByRole('alertdialog', { name: /^Take back the invitation of .*noam@napoli\.example.*\?$/ }).getByRole('button', { name: 'Take back' }).click();
  await expect(rows(page)).toHaveText([/Dana Levi/, /rina@napoli\.example/]);
  platform.team.people.length = 1;
  await act(page, 'rina@napoli.example', 'Take back');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Take back' }).click();
  await expect(rows(page)).toHaveText([/Dana Levi/]);
});

test('a removal that is refused says why, and nobody is gone', async ({ page, platform, visit }) => {
  platform.team.join('agent');
  await visit('/team', 'owner');
  for (const { status, says } of [
    { status: 403, says: 'Only an owner decides about owners, and only owners and admins about the team.' },
    { status: 503, says: 'Something went wrong on our side. Try again in a moment.' },
  ]) {
    platform.disturbances.set('DELETE /v1/members/member-agent', { status });
    await act(page, 'Gal Shir', 'Remove');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    await expect(page.getByText(says, { exact: true })).toBeVisible();
    await expect(rows(page)).toHaveText([/Dana Levi/, /Gal Shir/]);
  }
});

test('a role of somebody who is gone cannot be changed, and the list says so, too', async ({ page, platform, visit }) => {
  platform.team.join('agent');
  await visit('/team', 'owner');
  await act(page, 'Gal Shir', 'Change role');
  platform.team.people.length = 1;
  await page.getByRole('radio', { name: 'Admin' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toHaveText('This person is not in the team any more.');
  await page.keyboard.press('Escape');
  await expect(rows(page)).toHaveText([/Dana Levi/]);
});

test('whoever removes themselves is signed out', async ({ page, platform, visit }) => {
  platform.team.join('admin');
  await visit('/team', 'admin');
  await act(page, 'Noam Bar', 'Leave the team');
  const signedOut = page.waitForResponse('**/v1/auth/logout');
  await page.getByRole('alertdialog', { name: /^Remove yourself, .*Noam Bar.*\?$/ }).getByRole('button', { name: 'Leave the team' }).click();
  await expect(page.getByRole('status')).toHaveText('You have left the team.');
  await expect(page).toHaveURL(/\/console$/);
  expect(platform.team.people.map(({ id }) => id)).toEqual(['member-owner']);
  await signedOut;
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
});

test('an admin sees owners, and is told why they are not theirs to change', async ({ page, platform, visit }) => {
  platform.team.join('admin');
  platform.team.join('agent');
  platform.team.invite('rina@napoli.example', 'owner');
  await visit('/team', 'admin');
  await expect(page.getByText('Only an owner decides about owners.')).toBeVisible();
  for (const called of ['Dana Levi', 'rina@napoli.example']) {
    const actions = page.getByRole('button', { name: `Actions for ${called}` });
    await expect(actions).toHaveAttribute('aria-disabled', 'true');
    await expect(actions).toHaveAccessibleDescription('Only an owner decides about owners.');
    await actions.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menu')).toHaveCount(0);
  }
  await act(page, 'Gal Shir', 'Change role');
  const owner = page.getByRole('radio', { name: 'Owner' });
  await expect(owner).toBeDisabled();
  await expect(owner).toHaveAccessibleDescription('Only an owner decides about owners.');
  expect(calls(platform.asked, 'PATCH')).toEqual([]);
});

test('more of a large team is shown when it is asked for', async ({ page, platform, visit }) => {
  for (let n = 2; n <= 60; n++) platform.team.add(`Person ${n}`, 'agent');
  await visit('/team', 'owner');
  await expect(rows(page)).toHaveCount(50);
  await expect(page.getByRole('status').filter({ hasText: 'people' })).toHaveText('50+ people');
  platform.disturbances.set('GET /v1/members', { status: 403 });
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect(page.getByText('No more could be loaded', { exact: true })).toBeVisible();
  await expect(rows(page)).toHaveCount(50);
  platform.disturbances.clear();
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect(rows(page)).toHaveCount(60);
  await expect(page.getByRole('button', { name: 'Show more' })).toBeHidden();
  await expect(page.getByRole('status').filter({ hasText: 'people' })).toHaveText('60 people');
});

test('an agent may not see the team', async ({ page, platform, visit }) => {
  await visit('/team', 'agent');
  await expect(page.getByRole('alert')).toContainText('You may not see this');
  expect(platform.asked.filter((call) => call.includes('/v1/members'))).toEqual([]);
});
