import { expect, test } from './console.ts';

test('a failed run is found by its status, understood and restarted', async ({ page, platform, visit }) => {
  await visit('/jobs', 'operator');
  const job = page.getByRole('listitem').filter({ hasText: 'ingestDocument' });
  await expect(job).toContainText(/1\s*Running|Running\s*1/);
  await job.getByRole('link', { name: 'ingestDocument' }).click();
  await page.getByRole('combobox', { name: 'Status' }).selectOption('Failed');
  await expect(page).toHaveURL(/\?status=FAILED$/);
  await expect(page.locator('tbody').getByRole('row')).toHaveText([/1040.*Failed.*catalogue\.docx.*did not answer within 30 s/]);

  await page.getByRole('link', { name: '1040' }).click();
  await expect(page.getByRole('heading', { name: 'Why it failed' }).locator('..')).toContainText('attempt 3 of 3');
  await expect(page.getByRole('row').filter({ hasText: 'embed' })).toContainText(/embed\s*Failed\s*1,248\s*1,216\s*0\s*0\s*38\s*3/);
  await page.getByRole('button', { name: 'Restart' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Restart' }).click();
  await expect(page.getByText('Restart accepted. It begins in a moment.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Restart' })).toHaveCount(0);
  expect(platform.asked.filter((call) => call.endsWith('/restart'))).toEqual(['POST /v1/admin/job-executions/1040/restart']);
  await page.getByRole('link', { name: 'ingestDocument' }).click();
  await expect(page).toHaveURL(/\?status=FAILED$/);
});

test('a restart that comes too late is explained', async ({ page, platform, visit }) => {
  await visit('/jobs/ingestDocument/1040', 'operator');
  await page.getByRole('button', { name: 'Restart' }).click();
  for (const execution of platform.jobs.executions) execution.restartable = false;
  await page.getByRole('alertdialog').getByRole('button', { name: 'Restart' }).click();
  await expect(page.getByRole('alert')).toContainText('Not restarted. This run cannot be restarted: it is running, has completed, or a newer run has taken its place.');
});

test('a run is followed live, without being asked for', async ({ page, platform, visit }) => {
  await visit('/jobs/ingestDocument/1041', 'operator');
  await expect(page.getByRole('status').filter({ hasText: 'Live' })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'embed' })).toContainText('Running');
  await expect.poll(() => platform.jobs.followers).toBe(1);
  platform.asked.length = 0;
  platform.jobs.emit('1041', { status: 'COMPLETED', exitCode: 'COMPLETED', endedAt: new Date().toISOString(), durationMs: 61_000 });
  await expect(page.getByRole('row').filter({ hasText: 'embed' })).toContainText('Completed');
  expect(platform.asked.filter((call) => call === 'GET /v1/admin/job-executions/1041')).toEqual([]);
  await page.getByRole('link', { name: 'ingestDocument' }).click();
  await expect(page.getByRole('row').filter({ hasText: '1041' })).toContainText('Completed');
});

test('without the stream the page still follows, by asking', async ({ page, platform, visit }) => {
  platform.disturbances.set('GET /v1/admin/job-executions/events', { status: 503 });
  await visit('/jobs/ingestDocument/1041', 'operator');
  await expect(page.getByRole('status').filter({ hasText: 'Updated every few seconds' })).toBeVisible();
  platform.jobs.emit('1041', { status: 'FAILED', failure: 'The disk is full.' });
  await expect(page.getByText('The disk is full.')).toBeVisible();
});
