import type { Locator, Page } from '@playwright/test';
import { expect, test } from './console.ts';
import { fill } from './filled.ts';

const field = (page: Page): Locator => page.getByRole('combobox', { name: 'Search and do' });

/** What is typed before it is there goes elsewhere. */
async function search(page: Page, query: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { expanded: true })).toBeFocused();
  await page.keyboard.type(query);
}

/** Which option a screen reader hears of. */
const active = (page: Page): Promise<string | null | undefined> =>
  field(page).evaluate((input) => document.getElementById(input.getAttribute('aria-activedescendant') ?? '')?.textContent);

test('rooms, actions, documents and people are found and chosen by the keyboard alone', async ({ page, platform, visit }) => {
  fill(platform);
  await visit('/contacts', 'owner');
  await expect(page.getByRole('heading', { level: 1, name: 'Contacts' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  await expect(page.getByRole('group', { name: 'Rooms' }).getByRole('option').first()).toHaveText('Dashboard');
  await expect(field(page)).toHaveAttribute('aria-expanded', 'true');
  expect(await active(page)).toBe('Dashboard');
  await page.keyboard.press('ArrowDown');
  expect(await active(page)).toBe('Conversations');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  expect(await active(page)).toBe('Sign out');
  await expect(page.getByRole('option', { selected: true })).toHaveText('Sign out');

  await page.keyboard.type('inv som');
  await expect(page.getByRole('option')).toHaveText(['Invite somebody']);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/console\/team\?new$/);
  await expect(page.getByRole('dialog')).toContainText('Invite');
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\/console\/team$/);
  // As long as it is open, nothing opens over it.
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.keyboard.press('Meta+k');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('החזר');
  await expect(page.getByRole('group', { name: 'Documents' }).getByRole('option')).toHaveText(['מדיניות החזרות.pdf']);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'מדיניות החזרות.pdf' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeHidden();
  await page.keyboard.press('Escape');

  await page.getByRole('search').getByRole('button', { name: 'Search' }).click();
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('hohenstaufen');
  await expect(page.getByRole('group', { name: 'Team' }).getByRole('option')).toContainText(['Maximiliane-Alexandra']);
  await page.keyboard.type(' x y z');
  await expect(page.getByText('Nothing is called like that.')).toBeVisible();
  await expect(field(page)).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('search').getByRole('button', { name: 'Search' })).toBeFocused();
});

test('the appearance, the language and the session are changed from the search', async ({ page, visit }) => {
  await visit('/knowledge', 'owner');
  await search(page, 'dark');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark');
  await search(page, 'עבר');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  // The same key on a Hebrew keyboard.
  await page.evaluate(() => { document.dispatchEvent(new KeyboardEvent('keydown', { key: 'ל', code: 'KeyK', ctrlKey: true, bubbles: true })); });
  await expect(page.getByRole('combobox', { name: 'חיפוש ופעולות' })).toBeFocused();
  await page.keyboard.type('keys');
  await expect(page.getByRole('option').first()).toHaveText('מפתחות');
  await page.getByRole('combobox').fill('יציאה');
  await page.getByRole('option', { name: 'יציאה' }).click();
  await expect(page.getByRole('heading', { name: 'כניסה' })).toBeVisible();
});

test('an agent finds what an agent may, and unsaved changes are asked about', async ({ page, platform, visit }) => {
  await visit('/contacts', 'agent');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('group', { name: 'Rooms' }).getByRole('option')).toHaveText(['Conversations', 'Contacts', 'Your account']);
  await page.keyboard.type('key');
  await expect(page.getByText('Nothing is called like that.')).toBeVisible();
  expect(platform.asked.filter((call) => /knowledge|members/.test(call))).toEqual([]);

  await visit('/settings', 'owner');
  await page.getByRole('textbox', { name: 'Name' }).fill('Another');
  await search(page, 'team');
  await page.keyboard.press('Enter');
  const question = page.getByRole('alertdialog', { name: 'Leave without saving?' });
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await question.getByRole('button', { name: 'Leave' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Team' })).toBeVisible();
  await expect(field(page)).toBeHidden();
});

test('a phone has the search at the top, and a search that does not load says so', async ({ page, visit }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.route('**/assets/CommandSearch-*.js', (route) => route.abort(), { times: 1 });
  await visit('/knowledge', 'owner');
  await page.getByRole('banner').getByRole('button', { name: 'Search' }).click();
  await expect(page.getByText('The search could not be loaded', { exact: true })).toBeVisible();
  await page.reload();
  await page.getByRole('banner').getByRole('button', { name: 'Search' }).click();
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('audit');
  await page.getByRole('option', { name: 'Audit log' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Audit log' })).toBeVisible();
});

test('the side bar is collapsed to its signs, and stays so', async ({ page, visit }) => {
  await visit('/knowledge', 'owner');
  const banner = page.getByRole('banner');
  const turn = banner.getByRole('button', { name: 'Collapse the side bar' });
  await expect(turn).toHaveAttribute('aria-expanded', 'true');
  await turn.click();
  await expect(banner.getByRole('button', { name: 'Expand the side bar' })).toHaveAttribute('aria-expanded', 'false');
  await expect.poll(async () => (await banner.boundingBox())?.width).toBe(68);
  await page.reload();
  await expect.poll(async () => (await banner.boundingBox())?.width).toBe(68);
  await banner.getByRole('link', { name: 'Keys' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Keys' })).toBeVisible();
  await banner.getByRole('button', { name: 'Expand the side bar' }).click();
  await expect.poll(async () => (await banner.boundingBox())?.width).toBe(240);
});
