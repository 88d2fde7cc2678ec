import { expect, FAILED, OPERATOR, OWNER, picture, server, signIn, test, tokenOf } from './session.ts';

test('an operator sees a run appear, live, and what its steps have done', async ({ page }) => {
  await signIn(page, '/jobs', OPERATOR);
  await page.getByRole('link', { name: 'ingestDocument' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Live' })).toBeVisible();
  const name = `live-${Date.now()}.txt`;
  const file = { name, mimeType: 'text/plain', buffer: Buffer.from(`The file ${name} was uploaded while somebody watched.`) };
  const uploaded = await page.request.post(`${server}/v1/knowledge/documents`, { headers: { Authorization: `Bearer ${await tokenOf(OWNER)}` }, multipart: { file } });
  expect(uploaded.status()).toBe(202);
  const row = page.getByRole('row').filter({ hasText: name });
  await expect(row).toContainText('Completed');
  await picture(page, '6-runs');
  await row.getByRole('link').click();
  await expect(page.getByRole('group', { name: 'Steps' }).getByRole('row').nth(1)).toContainText('Completed');
  await expect(page.getByRole('button', { name: 'Restart' })).toHaveCount(0);
  await picture(page, '7-run');
});

test('an operator restarts a run that failed, and it completes', async ({ page }) => {
  await signIn(page, '/jobs', OPERATOR);
  await page.getByRole('link', { name: 'ingestDocument' }).click();
  // The newest of its runs: only that one can be restarted.
  const failed = page.getByRole('row').filter({ hasText: FAILED }).first();
  await expect(failed).toContainText('Failed');
  await failed.getByRole('link').click();
  await page.getByRole('button', { name: 'Restart' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Restart' }).click();
  await expect(page.getByText('Restart accepted')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('row').filter({ hasText: FAILED }).first()).toContainText('Completed');
  await picture(page, '8-restarted');
});

test('an owner finds the jobs closed', async ({ page }) => {
  await signIn(page, '/jobs', OWNER);
  await expect(page.getByRole('alert')).toContainText('You may not see this');
});
