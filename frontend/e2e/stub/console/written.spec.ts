import { expect, test } from './console.ts';

test('a text is written, read and changed', async ({ page, platform, visit }) => {
  await visit('/knowledge', 'owner');
  await page.getByRole('button', { name: 'Write' }).click();
  await page.getByRole('menuitem', { name: 'Text' }).click();
  await page.getByLabel('Title').fill('Parking');
  await page.getByLabel('Text', { exact: true }).fill('There is free parking behind the shop.');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Parking' })).toContainText('Ready');
  await page.getByRole('button', { name: 'Actions for Parking' }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await expect(page.getByLabel('Text', { exact: true })).toHaveValue('There is free parking behind the shop.');
  await page.getByLabel('Title').fill('Parking and access');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Parking and access' })).toContainText('Ready');
  expect([...platform.knowledge.written.values()]).toEqual([{ title: 'Parking and access', text: 'There is free parking behind the shop.' }]);
});

test('questions and answers are added, taken out and put back at their place', async ({ page, platform, visit }) => {
  await visit('/knowledge/qa', 'owner');
  await page.getByLabel('Title').fill('Often asked');
  for (const [at, question] of ['Do you deliver?', 'To be removed', 'Is it kosher?'].entries()) {
    if (at > 0) await page.getByRole('button', { name: 'Add a question' }).click();
    await page.getByRole('textbox', { name: 'Question' }).nth(at).fill(question);
    await page.getByRole('textbox', { name: 'Answer' }).nth(at).fill('Yes.');
  }
  const questions = page.getByRole('textbox', { name: 'Question' });
  const remove = page.getByRole('button', { name: 'Remove question 2' });
  await remove.click();
  await expect(questions.nth(1)).toHaveValue('Is it kosher?');
  await expect(questions.nth(1)).toBeFocused();
  await questions.nth(1).fill('Is it all kosher?');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(questions.nth(1)).toHaveValue('To be removed');
  await expect(questions.nth(1)).toBeFocused();
  await expect(questions.nth(2)).toHaveValue('Is it all kosher?');
  await page.getByRole('button', { name: 'Remove question 3' }).click();
  await expect(page.getByRole('button', { name: 'Add a question' })).toBeFocused();
  await page.getByRole('button', { name: 'Undo' }).click();
  await remove.click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Often asked' })).toBeVisible();
  expect([...platform.knowledge.written.values()]).toEqual([
    { title: 'Often asked', pairs: [{ question: 'Do you deliver?', answer: 'Yes.' }, { question: 'Is it all kosher?', answer: 'Yes.' }] },
  ]);
});

test('the business profile says only what was filled in, and comes back', async ({ page, platform, visit }) => {
  await visit('/knowledge/profile', 'owner');
  await page.getByRole('combobox', { name: 'Sunday: open or closed' }).selectOption('Open');
  await page.getByLabel('Sunday: opens at').fill('11:30');
  await page.getByRole('button', { name: 'Sunday: add hours after a break' }).click();
  await page.getByRole('button', { name: 'Sunday: remove these hours' }).click();
  await expect(page.getByRole('button', { name: 'Sunday: add hours after a break' })).toBeFocused();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByLabel('Sunday: opens at').nth(1)).toBeFocused();
  await page.getByRole('combobox', { name: 'Saturday: open or closed' }).selectOption('Closed');
  await page.getByLabel('Phone').fill('+972 3 555 0100');
  await page.getByRole('button', { name: 'Add a fact' }).click();
  await page.getByLabel('What it is about').fill('Kosher');
  await page.getByLabel('What customers should know').fill('Mehadrin');
  await page.getByRole('button', { name: 'Remove fact 1' }).click();
  await expect(page.getByRole('button', { name: 'Add a fact' })).toBeFocused();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Business profile' })).toContainText('Ready');
  expect(platform.knowledge.written.get('profile')).toEqual({
    phone: '+972 3 555 0100',
    hours: [{ day: 'sunday', opens: '11:30', closes: '17:00' }, { day: 'sunday', opens: '17:00', closes: '20:00' }, { day: 'saturday', closed: true }],
    more: [{ label: 'Kosher', text: 'Mehadrin' }],
    language: 'en',
  });
  await page.goto(`${platform.origin}/console/knowledge/profile`);
  await expect(page.getByLabel('Sunday: opens at').first()).toHaveValue('11:30');
  await expect(page.getByLabel('Sunday: opens at').nth(1)).toHaveValue('17:00');
});

test('what the server finds wrong is shown at its field, and what was typed stays', async ({ page, platform, visit }) => {
  platform.disturbances.set('POST /v1/knowledge/texts', {
    status: 400,
    body: { detail: 'Some fields are not valid.', errors: [{ pointer: '/title', code: 'taken', detail: 'Another text has this title.' }] },
  });
  await visit('/knowledge/text', 'owner');
  await page.getByLabel('Title').fill('Parking');
  await page.getByLabel('Text', { exact: true }).fill('Behind the shop.');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByLabel('Title')).toHaveAccessibleDescription('Another text has this title.');
  await expect(page.getByLabel('Text', { exact: true })).toHaveValue('Behind the shop.');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('alertdialog', { name: 'Leave without saving?' })).toBeVisible();
  await page.getByRole('button', { name: 'Leave' }).click();
  await expect(page).toHaveURL(/\/console\/knowledge$/);
});

test.describe('to somebody who reads Hebrew', () => {
  test.use({ locale: 'he-IL' });

  test('what the server finds wrong is said in Hebrew, at the field that is meant', async ({ page, platform, visit }) => {
    platform.knowledge.written.set('another', { title: 'חניה', text: 'מאחורי החנות.' });
    await visit('/knowledge/text', 'owner');
    const [title, save] = [page.getByLabel('כותרת'), page.getByRole('button', { name: 'שמירה' })];
    await title.fill(' ');
    await page.getByLabel('טקסט', { exact: true }).fill('מאחורי החנות.');
    await save.click();
    await expect(title).toHaveAccessibleDescription('צריך למלא את זה.');
    await expect(title).toBeFocused();
    await title.fill('חניה');
    await save.click();
    await expect(page.getByRole('alert')).toHaveText('מסמך אחר כבר אומר בדיוק את זה.');

    platform.disturbances.set('PUT /v1/knowledge/profile', {
      status: 400, body: { errors: [{ pointer: '/hours/2/closes', code: 'malformed', detail: 'A time is written as 09:00.' }] },
    });
    await page.getByRole('button', { name: 'ביטול' }).click();
    await page.getByRole('button', { name: 'יציאה' }).click();
    await page.getByRole('button', { name: 'כתיבה' }).click();
    await page.getByRole('menuitem', { name: 'פרופיל העסק' }).click();
    await page.getByRole('combobox', { name: 'יום ראשון: פתוח או סגור' }).selectOption('סגור');
    await page.getByRole('combobox', { name: 'יום שני: פתוח או סגור' }).selectOption('פתוח');
    await page.getByRole('button', { name: 'יום שני: הוספת שעות אחרי הפסקה' }).click();
    await save.click();
    const closes = page.getByLabel('יום שני: שעת סגירה');
    await expect(closes.nth(1)).toHaveAccessibleDescription('זה לא נראה נכון. אולי נפלה טעות הקלדה.');
    await expect(closes.nth(1)).toBeFocused();
    await expect(closes.first()).not.toHaveAttribute('aria-invalid');
  });

  test('a file that is refused is so in Hebrew', async ({ page, platform, visit }) => {
    await visit('/knowledge', 'owner');
    platform.disturbances.set('POST /v1/knowledge/documents', { status: 415, body: { detail: 'Not this type.' } });
    await page.locator('input[type=file]').setInputFiles({ name: 'menu.txt', mimeType: 'text/plain', buffer: Buffer.from('Pizza') });
    await expect(page.getByText('הקובץ לא התקבל.')).toHaveText('הקובץ לא התקבל.');
    platform.disturbances.set('POST /v1/knowledge/documents', { status: 403, body: { type: 'https://csai.dev/problems/tenant-suspended', detail: 'The tenant is suspended.' } });
    await page.getByRole('button', { name: 'לנסות שוב' }).click();
    await expect(page.getByText('העסק מושעה, ולכן אי אפשר לשנות כאן דבר כרגע.').last()).toBeVisible();
  });
});
