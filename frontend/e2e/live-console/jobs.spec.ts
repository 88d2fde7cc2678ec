import { expect, OPERATOR, OWNER, picture, server, signIn, test, tokenOf } from './session.ts';

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

test('an owner finds the jobs closed', async ({ page }) => {
  await signIn(page, '/jobs', OWNER);
  await expect(page.getByRole('alert')).toContainText('You may not see this');
});
