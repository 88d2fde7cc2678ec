import type { Page } from '@playwright/test';
import { axeFindings, expect, test } from './fixtures.ts';
import { answering, gate, SESSION } from './steps.ts';

test('is used with the keyboard alone', async ({ page, chat, widget }) => {
  chat.react = () => ({ steps: answering({ text: 'Yes.' }) });
  await widget.visit();
  await page.getByLabel('Search').focus();
  await page.keyboard.press('Tab');
  await expect(widget.launcher).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(widget.input).toBeFocused();
  await page.keyboard.type('Are you open?');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('On Friday?');
  await expect(widget.input).toHaveValue('Are you open?\nOn Friday?');
  await page.keyboard.press('Enter');
  await expect(widget.replies.locator('.markdown')).toHaveText('Yes.');
  expect(chat.posted.map(({ text }) => text)).toEqual(['Are you open?\nOn Friday?']);
  await expect(widget.input).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(widget.dialog).toBeHidden();
  await expect(widget.launcher).toBeFocused();
});

test('keeps the focus in the window when a retry takes its own button away', async ({ page, chat, widget }) => {
  chat.react = (_posted, nth) => (nth === 1 ? { status: 500 } : { steps: answering({ text: 'Better now.' }) });
  await widget.open();
  await widget.say('Are you open?');
  await widget.dialog.getByRole('button', { name: 'Try again' }).press('Enter');
  await expect(widget.replies.locator('.markdown')).toHaveText('Better now.');
  await page.keyboard.press('Escape');
  await expect(widget.dialog).toBeHidden();
  await expect(widget.launcher).toBeFocused();
});

test('leaves Enter to an input method while it composes', async ({ chat, widget }) => {
  await widget.open();
  await widget.input.fill('こんにち');
  await widget.input.dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
  await widget.input.dispatchEvent('keydown', { key: 'Escape', isComposing: true, bubbles: true });
  await expect(widget.dialog).toBeVisible();
  await expect(widget.input).toHaveValue('こんにち');
  expect(chat.posted).toEqual([]);
});

test('tells a screen reader that a message failed, and no longer of an answer', async ({ chat, widget }) => {
  const taken = gate();
  chat.react = () => ({ steps: [SESSION, { until: taken.passed }, { event: 'error', data: { status: 500 } }] });
  await widget.open();
  await widget.say('Are you open?');
  const said = widget.dialog.locator('.hidden[role=status]');
  await expect(said).toHaveText('Writing an answer');
  await expect(widget.dialog.getByRole('alert')).toHaveCount(0);
  taken.open();
  await expect(widget.dialog.getByRole('alert')).toHaveText('Something went wrong.');
  await expect(said).toHaveText('');
});

test('says how much room is left, and refuses what is too long', async ({ page, chat, widget }) => {
  await widget.open();
  const counter = widget.dialog.locator('.counter');
  await widget.input.fill('x'.repeat(4499));
  await expect(counter).toHaveText('');
  await widget.input.fill('x'.repeat(4500));
  await expect(counter).toHaveText('4,500 of 5,000 characters');
  await widget.input.fill('x'.repeat(5001));
  await expect(counter).toHaveText('The message is too long. 5,001 of 5,000 characters');
  await expect(widget.dialog.getByRole('button', { name: 'Send', exact: true })).toBeDisabled();
  await page.keyboard.press('Enter');
  expect(chat.posted).toEqual([]);
});

test('is written from right to left in Hebrew, each message in its own direction', async ({ chat, host, widget }) => {
  host.language = 'he';
  chat.react = () => ({ steps: answering({ text: 'כן, עד **15:00**.\n\nYes, until 15:00.' }) });
  await widget.open();
  await expect(widget.dialog).toHaveAttribute('dir', 'rtl');
  await expect(widget.dialog).toHaveAttribute('lang', 'he');
  await expect(widget.input).toHaveAttribute('placeholder', 'כתיבת הודעה…');
  await widget.say('What time?');
  const directions = widget.replies.locator('.markdown p');
  await expect(directions).toHaveCount(2);
  expect(await directions.evaluateAll((all) => all.map((el) => getComputedStyle(el).direction))).toEqual(['rtl', 'ltr']);
  expect(await widget.contactMessages.locator('.bubble').evaluate((el) => getComputedStyle(el).direction)).toBe('ltr');
  expect(chat.posted[0]?.locale).toBe('he');
});

test('understands a language tag with an underscore, as many frameworks print it', async ({ page, chat, widget }) => {
  chat.react = () => ({ steps: answering({ text: 'כן.' }) });
  await widget.open({ 'data-locale': 'he_IL' });
  await widget.say('פתוח?');
  await expect(widget.replies.locator('.markdown')).toHaveText('כן.');
  expect(chat.posted[0]?.locale).toBe('he-IL');
  chat.history.items = [
    { messageId: 'm-1', direction: 'outbound', author: 'assistant', text: 'עדיין כן.', outcome: 'answered', citations: [], createdAt: '2026-01-02T08:00:03Z' },
  ];
  await page.reload();
  await expect(widget.replies.locator('.markdown')).toHaveText('עדיין כן.');
});

test('holds still for those who ask for it', async ({ page, widget }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await widget.open();
  expect(await widget.dialog.evaluate((el) => getComputedStyle(el).animationName)).toBe('none');
});

/** In both appearances, between which the page changes with the visitor's system. */
async function findings(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    found.push(...(await axeFindings(page)).map((finding) => `${colorScheme}: ${finding}`));
  }
  return found;
}

for (const locale of ['en', 'he'] as const) {
  test(`has no fault that axe finds, ${locale}`, async ({ page, chat, widget }) => {
    const citations = [{ index: 1, documentId: 'd', documentName: 'Hours.pdf', page: 2, snippet: 'Friday: 11:00–15:00.', score: 1 }];
    chat.react = (_posted, nth) =>
      nth === 1
        ? { steps: answering({ text: '**Yes** [1], see [here](https://x.example).\n\n- `a`\n\n```\ncode\n```', citations }) }
        : { status: 500 };
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await widget.visit({ 'data-locale': locale });
    expect(await findings(page)).toEqual([]);
    await widget.launcher.click();
    await widget.say('Open?');
    await widget.dialog.locator('.sources button').click();
    await widget.dialog.locator('.thumb').first().click();
    await widget.say('And now?');
    await expect(widget.dialog.locator('.delivery .retry').last()).toBeVisible();
    await page.context().setOffline(true);
    await expect(widget.dialog.locator('.connection')).not.toBeEmpty();
    expect(await findings(page)).toEqual([]);
  });
}

for (const color of ['#ffe600', '#000000', '#ffffff', '#7a7a7a', '#00c2a8']) {
  test(`stays readable in the brand colour ${color}`, async ({ page, chat, widget }) => {
    chat.react = () => ({ steps: answering({ text: 'See [here](https://x.example).' }) });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await widget.open({ 'data-color': color });
    await widget.say('Open?');
    await widget.dialog.locator('.thumb').first().click();
    await expect(widget.dialog.locator('.said')).not.toBeEmpty();
    expect(await findings(page)).toEqual([]);
  });
}
