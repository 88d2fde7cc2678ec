import type { Locator, Page } from '@playwright/test';
import { expect, test } from './console.ts';

const steps = (page: Page): Locator => page.getByRole('region', { name: 'First steps' });

test('a newcomer is shown what is next, and where, until a first question was answered', async ({ page, platform, visit }) => {
  platform.newcomer.done.clear();
  await page.clock.install();
  await visit('', 'owner');
  await expect(page).toHaveURL(/\/console\/dashboard$/);
  await expect(steps(page)).toContainText('0 of 4 done');
  await expect(steps(page).getByRole('listitem')).toHaveText([/Add knowledge · To do/, /Ask it something · To do/, /Put the chat on your site · To do/, /Have a first question answered · To do/]);
  await expect(steps(page).getByRole('link')).toHaveText(['Add knowledge']);
  await steps(page).getByRole('link').click();
  await expect(page).toHaveURL(/\/console\/knowledge$/);
  await expect(page.getByRole('button', { name: 'Upload files' })).toBeVisible();
  // Where the step is taken, nothing leads there.
  await expect(steps(page)).toContainText('0 of 4 done');
  await expect(steps(page).getByRole('link')).toHaveCount(0);

  platform.newcomer.done.add('knowledge');
  platform.newcomer.done.add('tried');
  await page.clock.runFor(10_500);
  await expect(steps(page)).toContainText('2 of 4 done');
  await expect(steps(page).getByRole('link')).toHaveText(['Get the line']);
  await expect(steps(page).getByRole('link')).toHaveAttribute('href', '/console/widget');
  // On a page elsewhere somebody asks; nobody reloads this one.
  platform.newcomer.done.add('embedded');
  await page.clock.runFor(10_500);
  await expect(steps(page)).toContainText('3 of 4 done');
  platform.newcomer.done.add('answered');
  await page.clock.runFor(10_500);
  await expect(steps(page)).toBeHidden();
});

test('the first steps are hidden, and shown again by whoever did not mean it', async ({ page, platform, visit }) => {
  platform.newcomer.done.clear();
  await visit('/knowledge', 'owner');
  platform.disturbances.set('PATCH /v1/onboarding', { status: 503 });
  await steps(page).getByRole('button', { name: 'Hide the first steps' }).click();
  await expect(page.getByText('Not hidden', { exact: true })).toBeVisible();
  platform.disturbances.clear();
  await steps(page).getByRole('button', { name: 'Hide the first steps' }).click();
  await expect(steps(page)).toBeHidden();
  await expect(page.getByRole('main')).toBeFocused();
  expect(platform.newcomer.dismissed).toBe(true);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(steps(page)).toBeVisible();
  expect(platform.newcomer.dismissed).toBe(false);
});

test('nothing is said of the first steps while they cannot be had', async ({ page, platform, visit }) => {
  platform.disturbances.set('GET /v1/onboarding', { status: 403 });
  await visit('/knowledge', 'owner');
  await expect(page.getByText('Your assistant knows nothing yet')).toBeVisible();
  await expect.poll(() => platform.asked.includes('GET /v1/onboarding')).toBe(true);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(steps(page)).toBeHidden();
});
