import { expect, test as base, type Page } from '@playwright/test';
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
  /** Goes to a page, through the sign-in when a role is given. */
  visit: async ({ page, platform }, use) => {
    await use(async (path, role) => {
      await page.goto(`${platform.origin}/console${path}`);
      if (role === undefined) return;
      await signIn(page, role);
      await expect(page.getByRole('navigation').or(page.getByText('Nothing here for your role yet')).first()).toBeVisible();
    });
  },
});

export async function signIn(page: Page, role: Role, password = PASSWORD): Promise<void> {
  await page.getByRole('textbox', { name: /^(E-mail|דוא״ל)$/ }).fill(emailOf(role));
  await page.getByLabel(/^(Password|סיסמה)$/).fill(password);
  await page.getByRole('button', { name: /^(Sign in|כניסה)$/ }).click();
}
