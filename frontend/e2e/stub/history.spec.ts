import { expect, test } from './fixtures.ts';
import { answering } from './steps.ts';

const CITATIONS = [{ index: 1, documentId: 'd1', documentName: 'Hours.pdf', page: 1, snippet: 'Friday: 11:00–15:00.', score: 0.9 }];

test('still shows after a reload what was said, with sources and ratings', async ({ page, chat, widget }) => {
  chat.react = () => ({ steps: answering({ text: 'Until 15:00 [1].', citations: CITATIONS }) });
  await widget.open();
  await widget.say('Until when?');
  await expect(widget.replies.locator('.foot')).toBeVisible();
  chat.history.items = [
    { messageId: 'i-1', clientMessageId: chat.posted[0]?.clientMessageId, direction: 'inbound', author: 'contact', text: 'Until when?', citations: [], createdAt: '2026-01-02T08:00:00Z' },
    { messageId: 'm-1', direction: 'outbound', author: 'assistant', text: 'Until 15:00 [1].', outcome: 'answered', citations: CITATIONS, feedback: { rating: 'up' }, createdAt: '2026-01-02T08:00:03Z' },
    { messageId: 'm-2', direction: 'outbound', author: 'agent', text: 'See you!', citations: [], createdAt: '2026-01-02T08:05:00Z' },
  ];
  await page.reload();
  // The window was open in this tab, so it is again, without taking the focus from the page.
  await expect(widget.dialog).toBeVisible();
  await expect(page.locator('body')).toBeFocused();
  await expect(widget.contactMessages.locator('.bubble')).toHaveText(['Until when?']);
  await expect(widget.replies.locator('.markdown')).toHaveText(['Until 15:00 1.', 'See you!']);
  await widget.dialog.locator('.sources button').click();
  await expect(widget.dialog.locator('.passage')).toContainText('Friday: 11:00–15:00.');
  await expect(widget.dialog.getByRole('button', { name: 'Helpful', exact: true })).toHaveAttribute('aria-pressed', 'true');
  expect(chat.posted).toHaveLength(1);
});

test('offers to load again what could not be loaded', async ({ page, chat, widget }) => {
  chat.react = () => ({ steps: answering({ text: 'Yes.' }) });
  await widget.open();
  await widget.say('Hello?');
  await expect(widget.replies.locator('.foot')).toBeVisible();
  chat.history.status = 500;
  await page.reload();
  await expect(widget.dialog.locator('.history')).toContainText('Earlier messages could not be loaded.');
  chat.history = {
    status: 200,
    items: [{ messageId: 'm-1', direction: 'outbound', author: 'assistant', text: 'Yes.', citations: [], createdAt: '2026-01-02T08:00:00Z' }],
  };
  await widget.dialog.getByRole('button', { name: 'Try again' }).press('Enter');
  await expect(widget.replies.locator('.markdown')).toHaveText('Yes.');
  await page.keyboard.press('Escape');
  await expect(widget.dialog).toBeHidden();
});

test('stores a rating once, changeable, with a comment', async ({ chat, widget }) => {
  chat.react = () => ({ steps: answering({ text: 'Maybe.' }) });
  await widget.open();
  await widget.say('Are you open?');
  const up = widget.dialog.getByRole('button', { name: 'Helpful', exact: true });
  const down = widget.dialog.getByRole('button', { name: 'Not helpful' });
  await down.click();
  await expect(down).toHaveAttribute('aria-pressed', 'true');
  await expect(widget.dialog.locator('.said')).toHaveText('Thank you for your feedback');
  await widget.dialog.getByLabel('Anything to add? (optional)').fill('Too vague');
  await widget.dialog.getByRole('button', { name: 'Send comment' }).click();
  await expect(widget.dialog.locator('.comment')).toBeHidden();
  await expect.poll(() => chat.feedback).toHaveLength(2);
  await up.click();
  await expect(up).toHaveAttribute('aria-pressed', 'true');
  await expect(down).toHaveAttribute('aria-pressed', 'false');
  await expect.poll(() => chat.feedback).toEqual([
    { messageId: 'm-1', rating: 'down' },
    { messageId: 'm-1', rating: 'down', comment: 'Too vague' },
    { messageId: 'm-1', rating: 'up', comment: 'Too vague' },
  ]);
});

test('says when a rating was not stored', async ({ chat, widget }) => {
  chat.react = () => ({ steps: answering({ text: 'Maybe.' }) });
  chat.feedbackStatus = 500;
  await widget.open();
  await widget.say('Are you open?');
  await widget.dialog.getByRole('button', { name: 'Helpful', exact: true }).click();
  await expect(widget.dialog.locator('.said')).toHaveText('Your feedback was not saved. Please try again.');
});

test('asks for no rating where the tenant does not want any', async ({ chat, widget }) => {
  chat.config.body = { features: { feedback: false } };
  chat.react = () => ({ steps: answering({ text: 'Yes.' }) });
  await widget.open();
  await widget.say('Are you open?');
  await expect(widget.replies.locator('time')).toBeVisible();
  await expect(widget.dialog.locator('.thumbs')).toBeHidden();
});
