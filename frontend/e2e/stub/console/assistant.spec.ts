import { expect, test } from './console.ts';
import { DEFAULTS } from './drafts.ts';

test('the assistant is switched off only after a question, and back on by one press', async ({ page, platform, visit }) => {
  await visit('/assistant', 'owner');
  const all = page.getByRole('switch', { name: 'The assistant answers' });
  const widget = page.getByRole('switch', { name: 'Chat on your website' });
  await expect(all).toBeChecked();
  await widget.click();
  const question = page.getByRole('alertdialog', { name: 'Switch the assistant off for Chat on your website?' });
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(widget).toBeChecked();
  await widget.click();
  await question.getByRole('button', { name: 'Switch off' }).click();
  await expect(page.getByText('The assistant is off.', { exact: true })).toBeVisible();
  await expect(widget).not.toBeChecked();
  await expect(all).toBeChecked();
  await expect(widget).toBeFocused();
  await widget.click();
  await expect(widget).toBeChecked();
  expect(platform.drafts.received).toEqual([{ channels: { widget: false } }, { channels: { widget: true } }]);

  platform.disturbances.set('PUT /v1/assistant/state', { status: 503 });
  await all.click();
  await page.getByRole('alertdialog', { name: 'Switch the assistant off?' }).getByRole('button', { name: 'Switch off' }).click();
  await expect(page.getByText('The switch was not changed', { exact: true })).toBeVisible();
  await expect(all).toBeChecked();
});

test('a draft is saved, seen beside what is in force, and published', async ({ page, platform, visit }) => {
  await visit('/assistant', 'admin');
  await expect(page.getByText('The defaults are in force')).toBeVisible();
  await page.getByRole('textbox', { name: 'Instructions' }).fill('Be brief.\nNever guess.');
  await page.getByRole('textbox', { name: 'Model' }).fill('two words');
  await page.getByRole('spinbutton', { name: 'Temperature' }).fill('0.2');
  await page.getByRole('combobox', { name: 'Language of the answers' }).selectOption('Hebrew');
  await page.getByRole('textbox', { name: 'When there is no answer, in English' }).fill('Ring us.');
  await page.getByRole('button', { name: 'Save the draft' }).click();
  await expect(page.getByRole('textbox', { name: 'Model' })).toHaveAccessibleDescription('This does not look right. Check it for a slip.');
  await expect(page.getByRole('textbox', { name: 'Model' })).toBeFocused();
  await page.getByRole('textbox', { name: 'Model' }).fill('');
  await page.getByRole('button', { name: 'Save the draft' }).click();
  await expect(page.getByText('The draft is saved', { exact: true })).toBeVisible();
  expect(platform.drafts.received.at(-1)).toEqual({
    revision: 0, settings: { ...DEFAULTS, instructions: 'Be brief.\nNever guess.', temperature: 0.2, language: 'he', fallback: { en: 'Ring us.' } },
  });

  await page.getByRole('button', { name: 'See the changes' }).click();
  const sheet = page.getByRole('dialog', { name: 'The draft' });
  await expect(sheet.getByRole('list').getByRole('listitem')).toHaveText([/Added:\s*Be brief\./, /Added:\s*Never guess\./]);
  await expect(sheet.getByRole('row')).toHaveText([/In force.*In the draft/, /Temperature.*0\.7.*0\.2/, /Language of the answers.*That of the question.*Hebrew/, /in English.*nothing.*Ring us\./]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('Version 1 is in force').first()).toBeVisible();
  await expect(page.getByText('Unpublished changes')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Version 1', exact: true })).toBeVisible();
});

test('a starter takes the place of the instructions, in either language, until it is taken back', async ({ page, visit }) => {
  await visit('/assistant', 'owner');
  const instructions = page.getByRole('textbox', { name: 'Instructions' });
  await instructions.fill('Mine.');
  await page.getByRole('button', { name: 'Starters' }).click();
  const sheet = page.getByRole('dialog', { name: 'Starter instructions' });
  await sheet.getByRole('combobox', { name: 'Trade' }).selectOption('Clinic');
  await sheet.getByRole('combobox', { name: 'Tone' }).selectOption('Brief');
  await expect(sheet).toContainText('Give no diagnosis');
  await sheet.getByRole('combobox', { name: 'Written in' }).selectOption('עברית');
  await sheet.getByRole('button', { name: 'Use this' }).click();
  await expect(instructions).toHaveValue(/^השיחה היא עם מטופלים של מרפאה[^]*במשפט או שניים/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(instructions).toHaveValue('Mine.');
  await page.getByRole('link', { name: 'Try the draft' }).click();
  await expect(page.getByRole('alertdialog', { name: 'Leave without saving?' })).toBeVisible();
});

test('an earlier version is looked at by its address, brought into the draft, or rolled back to', async ({ page, platform, visit }) => {
  platform.drafts.publish({ instructions: 'One.\nTwo.\nThree.' });
  platform.drafts.save(platform.drafts.publish({ instructions: 'One.\nThree.', topK: 8 }, 'Noam').settings);
  await visit('/assistant?version=1', 'owner');
  const sheet = page.getByRole('dialog', { name: 'Version 1' });
  await expect(sheet.getByRole('list').getByRole('listitem')).toHaveText([/^One\.$/, /Added:\s*Two\./, /^Three\.$/]);
  await expect(sheet.getByRole('row').last()).toHaveText(/Passages for a question\s*8\s*5/);
  await sheet.getByRole('button', { name: 'Bring into the draft' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Bring into the draft' }).click();
  await expect(page.getByRole('textbox', { name: 'Instructions' })).toHaveValue('One.\nTwo.\nThree.');
  await expect(page.getByText('Unpublished changes')).toBeVisible();
  await expect(page).toHaveURL(/\/console\/assistant$/);

  await page.getByRole('button', { name: 'Version 1', exact: true }).click();
  await sheet.getByRole('button', { name: 'Roll back to this' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Roll back to this' }).click();
  await expect(page.getByText('Rolled back: version 3 is in force', { exact: true })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Version 1 again' })).toContainText('In force');
  await expect(page.getByText('Unpublished changes')).toBeHidden();
});

test('of two people who change the draft, the second is asked whose it is to be', async ({ page, platform, visit }) => {
  await visit('/assistant', 'owner');
  const instructions = page.getByRole('textbox', { name: 'Instructions' });
  await instructions.fill('Mine.');
  platform.drafts.save({ instructions: 'Theirs.' });
  await page.getByRole('button', { name: 'Publish' }).click();
  const notice = page.getByRole('alert').filter({ hasText: 'Somebody has changed the draft meanwhile.' });
  await notice.getByRole('button', { name: 'Save mine over it' }).click();
  await expect(page.getByText('The draft is saved', { exact: true })).toBeVisible();
  await expect(notice).toBeHidden();
  expect(platform.drafts.draft.instructions).toBe('Mine.');

  await instructions.fill('Mine again.');
  platform.drafts.save({ instructions: 'Theirs again.' });
  await page.getByRole('button', { name: 'Save the draft' }).click();
  await notice.getByRole('button', { name: 'Take theirs' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Take theirs' }).click();
  await expect(instructions).toHaveValue('Theirs again.');
  await expect(notice).toBeHidden();
  expect(platform.drafts.versions).toEqual([]);
});

test('the figures are shown as they are, and the draft is tried before it is published', async ({ page, platform, visit }) => {
  platform.drafts.figures = { answers: 1_240, abstained: 155, abstainRate: 0.125, meanTokens: 431.6, meanResponseMs: 840.2 };
  platform.drafts.generative = false;
  await visit('/assistant', 'owner');
  await expect(page.getByRole('group', { name: 'The last 30 days' })).toContainText(/1,240 answers\..*Had no answer\s*13%.*Tokens for an answer\s*432.*Time to answer\D*840ms/);
  await expect(page.getByText('Your platform’s assistant quotes sentences of your documents.')).toBeVisible();
  await page.getByRole('link', { name: 'Try the draft' }).click();
  await expect(page.getByRole('checkbox', { name: 'Let the unpublished draft answer' })).toBeChecked();
  await page.getByRole('button', { name: 'What are your opening hours?' }).click();
  await expect(page.getByRole('article').getByText('Draft')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Let the unpublished draft answer' }).uncheck();
  await page.getByRole('textbox', { name: 'Your question' }).fill('And on Friday?');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article')).toHaveCount(2);
  expect(platform.assistant.asked.map(({ draft }) => draft)).toEqual([true, undefined]);
});
