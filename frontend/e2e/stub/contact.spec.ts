import { expect, test } from './fixtures.ts';
import { answering } from './steps.ts';

/** As the page's server makes one; the stub does not look at the signature. */
const tokenOf = (sub: string): string => `e30.${Buffer.from(JSON.stringify({ sub })).toString('base64url')}.c2ln`;

test('shows a contact who has logged in what was said on another device, and goes on with it', async ({ chat, widget }) => {
  chat.session.sessionId = 's-elsewhere';
  chat.history.items = [
    { messageId: 'i-1', clientMessageId: 'u-1', direction: 'inbound', author: 'contact', text: 'Until when?', citations: [], createdAt: '2026-01-02T08:00:00Z' },
    { messageId: 'm-0', direction: 'outbound', author: 'assistant', text: 'Until three.', outcome: 'answered', citations: [], createdAt: '2026-01-02T08:00:03Z' },
  ];
  chat.react = () => ({ steps: answering({ text: 'Yes.' }) });
  await widget.open({ 'data-contact-token': tokenOf('42') });
  await expect(widget.contactMessages.locator('.bubble')).toHaveText(['Until when?']);
  await expect(widget.replies.locator('.markdown')).toHaveText(['Until three.']);
  await widget.say('Also on Friday?');
  await expect(widget.replies.locator('.markdown')).toHaveText(['Until three.', 'Yes.']);
  expect(chat.returned).toEqual([tokenOf('42')]);
  expect(chat.posted[0]).toMatchObject({ sessionId: 's-elsewhere', contact: { signature: tokenOf('42') } });
});

test('keeps apart who was here before and who is here now', async ({ chat, widget }) => {
  chat.react = () => ({ steps: answering({ text: 'Yes.' }) });
  await widget.open({ 'data-contact-token': tokenOf('42') });
  await widget.say('Are you open?');
  await expect(widget.replies.locator('.markdown')).toHaveText('Yes.');
  for (const attributes of [{ 'data-contact-token': tokenOf('43') }, {}]) {
    await widget.visit(attributes);
    await expect(widget.dialog).toBeVisible();
    await widget.say('Hello?');
    await expect(widget.replies.locator('.markdown')).toHaveText('Yes.');
  }
  expect(chat.posted.map(({ sessionId }) => sessionId)).toEqual([undefined, undefined, undefined]);
  expect(chat.posted.at(-1)?.contact).toBeUndefined();
});

test('goes on without a token that is over', async ({ chat, widget }) => {
  chat.session.status = 401;
  chat.react = ({ contact }) => (contact === undefined ? { steps: answering({ text: 'Yes.' }) } : { status: 401 });
  await widget.open({ 'data-contact-token': tokenOf('42') });
  await expect.poll(() => chat.returned).toEqual([tokenOf('42'), undefined]);
  await widget.say('Are you open?');
  await expect(widget.replies.locator('.markdown')).toHaveText('Yes.');
});

test('goes on in the same conversation when the token is over', async ({ page, chat, widget }) => {
  chat.react = () => ({ steps: answering({ text: 'Yes.' }) });
  await widget.open({ 'data-contact-token': tokenOf('42') });
  await widget.say('Are you open?');
  await expect(widget.replies.locator('.markdown')).toHaveText('Yes.');
  chat.session.status = 401;
  chat.history.items = [
    { messageId: 'm-1', direction: 'outbound', author: 'assistant', text: 'Yes.', outcome: 'answered', citations: [], createdAt: '2026-01-02T08:00:03Z' },
  ];
  await page.reload();
  await expect(widget.replies.locator('.markdown')).toHaveText('Yes.');
  await widget.say('On Friday?');
  await expect(widget.replies).toHaveCount(2);
  expect(chat.posted[1]?.sessionId).toBe('s-1');

  await widget.visit({ 'data-contact-token': tokenOf('43') });
  await expect(widget.dialog).toBeVisible();
  await widget.say('And I?');
  await expect(widget.replies.locator('.markdown')).toHaveText('Yes.');
  expect(chat.posted[2]?.sessionId).toBeUndefined();
});
