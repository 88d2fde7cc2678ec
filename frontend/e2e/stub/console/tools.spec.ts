import type { Page } from '@playwright/test';
import { expect, test } from './console.ts';

const rows = (page: Page) => page.locator('tbody').getByRole('row');

test('an operator defines a tool, publishes it, retires it and publishes it again', async ({ page, platform, visit }) => {
  await visit('/tools', 'operator');
  await page.getByRole('button', { name: 'New tool' }).click();
  const sheet = page.getByRole('dialog', { name: 'New tool' });
  await sheet.getByLabel('Name for models').fill('find_order');
  await sheet.getByLabel('What a call does').selectOption('reads');
  await sheet.getByLabel('Description for models').fill('Finds an order by its number.');
  for (const [legend, title, summary] of [['For people, in English', 'Find an order', 'Tells where it is.'], ['For people, in Hebrew', 'איתור הזמנה', 'אומר איפה היא.']] as const) {
    const words = sheet.getByRole('group', { name: legend });
    await words.getByLabel('Title').fill(title);
    await words.getByLabel('Summary').fill(summary);
  }
  const parameters = sheet.getByLabel('Parameters');
  await parameters.fill('{"type": ');
  await sheet.getByRole('button', { name: 'Save' }).click();
  await expect(sheet.getByRole('alert')).toHaveText('This is not JSON.');
  await expect(parameters).toBeFocused();
  await expect(parameters).toHaveAccessibleDescription('This is not JSON.');
  expect(platform.asked).not.toContain('POST /v1/admin/tools');
  const question = page.getByRole('alertdialog', { name: 'Leave without saving?' });
  await page.keyboard.press('Escape');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await page.mouse.click(20, 400);
  await question.getByRole('button', { name: 'Cancel' }).click();
  await parameters.fill('{"type": "array"}');
  await sheet.getByRole('button', { name: 'Save' }).click();
  await expect(parameters).toBeFocused();
  await expect(sheet.getByText(/\/type/)).toBeVisible();
  await parameters.fill('{"type": "object", "properties": {"order": {"type": "string"}}}');
  await sheet.getByRole('button', { name: 'Save' }).click();
  await expect(sheet).toBeHidden();
  await expect(rows(page)).toHaveText([/Find an order.*find_order.*Tells where it is\..*Orders.*Only reads.*Draft/]);
  expect(platform.tools.tools[0]).toMatchObject({ parameters: { type: 'object', properties: { order: { type: 'string' } } }, he: { title: 'איתור הזמנה' } });

  const actions = page.getByRole('button', { name: /^Actions for .*Find an order/ });
  await actions.click();
  await page.getByRole('menuitem', { name: 'Publish' }).click();
  await expect(rows(page)).toHaveText([/Published/]);
  await actions.click();
  await page.getByRole('menuitem', { name: 'Retire' }).click();
  await page.getByRole('alertdialog', { name: /^Retire .*Find an order.*\?$/ }).getByRole('button', { name: 'Retire' }).click();
  await expect(rows(page)).toHaveText([/Retired/]);
  await actions.click();
  await page.getByRole('menuitem', { name: 'Publish' }).click();
  await expect(rows(page)).toHaveText([/Published/]);
  await actions.click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await expect(page.getByLabel('Name for models')).toHaveAttribute('readonly');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('a name that is taken is said, and a draft is deleted after a question', async ({ page, platform, visit }) => {
  platform.tools.add('find_order', { state: 'published' });
  platform.tools.add('find_ordr');
  await visit('/tools?state=draft', 'operator');
  await expect(rows(page)).toHaveText([/find_ordr/]);
  await page.getByRole('button', { name: /^Actions for/ }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await page.getByLabel('Name for models').fill('find_order');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toHaveText('There is a tool of this name already.');
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Leave' }).click();
  await page.getByRole('button', { name: /^Actions for/ }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('No tool like that')).toBeVisible();
  await page.getByRole('button', { name: 'Clear search' }).click();
  await expect(rows(page)).toHaveText([/find_order.*Published/]);
});

test('what somebody else has changed or published meanwhile is written over only by who says so', async ({ page, platform, visit }) => {
  const tool = platform.tools.add('find_order');
  const edit = async (description: string): Promise<void> => {
    await page.getByRole('button', { name: /^Actions for/ }).click();
    await page.getByRole('menuitem', { name: 'Edit' }).click();
    await page.getByLabel('Description for models').fill(description);
  };
  const notice = page.getByRole('alert').filter({ hasText: 'Somebody has changed this tool meanwhile.' });
  await visit('/tools', 'operator');
  await edit('Mine.');
  platform.tools.change(tool, { state: 'published', description: 'Theirs.' });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(notice).toBeVisible();
  await page.getByLabel('Description for models').fill('Mine, now.');
  await notice.getByRole('button', { name: 'Save mine over it' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(rows(page)).toHaveText([/Published/]);
  expect(tool).toMatchObject({ description: 'Mine, now.', revision: 2 });

  await edit('Mine again.');
  platform.tools.change(tool, { description: 'Theirs again.' });
  await page.getByRole('button', { name: 'Save' }).click();
  await notice.getByRole('button', { name: 'Take theirs' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Take theirs' }).click();
  await expect(page.getByLabel('Description for models')).toHaveValue('Theirs again.');
  await page.getByLabel('Description for models').fill('Both.');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  expect(tool).toMatchObject({ description: 'Both.', revision: 4 });
});

test.describe('to somebody who reads Hebrew', () => {
  test.use({ locale: 'he-IL' });

  test('what is wrong with the parameters is said in Hebrew, and where it is', async ({ page, platform, visit }) => {
    platform.tools.add('find_order');
    await visit('/tools', 'operator');
    await rows(page).getByRole('button').last().click();
    await page.getByRole('menuitem', { name: 'עריכה' }).click();
    const parameters = page.getByLabel('פרמטרים');
    await parameters.fill('{"type": "array"}');
    await page.getByRole('button', { name: 'שמירה' }).click();
    await expect(parameters).toHaveAccessibleDescription(/^\u2068\/type\u2069: אי אפשר להשתמש בזה כאן\.$/);
  });
});
