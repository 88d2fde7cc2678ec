import type { FrameLocator, Locator, Page } from '@playwright/test';
import { gate } from '../steps.ts';
import { copy, expect, test } from './console.ts';
import { found } from './newcomer.ts';

const preview = (page: Page): FrameLocator => page.frameLocator('iframe');
/** The newest: it takes the place of the one before, which is still there for a moment. */
const widget = (page: Page): Locator => preview(page).locator('csai-widget').last();
const bar = (page: Page): Locator => widget(page).locator('dialog header');

test('the real widget shows what is not saved yet, without taking the focus, and reaches no server', async ({ page, platform, visit }) => {
  await visit('/widget', 'owner');
  await expect(bar(page)).toHaveCSS('background-color', 'rgb(179, 38, 30)');
  await expect(bar(page)).toContainText('Napoli Corner');
  await expect(widget(page).getByText('Ciao!')).toBeVisible();
  await expect(widget(page).getByText('Are you open on Friday?')).toBeVisible();

  const greeting = page.getByRole('textbox', { name: 'First words in English' });
  await greeting.fill('');
  await greeting.pressSequentially('Welcome!');
  await expect(greeting).toBeFocused();
  await expect(greeting).toHaveValue('Welcome!');
  await expect(widget(page).getByText('Welcome!')).toBeVisible();
  const color = page.getByRole('textbox', { name: 'Colour', exact: true });
  await color.fill('#ffe6');
  await color.pressSequentially('00');
  await expect(bar(page)).toHaveCSS('background-color', 'rgb(255, 230, 0)');
  await expect(color).toBeFocused();
  await expect(page.getByLabel('Pick the colour')).toHaveValue('#ffe600');
  await page.getByRole('combobox', { name: 'Corner of the page' }).selectOption('Above, on the left');
  await expect.poll(async () => (await widget(page).locator('.launcher').boundingBox())?.y ?? Infinity).toBeLessThan(400);

  await page.getByRole('radio', { name: 'עברית' }).check();
  await expect(widget(page).locator('dialog[dir=rtl]')).toBeVisible();
  await expect(widget(page).getByText('אתם פתוחים ביום שישי?')).toBeVisible();
  await page.getByRole('radio', { name: 'Phone' }).check();
  await expect.poll(() => page.locator('iframe').evaluate((frame: HTMLIFrameElement) => frame.contentWindow?.innerWidth)).toBe(375);

  const composer = widget(page).locator('.composer textarea');
  await composer.fill('Anybody there?');
  await composer.press('Enter');
  await expect(widget(page).getByRole('log').getByText('זו תצוגה מקדימה')).toBeVisible();
  expect(platform.asked.filter((call) => /chat|config|PATCH/.test(call))).toEqual([]);
  expect(await page.evaluate(() => Object.keys(localStorage).concat(Object.keys(sessionStorage)).filter((name) => name.includes('pk_')))).toEqual([]);
});

test('the preview listens to the console alone', async ({ page, platform }) => {
  await page.goto(`${platform.origin}/widget/preview`);
  const draft = { kind: 'csai.preview.draft', locale: 'en', config: { brand: { name: 'Somebody else' } } };
  // From itself, which is its own parent here, it comes as from the console; from elsewhere it does not.
  await page.evaluate((data) => { dispatchEvent(new MessageEvent('message', { data, origin: 'https://evil.example', source: window })); }, draft);
  await page.evaluate((data) => { dispatchEvent(new MessageEvent('message', { data, origin: location.origin, source: null })); }, draft);
  await page.evaluate((data) => { dispatchEvent(new MessageEvent('message', { data: { ...data, kind: 'other' }, origin: location.origin, source: window })); }, draft);
  expect(await page.evaluate(() => document.querySelectorAll('script[src="/widget.js"], csai-widget').length)).toBe(0);
  await page.evaluate((data) => { postMessage({ ...data, config: { brand: { name: 'Napoli Corner' } } }, location.origin); }, draft);
  await expect(page.locator('csai-widget dialog header')).toContainText('Napoli Corner');
});

test('the look is saved in what was changed alone, and what is refused is said at its field', async ({ page, platform, visit }) => {
  await visit('/widget', 'owner');
  await page.getByRole('textbox', { name: 'Colour', exact: true }).fill('#ffe600');
  await page.getByRole('textbox', { name: 'First words in Hebrew' }).fill('שלום!');
  await page.getByRole('textbox', { name: 'First words in English' }).fill('');
  const logo = page.getByRole('textbox', { name: 'Address of the logo' });
  await logo.fill('ftp://napoli.example/logo.png');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(logo).toHaveAccessibleDescription('This does not look right. Check it for a slip.');
  await expect(logo).toBeFocused();
  await logo.fill('');
  await page.getByRole('link', { name: 'Team' }).click();
  await page.getByRole('alertdialog', { name: 'Leave without saving?' }).getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  expect(platform.tenant.received.at(-1)).toEqual({ branding: { color: '#ffe600', logoUrl: null }, greetings: { en: null, he: 'שלום!' } });
  await page.getByRole('link', { name: 'Team' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Team' })).toBeVisible();
});

test('the line is copied with the key that was chosen, and the pages of that key are written here', async ({ page, context, platform, visit }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await visit('/widget', 'admin');
  platform.disturbances.set('POST /v1/api-keys', { status: 503 });
  await page.getByRole('button', { name: 'Make a key' }).click();
  await expect(page.getByText('Not made', { exact: true })).toBeVisible();
  platform.disturbances.clear();
  await page.getByRole('button', { name: 'Make a key' }).click();
  await expect(page.getByText(/as long as there is none, the chat works on no page but those of this server/)).toBeVisible();
  expect(platform.keys.received).toEqual([{ name: 'Website', kind: 'publishable' }]);

  const second = platform.keys.add('Second shop', 'publishable', { allowedOrigins: ['*'] });
  platform.keys.add('Server', 'secret');
  platform.keys.add('Gone', 'publishable', { status: 'revoked' });
  await page.reload();
  const key = page.getByRole('combobox', { name: 'Key' });
  await expect(key.getByRole('option')).toHaveText(['Second shop', 'Website']);
  await expect(page.getByText(/With \* in the list, anybody may put your chat/)).toBeVisible();
  await copy(page, 'Line for your pages');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`<script async src="${platform.origin}/widget.js" data-api-key="${second.key ?? ''}"></script>`);

  await key.selectOption('Website');
  const origins = page.getByRole('textbox', { name: 'Pages that may have the chat' });
  await expect(origins).toHaveValue('');
  await origins.fill('https://shop.example\nshop.example');
  await page.getByRole('button', { name: 'Save the pages' }).click();
  await expect(origins).toHaveAccessibleDescription('Line 2: Write it like https://shop.example, without anything after it.');
  await origins.fill('https://shop.example');
  await page.getByRole('button', { name: 'Save the pages' }).click();
  await expect(page.getByText('The pages are saved', { exact: true })).toBeVisible();
  await expect(page.getByText(/works on no page but those of this server/)).toBeHidden();
  expect(platform.keys.received.at(-1)).toEqual({ allowedOrigins: ['https://shop.example'] });
});

test('a page is checked, what is wrong is said with how to mend it, and its origin is allowed with one press', async ({ page, platform, visit }) => {
  const key = platform.keys.add('Shop', 'publishable', { allowedOrigins: ['https://shop.example'] });
  const origin = 'https://www.shop.example';
  platform.newcomer.installation = {
    origin, installed: false, status: 200, keyId: key.id,
    findings: found('ok reached', 'info redirected', 'ok html', 'ok tag-found', 'warning several-tags', 'error origin-missing', 'error of-a-later-release'),
  };
  await visit('/widget', 'owner');
  const part = page.getByRole('group', { name: 'Check the installation' });
  const address = part.getByRole('textbox', { name: 'Address of your page' });
  await expect(address).toHaveValue('https://shop.example');
  await address.fill('ftp:x');
  await part.getByRole('button', { name: 'Check the page' }).click();
  await expect(address).toHaveAccessibleDescription('This does not look right. Check it for a slip.');
  await address.fill('shop.example/contact');
  await part.getByRole('button', { name: 'Check the page' }).click();
  await expect(part.getByText('The chat does not work on this page yet.')).toBeVisible();
  await expect(part.getByRole('listitem')).toHaveText([
    'The page answers.', /leads on to .*www\.shop\.example.* must be allowed/, 'It is a web page.', 'The line is in the page.',
    /more than once/, /may not be used on .*www\.shop\.example.* yet/, 'of-a-later-release',
  ]);

  platform.newcomer.installation = { origin, installed: true, status: 200, keyId: key.id, findings: found('ok reached', 'ok origin-allowed') };
  await part.getByRole('button', { name: /^Allow .*www\.shop\.example/ }).click();
  await expect(part.getByText('The chat works on this page.')).toBeVisible();
  expect(platform.keys.received.at(-1)).toEqual({ allowedOrigins: ['https://shop.example', origin] });
  expect(platform.newcomer.checked).toEqual(['ftp://x/', 'https://shop.example/contact', 'https://shop.example/contact']);
  await expect(part.getByRole('button', { name: /^Allow/ })).toBeHidden();
});

test('the pages that somebody writes stay while others are allowed or saved, and another key is not chosen over them unasked', async ({ page, platform, visit }) => {
  const shop = platform.keys.add('Shop', 'publishable', { allowedOrigins: ['https://shop.example'] });
  platform.keys.add('Other shop', 'publishable', { allowedOrigins: ['https://other.example'] });
  platform.newcomer.installation = { origin: 'https://www.shop.example', installed: false, status: 200, keyId: shop.id, findings: found('error origin-missing') };
  await visit('/widget', 'owner');
  const key = page.getByRole('combobox', { name: 'Key' });
  await key.selectOption('Shop');
  const origins = page.getByRole('textbox', { name: 'Pages that may have the chat' });
  await origins.fill('https://shop.example\nhttps://blog.example\n');
  await page.getByRole('button', { name: 'Check the page' }).click();
  await page.getByRole('button', { name: /^Allow .*www\.shop\.example/ }).click();
  const all = ['https://shop.example', 'https://blog.example', 'https://www.shop.example'];
  await expect(origins).toHaveValue(all.join('\n'));

  const question = page.getByRole('alertdialog', { name: 'Change the key without saving?' });
  await key.selectOption('Other shop');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(key).toHaveValue(shop.id);
  await expect(origins).toHaveValue(all.join('\n'));
  const save = page.getByRole('button', { name: 'Save the pages' });
  await save.click();
  await expect(page.getByText('The pages are saved', { exact: true })).toBeVisible();
  await expect(save).toBeFocused();
  expect(platform.keys.received.at(-1)).toEqual({ allowedOrigins: all });

  await key.selectOption('Other shop');
  await expect(origins).toHaveValue('https://other.example');
  await origins.fill('');
  await key.selectOption('Shop');
  await question.getByRole('button', { name: 'Change the key' }).click();
  await expect(origins).toHaveValue(all.join('\n'));
});

test('a check that takes its time, or has to wait, says so', async ({ page, platform, visit }) => {
  platform.keys.add('Shop', 'publishable', { allowedOrigins: ['https://shop.example'] });
  platform.newcomer.installation = { origin: 'https://shop.example', installed: false, findings: found('error unreachable') };
  await visit('/widget', 'owner');
  const arrival = gate();
  platform.disturbances.set('POST /v1/tenant/widget/installation-check', arrival.passed);
  const button = page.getByRole('button', { name: 'Check the page' });
  await button.click();
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  arrival.open();
  await expect(page.getByText(/^The page could not be fetched\./)).toBeVisible();
  platform.disturbances.set('POST /v1/tenant/widget/installation-check', { status: 429, headers: { 'Retry-After': '30' } });
  await button.click();
  await expect(page.getByText('Too many attempts. You can try again in 30 s.')).toBeVisible();
  await expect(button).toBeDisabled();
});
