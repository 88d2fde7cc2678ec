import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { axeFindings } from '../fixtures.ts';
import { expect, test } from './console.ts';
import { fill } from './filled.ts';
import type { Role } from './members.ts';
import { TOURS, type View } from './views.ts';

const pictures = process.env['CSAI_SCREENSHOTS'];
const DESKTOP = { width: 1280, height: 860 };
const PHONE = { width: 360, height: 780 };

/** Direction and colours have nothing to do with each other: each is seen once, unless all is wanted. */
const LOOKS = process.env['CSAI_FULL'] === undefined
  ? ([['en', 'light'], ['he', 'dark']] as const)
  : ([['en', 'light'], ['en', 'dark'], ['he', 'light'], ['he', 'dark']] as const);

for (const [language, theme] of LOOKS) {
  for (const { name, role, prepare, views } of TOURS) {
    test(`axe finds nothing in ${name}, ${language} ${theme}, and a phone holds it`, async ({ page, platform, visit }) => {
      test.setTimeout(90_000);
      page.setDefaultTimeout(15_000);
      fill(platform);
      prepare?.(platform);
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await page.addInitScript((chosen) => { localStorage.setItem('csai.console.language', chosen); }, language);
      await visit('/sign-up', role);
      await expect(page.locator('html')).toHaveAttribute('dir', language === 'he' ? 'rtl' : 'ltr');
      for (const view of views) await test.step(view.name, () => look(page, view, elsewhere(page, view.path, role), `${language}-${theme}`));
    });
  }
}

/** Every view is looked at, also after one that is found wanting. */
async function look(page: Page, { name, path, ready }: View, past: string, appearance: string): Promise<void> {
  await page.keyboard.press('Escape');
  await hop(page, past);
  await hop(page, path);
  await ready(page);
  await still(page);
  expect.soft(await axeFindings(page), name).toEqual([]);
  await picture(page, `${name}-${appearance}-desktop`);
  await page.setViewportSize(PHONE);
  expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), `${name}: as wide as a phone`).toBe(PHONE.width);
  // A phone has the same colours and names, in another order.
  if (process.env['CSAI_FULL'] !== undefined) expect.soft(await axeFindings(page), `${name} on a phone`).toEqual([]);
  await picture(page, `${name}-${appearance}-phone`);
  await page.setViewportSize(DESKTOP);
}

/** A page that is neither where we are nor where we go, so that nothing is left there of the last view. */
function elsewhere(page: Page, path: string, role: Role | undefined): string {
  if (role !== undefined) return '/unheard-of';
  return ['/forgot-password', '/verify', '/sign-up'].find((other) => !page.url().endsWith(other) && path !== other) ?? '';
}

/** As the browser's own buttons do, without a new page. */
async function hop(page: Page, path: string): Promise<void> {
  const [address = '', hash = ''] = path.split('#');
  const before = await page.locator('h1').elementHandle();
  await page.evaluate(({ to, token }) => {
    history.pushState(null, '', `/console${to}`);
    dispatchEvent(new PopStateEvent('popstate'));
    if (token !== '') location.hash = token;
  }, { to: address, token: hash });
  await before.waitForElementState('hidden');
}

/** A dialog that is only just coming has no colours yet; what it begins with may bring the next thing that moves. */
async function still(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const drawn = async () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const moving = () => document.getAnimations().filter(({ effect, playState }) =>
      playState === 'running' && effect?.getComputedTiming().endTime !== Infinity);
    for (await drawn(); moving().length > 0; await drawn()) await Promise.allSettled(moving().map(({ finished }) => finished));
  });
}

async function picture(page: Page, name: string): Promise<void> {
  if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${name}.png`) });
}

test('the language and the appearance are chosen in the menu and kept', async ({ page, visit }) => {
  await visit('/knowledge', 'owner');
  await page.getByRole('button', { name: /Account and settings/ }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark');
  await page.getByRole('button', { name: /Account and settings/ }).click();
  await page.getByRole('menuitemradio', { name: 'עברית' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'מאגר הידע' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'מאגר הידע' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark');
});

test('the keyboard reaches the content past the navigation', async ({ page, visit }) => {
  await visit('/try-it', 'owner');
  await expect(page.getByRole('heading', { level: 1, name: 'Try it' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});
