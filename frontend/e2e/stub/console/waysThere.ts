import type { Page } from '@playwright/test';
import { EMAIL } from './door.ts';
import { FACTOR_CODE, PASSWORD } from './members.ts';
import { found } from './newcomer.ts';

export const shown = (selector: string) => (page: Page): Promise<unknown> => page.locator(selector).first().waitFor();
export const pressed = (selector: string, at = 0) => (page: Page): Promise<unknown> => page.locator(selector).nth(at).click();

/** Opens the actions of a row and takes one. */
export const chosen = (row: number, item: number, then = 'form, [role=alertdialog]') => async (page: Page): Promise<void> => {
  await page.locator('tbody [aria-haspopup=menu]').nth(row).click();
  await page.getByRole('menuitem').nth(item).click();
  await page.locator(then).first().waitFor();
};

/** Fills in whatever is required, and sends it. */
export const sent = (until: string, answer = EMAIL) => async (page: Page): Promise<void> => {
  await page.locator('form').waitFor();
  for (const field of await page.locator('form [required]').all()) {
    const type = await field.getAttribute('type');
    await field.fill(type === 'email' ? EMAIL : answer);
  }
  await page.locator('form button').first().click();
  await page.locator(until).first().waitFor();
};


export async function askHours(page: Page): Promise<void> {
  await page.locator('textarea').fill('שעות on Friday?');
  await page.keyboard.press('Enter');
  await page.locator('[role=tabpanel] li').first().waitFor();
}

export async function overtake(page: Page): Promise<void> {
  await page.locator('form textarea').first().fill('Mine.');
  await page.route('**/v1/assistant', (route) => route.fulfill({ status: 409, contentType: 'application/problem+json', body: '{"type":"https://csai.dev/problems/stale","title":"stale"}' }));
  await page.locator('form [name=publish]').click();
  await page.locator('form [role=alert] button').first().waitFor();
}

export async function secondStep(page: Page): Promise<void> {
  await page.locator('[type=email]').fill('operator@demo.csai.local');
  await page.locator('[type=password]').fill(PASSWORD);
  await page.locator('form button').click();
  await page.locator('[autocomplete=one-time-code]').waitFor();
}

export async function refusePassword(page: Page): Promise<void> {
  await page.locator('form').first().waitFor();
  for (const field of await page.locator('form [type=password]').all()) await field.fill('not my password');
  await page.locator('form').nth(1).locator('button').click();
  await page.locator('[aria-invalid]').waitFor();
}

export async function noScopes(page: Page): Promise<void> {
  await page.locator('main header button').click();
  await page.locator('[name=name]').fill('Our server');
  await page.locator('[value=secret]').check();
  await page.locator('form button').last().click();
  await page.locator('[aria-invalid]').first().waitFor();
}

export async function replaced(page: Page): Promise<void> {
  await chosen(1, 1)(page);
  await page.locator('form button').click();
  await page.locator('[role=dialog] code').waitFor();
}

export async function refuseSettings(page: Page): Promise<void> {
  await page.locator('[type=url]').fill('http://login.napoli.example');
  await page.locator('form button[type=submit]').last().click();
  await page.locator('[aria-invalid]').waitFor();
}

export const ALL_KINDS = found('ok reached', 'info redirected', 'ok html', 'ok tag-found', 'warning several-tags', 'error other-host', 'ok key-known', 'error origin-missing', 'warning policy-blocks-image');

export async function shownInPreview(page: Page): Promise<void> {
  await page.frameLocator('iframe').locator('csai-widget dialog .reply .sources').first().waitFor();
  await page.locator('main code').waitFor();
}

export async function previewOnPhone(page: Page): Promise<void> {
  await shownInPreview(page);
  await page.locator('[type=radio][value=phone]').check();
  await page.locator('[type=radio][value=he]').check();
  await page.frameLocator('iframe').locator('csai-widget dialog[dir=rtl]').waitFor();
}

export async function checkPage(page: Page): Promise<void> {
  await page.locator('[name=url]').fill('shop.napoli-corner.example');
  await page.locator('main form button[type=submit]').last().click();
  await page.locator('[role=status] li').first().waitFor();
}

export async function refuseLook(page: Page): Promise<void> {
  await page.locator('[maxlength="2000"]').first().fill('ftp://napoli.example/logo.png');
  await page.locator('form button[type=submit]').first().click();
  await page.locator('[aria-invalid]').waitFor();
}

export function searched(query: string): (page: Page) => Promise<void> {
  return async (page) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill(query);
    await page.locator(query.startsWith('nothing') ? '[role=dialog] [role=status].text-soft' : '[role=option]').first().waitFor();
  };
}

export async function scan(page: Page): Promise<void> {
  await pressed('[aria-labelledby] > section > div button')(page);
  await page.locator('[role=dialog] [type=password]').fill(PASSWORD);
  await page.locator('[role=dialog] form button').click();
  await page.locator('[role=dialog] svg[role=img]').waitFor();
}

export async function confirmFactor(page: Page): Promise<void> {
  await scan(page);
  await page.locator('[role=dialog] [autocomplete=one-time-code]').fill(FACTOR_CODE);
  await page.locator('[role=dialog] form button').click();
  await page.locator('[role=dialog] form').waitFor({ state: 'detached' });
  // What is kept in a file is left without a question.
  await page.locator('[role=dialog] button').nth(-2).click();
}

export async function refuseLimit(page: Page): Promise<void> {
  await page.locator('main [type=number]').fill('5000000');
  await page.locator('main form button[type=submit]').first().click();
  await page.locator('[aria-invalid]').waitFor();
}

export async function endSession(page: Page): Promise<void> {
  await page.route('**/v1/**', (route) => route.fulfill({ status: 401, contentType: 'application/problem+json', body: '{"type":"https://csai.dev/problems/unauthenticated","title":"unauthenticated"}' }));
  await page.locator('header nav a').last().click();
  await page.locator('[role=dialog] [type=email]').waitFor();
}
