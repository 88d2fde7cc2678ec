import { gate } from '../steps.ts';
import { expect, test } from './console.ts';

const ROOMS = [
  { path: '/knowledge', role: 'owner', call: 'GET /v1/knowledge/documents', empty: 'Your assistant knows nothing yet' },
  { path: '/team', role: 'owner', call: 'GET /v1/members', empty: 'Nobody but you yet' },
  { path: '/account', role: 'agent', call: 'GET /v1/me', empty: 'About you' },
  { path: '/jobs', role: 'operator', call: 'GET /v1/admin/jobs', empty: 'No job has run yet' },
  { path: '/jobs/retention', role: 'operator', call: 'GET /v1/admin/jobs/retention/executions', empty: 'No runs here' },
  { path: '/mail', role: 'operator', call: 'GET /v1/admin/mails', empty: 'No mail here' },
] as const;

for (const { path, role, call, empty } of ROOMS) {
  test(`${path} shows that it loads, then that it is empty`, async ({ page, platform, visit }) => {
    const arrival = gate();
    platform.disturbances.set(call, arrival.passed);
    platform.jobs.executions = [];
    await visit(path, role);
    await expect(page.getByRole('status').filter({ hasText: 'Loading…' })).toBeVisible();
    arrival.open();
    await expect(page.getByText(empty)).toBeVisible();
    await expect(page.getByText('Loading…')).toBeHidden();
  });

  test(`${path} says what went wrong and tries again`, async ({ page, platform, visit }) => {
    platform.disturbances.set(call, { status: 500 });
    platform.jobs.executions = [];
    await visit(path, role);
    await expect(page.getByRole('alert')).toContainText('Something went wrong on our side');
    platform.disturbances.clear();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByText(empty)).toBeVisible();
  });

  test(`${path} says that the role may not see it`, async ({ page, platform, visit }) => {
    platform.disturbances.set(call, { status: 403 });
    await visit(path, role);
    await expect(page.getByRole('alert')).toContainText('You may not see this');
  });
}

test('each role finds its own rooms in the navigation, and the others closed', async ({ page, platform, visit }) => {
  await visit('/jobs', 'owner');
  await expect(page.getByRole('navigation').getByRole('link')).toHaveText(['Knowledge', 'Try it', 'Team']);
  await expect(page.getByRole('alert')).toContainText('You may not see this');
  await page.getByRole('link', { name: 'Go to Knowledge' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Knowledge' })).toBeVisible();
  expect(platform.asked.filter((call) => call.includes('/v1/admin/'))).toEqual([]);
});

test('an operator finds the jobs', async ({ page, visit }) => {
  await visit('', 'operator');
  await expect(page).toHaveURL(/\/console\/jobs$/);
  await expect(page.getByRole('link', { name: 'Jobs' })).toBeVisible();
});

test('an agent is told that there is nothing yet', async ({ page, visit }) => {
  await visit('', 'agent');
  await expect(page.getByText('Nothing here for your role yet')).toBeVisible();
});

test('an address that leads nowhere says so', async ({ page, visit }) => {
  await visit('/unheard-of', 'owner');
  await expect(page.getByText('There is no such page')).toBeVisible();
  await page.getByRole('link', { name: 'Go to Knowledge' }).click();
  await expect(page).toHaveURL(/\/console\/knowledge$/);
});

test('a document that is gone is said to be gone', async ({ page, visit }) => {
  await visit('/knowledge/0192d3a0-0000-7000-8000-00000000dead', 'owner');
  await expect(page.getByRole('alert')).toContainText('There is nothing at this address');
});

test('a room that does not load leaves the others in reach', async ({ page, visit }) => {
  await page.route('**/assets/TryItRoom-*.js', (route) => route.abort());
  await visit('/knowledge', 'owner');
  await page.getByRole('link', { name: 'Try it' }).click();
  await expect(page.getByRole('alert')).toContainText('Something went wrong on our side');
  await page.getByRole('link', { name: 'Knowledge' }).click();
  await expect(page.getByText('Your assistant knows nothing yet')).toBeVisible();
});

test('being offline is said, and what was loaded stays', async ({ page, context, platform, visit }) => {
  platform.knowledge.add('menu.pdf', { status: 'completed', progress: 100, chunkCount: 3 });
  await visit('/knowledge', 'owner');
  await expect(page.getByRole('link', { name: 'menu.pdf' })).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByText('You are offline. What you see may be out of date.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'menu.pdf' })).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText('You are offline.')).toBeHidden();
});
