import { expect, test } from './fixtures.ts';
import { answering } from './steps.ts';

test('leaves one name and one element on the page, and nothing once it is taken down', async ({ page, chat, host, widget }) => {
  await page.goto(`${host.url}bare`);
  const before = await page.evaluate(() => Object.getOwnPropertyNames(window));
  await widget.visit();
  const after = await page.evaluate(() => Object.getOwnPropertyNames(window));
  expect(after.filter((name) => !before.includes(name))).toEqual(['CsaiWidget']);
  expect(await page.evaluate(() => Array.from(document.body.children, ({ localName }) => localName))).toEqual(['main']);
  expect(await page.evaluate(() => Array.from(document.documentElement.children, ({ localName }) => localName))).toEqual(['head', 'body', 'csai-widget']);
  expect(await page.evaluate(() => document.documentElement.getAttributeNames())).toEqual(['lang']);
  chat.react = () => ({ steps: answering({ text: 'Yes.' }) });
  await page.evaluate(() => { (window as unknown as { CsaiWidget: { destroy(): void } }).CsaiWidget.destroy(); });
  await expect(page.locator('csai-widget')).toHaveCount(0);
  expect(await page.evaluate(() => 'CsaiWidget' in window)).toBe(false);
});

test('stays, with what is being said, where a site swaps the body for the next page', async ({ page, chat, widget }) => {
  chat.react = () => ({ steps: answering({ text: 'Yes.' }) });
  await widget.open();
  await widget.input.fill('Half a question');
  await page.evaluate(() => { document.body.replaceWith(document.createElement('body')); });
  await expect(widget.input).toHaveValue('Half a question');
  await expect(widget.input).toBeFocused();
  await widget.input.press('Enter');
  await expect(widget.replies.locator('.markdown')).toHaveText('Yes.');
});

test.describe('on a page that lets scripts be made', () => {
  test.use({ bypassCSP: true });

  test('may be embedded again once it was taken down', async ({ page, widget }) => {
    await widget.visit();
    await page.evaluate(() => {
      (window as unknown as { CsaiWidget: { destroy(): void } }).CsaiWidget.destroy();
      const former = document.querySelector('script');
      const script = document.createElement('script');
      for (const { name, value } of former?.attributes ?? []) script.setAttribute(name, value);
      former?.replaceWith(script);
    });
    await expect(widget.launcher).toBeVisible();
  });
});

test('keeps its keys from the shortcuts of the page', async ({ page, widget }) => {
  await widget.open();
  await page.evaluate(() => {
    document.addEventListener('keydown', ({ key }) => (document.title += ` ${key}`));
  });
  await widget.input.pressSequentially('/s');
  await expect(widget.input).toHaveValue('/s');
  await expect(page).toHaveTitle('A shop');
  await page.getByLabel('Search').press('x');
  await expect(page).toHaveTitle('A shop x');
});

test('refuses a secret key without sending it anywhere', async ({ page, host }) => {
  const warnings: string[] = [];
  const asked: string[] = [];
  page.on('console', (message) => warnings.push(message.text()));
  page.on('request', (request) => asked.push(request.url()));
  host.apiKey = 'sk_live_1';
  await page.goto(host.url);
  await expect.poll(() => warnings.join()).toContain('a secret key never belongs in a page');
  await expect(page.locator('csai-widget')).toHaveCount(0);
  expect(asked.filter((url) => url.includes('/v1/'))).toEqual([]);
});

test('runs from a versioned address that may be cached for ever', async ({ page, chat, host, widget }) => {
  const loader = await (await page.request.get(`${chat.origin}/widget.js`)).text();
  const version = /sourceMappingURL=(widget\/[\da-f]{12})\/widget\.js\.map/.exec(loader)?.[1] ?? '';
  const map = await page.request.get(`${chat.origin}/${version}/widget.js.map`);
  expect(((await map.json()) as { version: number }).version).toBe(3);
  host.script = `/${version}/widget.js`;
  await widget.open();
  await expect(widget.dialog.getByRole('heading')).toHaveText('Napoli Corner');
});

for (const position of ['bottom-right', 'bottom-left', 'top-right', 'top-left'] as const) {
  test(`sits in the ${position} corner, window and bubble inside the page`, async ({ page, widget }) => {
    // At rest, and not under the pointer, which makes the bubble grow.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await widget.open({ 'data-position': position });
    await page.mouse.move(640, 5);
    const [vertical, horizontal] = position.split('-');
    const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
    const bubble = await widget.launcher.boundingBox();
    const window = await widget.dialog.boundingBox();
    if (bubble === null || window === null) throw new Error('not on the page');
    expect(vertical === 'bottom' ? height - bubble.y - bubble.height : bubble.y).toBeCloseTo(20, 0);
    expect(horizontal === 'right' ? width - bubble.x - bubble.width : bubble.x).toBeCloseTo(20, 0);
    expect(horizontal === 'right' ? width - window.x - window.width : window.x).toBeCloseTo(20, 0);
    expect(vertical === 'bottom' ? bubble.y - window.y - window.height : window.y - bubble.y - bubble.height).toBeGreaterThan(8);
    expect(Math.min(window.x, window.y, width - window.x - window.width, height - window.y - window.height)).toBeGreaterThan(0);
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('fills the screen and keeps the page out of reach', async ({ page, chat, widget }) => {
    chat.react = () => ({ steps: answering({ text: 'Yes.' }) });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await widget.open();
    expect(await widget.dialog.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
    await expect(widget.launcher).toBeHidden();
    await widget.say('Are you open?');
    await expect(widget.replies.locator('.markdown')).toHaveText('Yes.');
    await page.evaluate(() => { document.querySelector('input')?.focus(); });
    await expect(page.getByRole('textbox', { name: 'Search', includeHidden: true })).not.toBeFocused();
    await widget.dialog.getByRole('button', { name: 'Close chat' }).click();
    await expect(widget.dialog).toBeHidden();
    await expect(widget.launcher).toBeFocused();
  });
});
