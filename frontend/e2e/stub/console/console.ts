import { expect, test as base, type Locator, type Page } from '@playwright/test';
import { emailOf, PASSWORD, type Role } from './members.ts';
import { Platform } from './platform.ts';

export { expect };

interface Fixtures {
  readonly platform: Platform;
  /** Fails the test if the page reports an error or a refused policy. */
  readonly quiet: undefined;
  readonly visit: (path: string, role?: Role) => Promise<void>;
}

export const test = base.extend<Fixtures>({
  // Playwright reads the names of the fixtures used from this pattern.
  // eslint-disable-next-line no-empty-pattern
  platform: async ({}, use) => {
    const platform = new Platform();
    await platform.start();
    await use(platform);
    await platform.stop();
  },
  quiet: [
    async ({ page }, use) => {
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error' && !/Failed to (load resource|fetch dynamically imported module)/.test(message.text())) faults.push(message.text());
      });
      await use(undefined);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
  /** Goes to a page; as somebody who has signed in before when a role is given. */
  visit: async ({ page, context, platform }, use) => {
    await use(async (path, role) => {
      if (role !== undefined) {
        const { hostname } = new URL(platform.origin);
        await context.addCookies([{ name: 'csai_refresh', value: platform.members.ticketOf(role), domain: hostname, path: '/v1/auth', httpOnly: true, sameSite: 'Strict' }]);
      }
      await page.goto(`${platform.origin}/console${path}`);
      if (role !== undefined) await expect(page.getByRole('banner')).toBeVisible();
    });
  },
});

/** Lets the seconds of a wait go by on the page's clock, one after the other as they are counted down. */
export async function waitOut(page: Page, button: Locator): Promise<void> {
  await expect(async () => {
    await page.clock.runFor(1_000);
    await expect(button).toBeEnabled({ timeout: 20 });
  }).toPass({ intervals: [0] });
}

/** Copies, and waits until that is done. */
export async function copy(within: Page | Locator, what: string): Promise<void> {
  await within.getByRole('button', { name: `Copy: ${what}` }).click();
  await expect(within.getByRole('button', { name: `Copied: ${what}` })).toBeVisible();
}

/** Whether the browser asks before the page is closed or loaded anew. */
export const isAskedBeforeUnload = (page: Page): Promise<boolean> => page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));

export async function signIn(page: Page, role: Role, password = PASSWORD): Promise<void> {
  await page.getByRole('textbox', { name: /^(E-mail|דוא״ל)$/ }).fill(emailOf(role));
  await page.getByLabel(/^(Password|סיסמה)$/).fill(password);
  await page.getByRole('button', { name: /^(Sign in|כניסה)$/ }).click();
}
