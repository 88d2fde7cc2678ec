import { gate } from '../steps.ts';
import { expect, test } from './console.ts';

const ROOMS = [
  { path: '/dashboard', role: 'owner', call: 'GET /v1/dashboard', empty: 'No conversations yet' },
  { path: '/dashboard', role: 'operator', call: 'GET /v1/admin/dashboard', empty: 'Nothing was done yet.' },
  { path: '/conversations', role: 'agent', call: 'GET /v1/conversations', empty: 'No conversations yet' },
  { path: '/conversations', role: 'operator', call: 'GET /v1/admin/conversations', empty: 'No conversations yet' },
  { path: '/knowledge', role: 'owner', call: 'GET /v1/knowledge/documents', empty: 'Your assistant knows nothing yet' },
  { path: '/assistant', role: 'admin', call: 'GET /v1/assistant', empty: 'Nothing was published yet' },
  { path: '/team', role: 'owner', call: 'GET /v1/members', empty: 'Nobody but you yet' },
  { path: '/contacts', role: 'agent', call: 'GET /v1/contacts', empty: 'Nobody has written yet' },
  { path: '/keys', role: 'admin', call: 'GET /v1/api-keys', empty: 'No key yet' },
  { path: '/settings', role: 'admin', call: 'GET /v1/tenant', empty: 'Those that are spoken with customers.' },
  { path: '/widget', role: 'admin', call: 'GET /v1/tenant', empty: 'No key for pages' },
  { path: '/audit', role: 'owner', call: 'GET /v1/audit-log', empty: 'Nothing was done yet' },
  { path: '/audit', role: 'operator', call: 'GET /v1/admin/audit-log', empty: 'Nothing was done yet' },
  { path: '/account', role: 'agent', call: 'GET /v1/me', empty: 'About you' },
  { path: '/tenants', role: 'operator', call: 'GET /v1/admin/tenants', empty: 'No tenant yet' },
  { path: '/tenants/0192d3a0-0000-7000-8000-000000000001', role: 'operator', call: 'GET /v1/admin/tenants/0192d3a0-0000-7000-8000-000000000001', empty: 'At a glance' },
  { path: '/jobs', role: 'operator', call: 'GET /v1/admin/jobs', empty: 'No job has run yet' },
  { path: '/jobs/retention', role: 'operator', call: 'GET /v1/admin/jobs/retention/executions', empty: 'No runs here' },
  { path: '/tools', role: 'operator', call: 'GET /v1/admin/tools', empty: 'No tool yet' },
  { path: '/mail', role: 'operator', call: 'GET /v1/admin/mails', empty: 'No mail here' },
] as const;

for (const { path, role, call, empty } of ROOMS) {
  test(`${path} of an ${role} shows that it loads, that it is empty, what went wrong and that the role may not see it`, async ({ page, platform, visit }) => {
    const arrival = gate();
    platform.disturbances.set(call, arrival.passed);
    platform.jobs.executions = [];
    if (path.startsWith('/tenants/')) platform.tenants.add('Napoli Corner');
    await page.clock.install();
    await visit(path, role);
    await expect(page.getByRole('status').filter({ hasText: 'Loading…' })).toBeVisible();
    arrival.open();
    await expect(page.getByText(empty)).toBeVisible();
    await expect(page.getByText('Loading…')).toHaveCount(0);

    platform.disturbances.set(call, { status: 500 });
    await page.reload();
    // It is asked again by itself twice before that.
    await expect(async () => {
      await page.clock.runFor(1_000);
      await expect(page.getByRole('alert')).toContainText('Something went wrong on our side', { timeout: 50 });
    }).toPass({ intervals: [0] });
    platform.disturbances.clear();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByText(empty)).toBeVisible();

    platform.disturbances.set(call, { status: 403 });
    await page.reload();
    await expect(page.getByRole('alert')).toContainText('You may not see this');
  });
}

test('each role finds its own rooms in the navigation, and the others closed', async ({ page, platform, visit }) => {
  await visit('/jobs', 'owner');
  await expect(page.getByRole('navigation').getByRole('link')).toHaveText(['Dashboard', 'Conversations', 'Knowledge', 'Assistant', 'Try it', 'Widget', 'Contacts', 'Team', 'Keys', 'Settings', 'Audit log']);
  await expect(page.getByRole('alert')).toContainText('You may not see this');
  await page.getByRole('link', { name: 'Go to Dashboard' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Dashboard' })).toBeVisible();
  expect(platform.asked.filter((call) => call.includes('/v1/admin/'))).toEqual([]);
});

test('an operator finds the dashboard', async ({ page, visit }) => {
  await visit('', 'operator');
  await expect(page).toHaveURL(/\/console\/dashboard$/);
  await expect(page.getByRole('link', { name: 'Tenants' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Jobs' })).toBeVisible();
});

test('an agent finds the conversations, and the other rooms closed without a question to the server', async ({ page, platform, visit }) => {
  await visit('', 'agent');
  await expect(page).toHaveURL(/\/console\/conversations$/);
  await expect(page.getByRole('navigation').getByRole('link')).toHaveText(['Conversations', 'Contacts']);
  for (const path of ['/dashboard', '/keys', '/settings', '/audit']) {
    await visit(path);
    await expect(page.getByRole('alert')).toContainText('You may not see this');
  }
  expect(platform.asked.filter((call) => /dashboard|api-keys|tenant|audit-log/.test(call))).toEqual([]);
});

test('a phone has the first rooms at the thumb, and the others a press further', async ({ page, visit }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await visit('/keys', 'owner');
  const bar = page.getByRole('navigation');
  await expect(bar.getByRole('link')).toHaveText(['Dashboard', 'Conversations', 'Knowledge', 'Assistant']);
  await bar.getByRole('button', { name: 'More' }).press('Enter');
  await expect(page.getByRole('menuitem')).toHaveText(['Try it', 'Widget', 'Contacts', 'Team', 'Keys', 'Settings', 'Audit log']);
  await expect(page.getByRole('menuitem', { name: 'Keys' })).toHaveAttribute('aria-current', 'page');
  await expect(page.getByRole('menuitem', { name: 'Try it' })).toBeFocused();
  await page.keyboard.press('End');
  await expect(page.getByRole('menuitem', { name: 'Audit log' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Audit log' })).toBeVisible();
});

test('an address that leads nowhere says so', async ({ page, visit }) => {
  await visit('/unheard-of', 'owner');
  await expect(page.getByText('There is no such page')).toBeVisible();
  await page.getByRole('link', { name: 'Go to Dashboard' }).click();
  await expect(page).toHaveURL(/\/console\/dashboard$/);
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
