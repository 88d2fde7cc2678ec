import { join } from 'node:path';
import { expect, request, test as base, type Page } from '@playwright/test';

export { expect };

export const server = process.env['CSAI_URL'];
export const OWNER = process.env['CSAI_OWNER'] ?? 'owner@demo.csai.local';
export const OPERATOR = process.env['CSAI_OPERATOR'] ?? 'operator@csai.local';
/** A document whose ingestion failed for a reason that is gone. */
export const FAILED = process.env['CSAI_FAILED'] ?? 'failed.txt';
const password = process.env['CSAI_PASSWORD'] ?? '';
const pictures = process.env['CSAI_SCREENSHOTS'] ?? 'results/live-console';

/** Fails on what the page reports, a refused policy above all. */
export const test = base.extend<{ readonly quiet: undefined }>({
  quiet: [
    async ({ page }, use) => {
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) faults.push(message.text());
      });
      await use(undefined);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

test.skip(server === undefined, 'CSAI_URL names no server to test');

export async function signIn(page: Page, path: string, email: string): Promise<void> {
  await page.goto(`${server}/console${path}`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Asked for beside the page, whose own session the cookie of this log-in would replace. */
export async function tokenOf(email: string): Promise<string> {
  const beside = await request.newContext();
  const response = await beside.post(`${server}/v1/auth/login`, { data: { email, password } });
  expect(response.status()).toBe(200);
  const { accessToken } = (await response.json()) as { accessToken: string };
  await beside.dispose();
  return accessToken;
}

export const picture = (page: Page, name: string): Promise<Buffer> => page.screenshot({ path: join(pictures, `console-${name}.png`) });
