import type { Page } from '@playwright/test';
import { expect, test } from './console.ts';

const overlays = (page: Page) => page.getByRole('dialog').or(page.getByRole('alertdialog'));

/** Presses Escape in the very moment in which what opens next gets the focus, which no hand is quick enough for. */
async function pressAsItOpens(page: Page, open: () => Promise<void>): Promise<void> {
  await page.evaluate(() => {
    const open = new Set(document.querySelectorAll('[role$=dialog]'));
    addEventListener('focusin', function press({ target }) {
      const opened = target instanceof Element ? target.closest('[role$=dialog]') : null;
      if (opened === null || open.has(opened)) return;
      removeEventListener('focusin', press);
      target?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
      document.body.dataset['pressed'] = '';
    });
  });
  await open();
  await page.locator('body[data-pressed]').waitFor();
  await page.evaluate(() => { delete document.body.dataset['pressed']; });
}

test('Escape closes a sheet also while a notice is shown, however soon it is pressed', async ({ page, visit }) => {
  await visit('/assistant', 'owner');
  await page.getByRole('textbox', { name: 'Instructions' }).fill('Be brief.');
  await page.getByRole('button', { name: 'Save the draft' }).click();
  await expect(page.getByText('The draft is saved', { exact: true })).toBeVisible();
  await pressAsItOpens(page, () => page.getByRole('button', { name: 'See the changes' }).click());
  await expect(overlays(page)).toHaveCount(0);
  await expect(page).toHaveURL(/\/console\/assistant$/);
});

test('Escape closes what was opened last, however soon it is pressed', async ({ page, visit }) => {
  await visit('/tools', 'operator');
  await page.getByRole('button', { name: 'New tool' }).click();
  const name = page.getByRole('dialog').getByLabel('Name for models');
  await name.fill('find_order');
  await pressAsItOpens(page, () => page.keyboard.press('Escape'));
  await expect(name).toHaveValue('find_order');
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Leave' }).click();
  await expect(overlays(page)).toHaveCount(0);

  await pressAsItOpens(page, () => page.keyboard.press('Control+k'));
  await expect(overlays(page)).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Search and do' })).toBeFocused();
});
