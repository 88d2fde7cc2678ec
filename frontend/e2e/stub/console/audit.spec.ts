import type { Page } from '@playwright/test';
import { expect, test } from './console.ts';

const rows = (page: Page) => page.locator('tbody').first().getByRole('row');

test('the log tells who did what with which outcome, and opens an entry to what changed', async ({ page, platform, visit }) => {
  platform.auditLog.add('POST /v1/auth/login', { actor: { kind: 'anonymous' }, outcome: 'denied', problem: 'wrong-credentials' }, 3);
  platform.auditLog.add('DELETE /v1/things/{id}', { actor: { kind: 'backend', id: 'key-1', name: 'Order server' }, outcome: 'failed', problem: 'conflict' });
  platform.auditLog.add('PATCH /v1/tenant', {
    target: { kind: 'tenant', id: 'tenant-1' },
    before: { name: 'Napoli', branding: { color: '#b3261e', position: 'top-left' }, languages: ['en'], industry: 'Food' },
    after: { name: 'Napoli', branding: { color: '#0f6f5c', position: 'top-left' }, languages: ['en', 'he'], greetings: { en: '<b>Ciao</b>' } },
  });
  await visit('', 'owner');
  await page.getByRole('link', { name: 'Audit log' }).click();
  await expect(page).toHaveURL(/\/console\/audit$/);
  await expect(rows(page)).toHaveText([
    /Changed the settings.*Dana Levi.*Done.*now/,
    /DELETE \/v1\/things\/\{id\}.*Order server.*\(Secret key\).*Failed/,
    /Signed in.*Nobody known.*Denied.*3 days ago/,
  ]);
  await expect(page.getByRole('status').filter({ hasText: 'The log is intact' })).toContainText('Sealed entries: 1,204. Waiting to be sealed: 2.');

  await page.getByRole('button', { name: 'Changed the settings' }).press('Enter');
  const entry = page.getByRole('dialog', { name: 'Changed the settings' });
  await expect(entry.locator('tbody').getByRole('row')).toHaveText([
    /branding\.color.*#b3261e.*#0f6f5c/, /languages.*en.*en\s*he/, /industry.*Food.*nothing/, /greetings\.en.*nothing.*<b>Ciao<\/b>/,
  ]);
  await expect(entry).toContainText('tenant tenant-1');
  await expect(entry).toContainText('203.0.113.7');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Changed the settings' })).toBeFocused();
  await page.getByRole('button', { name: 'Signed in' }).click();
  await expect(page.getByRole('dialog')).toContainText(/Nothing is recorded of what changed\..*wrong-credentials/);
});

test('entries are found by time, person, operation, outcome and text, and the address keeps what was asked', async ({ page, platform, visit }) => {
  platform.auditLog.add('PATCH /v1/tenant', { actor: { kind: 'member', id: 'm', name: 'Noam Bar' } }, 40);
  platform.auditLog.add('POST /v1/api-keys', { outcome: 'denied', problem: 'forbidden' });
  platform.auditLog.add('POST /v1/api-keys', { target: { kind: 'key', id: 'key-77' } });
  await visit('/audit', 'admin');
  await expect(rows(page)).toHaveCount(3);
  await page.getByRole('combobox', { name: 'What' }).selectOption('Made a key');
  await page.getByRole('combobox', { name: 'Outcome' }).selectOption('Done');
  await page.getByRole('textbox', { name: 'Who' }).fill(' dana ');
  await page.getByRole('textbox', { name: 'With this text' }).fill('key-77');
  await page.keyboard.press('Enter');
  await expect(rows(page)).toHaveText([/Made a key.*Dana Levi.*Done/]);
  await expect(page).toHaveURL(/\?actor=dana&operation=POST\+%2Fv1%2Fapi-keys&outcome=allowed&text=key-77$/);
  await page.reload();
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByRole('combobox', { name: 'What' }).locator('option:checked')).toHaveText('Made a key');
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(rows(page)).toHaveCount(3);

  await page.getByLabel('From').fill('2026-01-02');
  await page.getByLabel('To, included').fill('2026-01-02');
  await page.getByRole('button', { name: 'Find' }).click();
  await expect(page.getByText('No entry is like that')).toBeVisible();
  // Midnights of the one who looks, in Jerusalem.
  expect(platform.auditLog.asked.at(-1)).toEqual({ limit: '50', from: '2026-01-01T22:00:00.000Z', to: '2026-01-02T22:00:00.000Z' });
  await page.goBack();
  await expect(rows(page)).toHaveCount(3);
});

test('an address that asks for what cannot be asks for the rest', async ({ page, platform, visit }) => {
  platform.auditLog.add('PATCH /v1/me');
  await visit('/audit?outcome=unheard-of&from=yesterday&tenantId=nobody&text=PATCH&operation=PATCH+%2Fv1%2Fme', 'owner');
  await expect(rows(page)).toHaveCount(1);
  expect(platform.auditLog.asked).toEqual([{ limit: '50', operation: 'PATCH /v1/me', text: 'PATCH' }]);
});

test('a log that does not hold says so, and is checked again by hand', async ({ page, platform, visit }) => {
  platform.auditLog.verification = { intact: false, sealed: 7, unsealed: 0, brokenAt: 'entry-4' };
  await visit('/audit', 'owner');
  await expect(page.getByRole('alert')).toContainText(/The log was tampered with.*does not hold from entry .*entry-4/);
  platform.disturbances.set('GET /v1/audit-log/verification', { status: 429, headers: { 'Retry-After': '7' } });
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(page.getByText('The seals could not be checked')).toBeVisible();
  platform.disturbances.clear();
  platform.auditLog.verification = { intact: true, sealed: 8, unsealed: 0 };
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(page.getByText('The log is intact')).toBeVisible();
});

test('an operator reads what all have done, of one tenant too, page by page', async ({ page, platform, visit }) => {
  const tenantId = '0192d3a0-0000-7000-8000-000000000001';
  for (let n = 1; n <= 60; n++) platform.auditLog.add('PATCH /v1/me', n > 20 ? { tenantId } : {});
  await visit('/audit', 'operator');
  await expect(page.getByRole('status').filter({ hasText: 'entries' }).last()).toHaveText('50+ entries');
  platform.disturbances.set('GET /v1/admin/audit-log', { status: 403 });
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect(page.getByText('No more could be loaded', { exact: true })).toBeVisible();
  platform.disturbances.clear();
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect(rows(page)).toHaveCount(60);
  await expect(rows(page).first()).toContainText(tenantId);
  const tenant = page.getByRole('textbox', { name: 'Tenant' });
  await tenant.fill('Napoli');
  await tenant.press('Enter');
  await expect(tenant).toHaveAccessibleDescription('This is not the id of a tenant.');
  await expect(tenant).toBeFocused();
  await expect(page).toHaveURL(/\/audit$/);
  await tenant.fill(tenantId);
  await tenant.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: /^40 entries$/ })).toBeVisible();
  await expect(tenant).toHaveAccessibleDescription('');
  await expect(tenant).toBeFocused();
  await page.goBack();
  await expect(tenant).toHaveValue('');
  await rows(page).first().getByRole('button', { name: tenantId }).click();
  await expect(page).toHaveURL(new RegExp(`\\?tenantId=${tenantId}$`));
  await expect(tenant).toHaveValue(tenantId);
  expect(platform.asked.filter((call) => call.startsWith('GET /v1/audit-log'))).toEqual([]);
});
