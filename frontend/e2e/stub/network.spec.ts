import { expect, test } from './fixtures.ts';
import { answering, completed, gate, SESSION } from './steps.ts';

test('resumes a stream that broke, by the same message after the last event', async ({ chat, widget }) => {
  const read = gate();
  chat.react = (_posted, nth) =>
    nth === 1
      ? { steps: [SESSION, { event: 'delta', id: '2', data: { text: 'Until ' } }, { until: read.passed }, { drop: true }] }
      : { steps: [SESSION, { event: 'delta', id: '3', data: { text: '15:00' } }, completed('4', { text: 'Until 15:00' })] };
  await widget.open();
  await widget.say('Until when?');
  await expect(widget.replies.locator('.markdown')).toHaveText('Until ');
  read.open();
  await expect(widget.replies.locator('.markdown')).toHaveText('Until 15:00');
  await expect(widget.replies).toHaveCount(1);
  expect(chat.posted.map(({ lastEventId }) => lastEventId)).toEqual([undefined, '2']);
  expect(chat.posted[1]?.clientMessageId).toBe(chat.posted[0]?.clientMessageId);
});

test('waits as long as the server asks, and says so kindly', async ({ page, chat, widget }) => {
  await page.clock.install();
  chat.react = (_posted, nth) =>
    nth === 1 ? { status: 429, headers: { 'Retry-After': '30' } } : { steps: answering({ text: 'Here we are.' }) };
  await widget.visit();
  await widget.launcher.click();
  await widget.say('Hello');
  const delivery = widget.contactMessages.locator('.delivery');
  await expect(delivery).toContainText(/Lots of messages right now. Trying again in (30|2\d) seconds\./);
  // The clock goes on by itself, too.
  await page.clock.runFor(12_000);
  await expect(delivery).toContainText(/Trying again in 1\d seconds\./);
  expect(chat.posted).toHaveLength(1);
  await page.clock.runFor(18_000);
  await expect(widget.replies.locator('.markdown')).toHaveText('Here we are.');
  await expect(delivery).toBeHidden();
});

test('offers a retry under the same id after a fault', async ({ chat, widget }) => {
  chat.react = (_posted, nth) => (nth === 1 ? { status: 500 } : { steps: answering({ text: 'Better now.' }) });
  await widget.open();
  await widget.say('Hello');
  await expect(widget.contactMessages.locator('.delivery')).toContainText('Something went wrong.');
  await widget.dialog.getByRole('button', { name: 'Try again' }).click();
  await expect(widget.replies.locator('.markdown')).toHaveText('Better now.');
  expect(chat.posted[1]?.clientMessageId).toBe(chat.posted[0]?.clientMessageId);
});

test('sends what was said offline once the network is back, under the same id', async ({ page, chat, widget }) => {
  chat.react = (posted) => ({ steps: answering({ text: `Heard: ${posted.text}`, messageId: posted.text }) });
  await widget.open();
  await page.context().setOffline(true);
  await expect(widget.dialog.locator('.connection')).toHaveText('You are offline');
  await widget.say('One');
  await widget.say('Two');
  await expect(widget.contactMessages.first().locator('.delivery')).toContainText('Will be sent when you are back online');
  expect(chat.posted).toEqual([]);
  await page.context().setOffline(false);
  await expect(widget.dialog.locator('.connection')).toHaveText('Back online');
  await expect(widget.replies.locator('.markdown')).toHaveText(['Heard: One', 'Heard: Two']);
  expect(chat.posted.map(({ text }) => text)).toEqual(['One', 'Two']);
});

test('takes up after a reload what had no answer', async ({ page, chat, widget }) => {
  chat.react = () => ({ steps: [SESSION, { until: new Promise(() => undefined) }] });
  await widget.open();
  await widget.say('Are you there?');
  await expect(widget.dialog.locator('.dots')).toBeVisible();
  const said = chat.posted[0];
  chat.history.items = [
    { messageId: 'i-1', clientMessageId: said?.clientMessageId, direction: 'inbound', author: 'contact', text: 'Are you there?', citations: [], createdAt: '2026-01-02T08:00:00Z' },
  ];
  chat.react = () => ({ steps: answering({ text: 'Always.' }) });
  await page.reload();
  await expect(widget.replies.locator('.markdown')).toHaveText('Always.');
  await expect(widget.contactMessages).toHaveCount(1);
  expect(chat.posted[1]).toMatchObject({ clientMessageId: said?.clientMessageId, sessionId: 's-1' });
});

test('says that the chat is not available where the key may not be used', async ({ chat, widget }) => {
  chat.config.status = 403;
  await widget.open();
  await expect(widget.dialog.locator('.unavailable')).toHaveText('The chat is not available on this page right now.');
  await expect(widget.input).toBeDisabled();
});

test('appears in its own colours while the server cannot be reached, and takes the tenant’s when it can', async ({ chat, widget }) => {
  chat.config.status = 503;
  await widget.visit();
  const again = widget.page.waitForResponse((response) => response.request().method() === 'GET' && response.url().includes('/v1/widget/config'));
  await widget.launcher.click();
  await again;
  await expect(widget.dialog.getByRole('heading')).toHaveText('Assistant');
  await widget.input.fill('Half a question');
  await widget.page.keyboard.press('Escape');
  chat.config.status = 200;
  await widget.launcher.click();
  await expect(widget.dialog.getByRole('heading')).toHaveText('Napoli Corner');
  await expect(widget.input).toHaveValue('Half a question');
});
