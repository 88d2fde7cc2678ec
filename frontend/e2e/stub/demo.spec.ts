import { axeFindings, expect, test } from './fixtures.ts';
import { answering } from './steps.ts';

for (const language of ['en', 'he'] as const) {
  test(`the demo shop has no fault that axe finds, ${language}`, async ({ page, chat, widget }) => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.goto(`${chat.origin}/demo?lang=${language}`);
    await expect(widget.launcher).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    expect(await axeFindings(page)).toEqual([]);
  });
}

test('a question on the page opens the chat with it', async ({ page, chat, widget }) => {
  chat.react = (posted) => ({ steps: answering({ text: `You asked: ${posted.text}` }) });
  await page.goto(`${chat.origin}/demo`);
  await expect(widget.launcher).toBeVisible();
  await page.getByRole('button', { name: 'What are your opening hours on Friday?' }).click();
  await expect(widget.input).toHaveValue('What are your opening hours on Friday?');
  await widget.input.press('Enter');
  await expect(widget.replies.locator('.markdown')).toHaveText('You asked: What are your opening hours on Friday?');
  expect(chat.posted[0]?.apiKey).toBe('pk_demo');
});

test('the language link leads to Hebrew and back', async ({ page, chat, widget }) => {
  await page.goto(`${chat.origin}/demo`);
  await page.getByRole('link', { name: 'עברית' }).click();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('תשעים שניות של אש. יומיים של סבלנות.');
  await expect(widget.launcher).toHaveAccessibleName('פתיחת הצ׳אט');
  expect(await page.locator('[data-t]:not(html)').evaluateAll((all) => all.filter((el) => !/[\u0590-\u05FF]/.test(el.textContent)))).toEqual([]);
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
});

test('the page is no wider than a phone', async ({ page, chat, widget }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const language of ['en', 'he']) {
    await page.goto(`${chat.origin}/demo?lang=${language}`);
    await expect(widget.launcher).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  }
});
