import { expect, test } from './fixtures.ts';
import { answering, completed, gate, SESSION } from './steps.ts';

const CITATIONS = [
  { index: 1, documentId: 'd1', documentName: 'Opening hours.pdf', page: 2, snippet: 'Friday: 11:00–15:00.', score: 0.9 },
  { index: 2, documentId: 'd2', documentName: 'שעות פתיחה.docx', snippet: 'ערבי חג עד 14:00.', score: 0.8 },
];

test('streams an answer word by word', async ({ chat, widget }) => {
  const first = gate();
  const second = gate();
  chat.react = () => ({
    steps: [
      SESSION,
      { until: first.passed },
      { event: 'delta', id: '2', data: { text: 'Until **15' } },
      { comment: 'heartbeat' },
      { until: second.passed },
      { event: 'delta', id: '3', data: { text: ':00**\nסוף' } },
      completed('4', { text: 'Until **15:00**\nסוף' }),
    ],
  });
  await widget.open();
  await widget.say('Until when?');
  await expect(widget.contactMessages.locator('.bubble')).toHaveText(['Until when?']);
  await expect(widget.dialog.locator('.dots')).toBeVisible();
  first.open();
  await expect(widget.replies.locator('.markdown')).toHaveText('Until **15');
  await expect(widget.replies.locator('.foot')).toBeHidden();
  second.open();
  await expect(widget.replies.locator('strong')).toHaveText('15:00');
  await expect(widget.replies.locator('.foot')).toBeVisible();
  await expect(widget.dialog.getByRole('status').filter({ hasText: 'Until 15:00' })).toBeAttached();
  expect(chat.posted).toMatchObject([{ text: 'Until when?', locale: 'en', apiKey: 'pk_test', lastEventId: undefined }]);
  expect(chat.posted[0]?.clientMessageId).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
});

test('lists the sources of an answer, and opens the passage that was used', async ({ chat, widget }) => {
  chat.react = () => ({ steps: answering({ text: 'Until 15:00 [1], on holiday eves 14:00 [2].', citations: CITATIONS }) });
  await widget.open();
  await widget.say('Until when?');
  const list = widget.dialog.getByRole('list', { name: '2 sources' });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  const first = list.getByRole('button', { name: '1 Opening hours.pdf' });
  await expect(first).toHaveAttribute('aria-expanded', 'false');
  await first.click();
  await expect(first).toHaveAttribute('aria-expanded', 'true');
  await expect(list.locator('.passage').first()).toHaveText('Opening hours.pdfPage 2Friday: 11:00–15:00.');
  await first.click();
  await expect(list.locator('.passage').first()).toBeHidden();

  await widget.replies.locator('.reference').nth(1).click();
  const second = list.getByRole('button', { name: '2 שעות פתיחה.docx' });
  await expect(second).toBeFocused();
  await expect(list.locator('.passage').nth(1)).toHaveText('שעות פתיחה.docxערבי חג עד 14:00.');
});

test('keeps hostile words words', async ({ page, chat, widget }) => {
  const text = '<img src=x onerror="window.hacked=1"> [x](javascript:window.hacked=1) ![y](https://evil.example/pixel.png)';
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  const citations = [{ ...CITATIONS[0], documentName: '<b>x</b>', snippet: '<script>window.hacked=1</script>' }];
  chat.react = () => ({ steps: answering({ text, citations }) });
  await widget.open();
  await widget.say('<svg onload=window.hacked=1>');
  await widget.dialog.locator('.sources button').click();
  await expect(widget.dialog.locator('.passage blockquote')).toHaveText('<script>window.hacked=1</script>');
  await expect(widget.contactMessages.locator('.bubble')).toHaveText('<svg onload=window.hacked=1>');
  await expect(widget.replies.locator('.markdown')).toContainText('<img src=x onerror="window.hacked=1">');
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  expect(requests.filter((url) => url.includes('evil'))).toEqual([]);
});

test('tells when a person takes over', async ({ chat, widget }) => {
  const answer = { text: 'A member of our team will answer you here.', outcome: 'handed_off' };
  const delta = { event: 'delta', id: '2', data: { text: answer.text } };
  chat.react = () => ({ steps: [SESSION, delta, { event: 'handed-off', id: '2', data: { conversationStatus: 'handed_off' } }, completed('2', answer)] });
  await widget.open();
  await widget.say('A person, please');
  await expect(widget.dialog.locator('.notice')).toHaveText('A person from our team will take it from here.');
  await expect(widget.replies.locator('.markdown')).toHaveText(answer.text);
  await expect(widget.replies.getByRole('button', { name: 'Helpful', exact: true })).toBeHidden();
});

test('says that it looks something up', async ({ chat, widget }) => {
  const looked = gate();
  const tool = { event: 'tool', id: '2', data: { name: 'order-status', status: 'running' } };
  chat.react = () => ({ steps: [SESSION, tool, { until: looked.passed }, completed('3', { text: 'On its way.' })] });
  await widget.open();
  await widget.say('Where is my pizza?');
  await expect(widget.dialog.locator('.activity')).toContainText('Looking that up');
  looked.open();
  await expect(widget.replies.locator('.markdown')).toHaveText('On its way.');
  await expect(widget.dialog.locator('.activity')).toBeHidden();
});

test('counts unread answers while it is closed', async ({ chat, widget }) => {
  const written = gate();
  chat.react = () => ({ steps: [SESSION, { until: written.passed }, completed('2', { text: 'Yes.' })] });
  await widget.open();
  await widget.say('Are you open?');
  await expect(widget.dialog.locator('.dots')).toBeVisible();
  await widget.launcher.click();
  written.open();
  await expect(widget.launcher).toHaveAccessibleName('Open chat (1 new message)');
  await widget.launcher.click();
  await expect(widget.launcher).toHaveAccessibleName('Close chat');
  await widget.launcher.click();
  await expect(widget.launcher).toHaveAccessibleName('Open chat');
});
