import { expect, OWNER, picture, signIn, test } from './session.ts';

const FILES = [
  { name: 'workshop-hours.md', mimeType: 'text/markdown', text: '# Workshop hours\n\nThe bicycle workshop opens on Monday at 08:15 and closes at 16:45.\n' },
  { name: 'rental-prices.txt', mimeType: 'text/plain', text: 'Renting a trekking bicycle costs 95 ILS per day. A helmet is included in every rental.\n' },
  { name: 'תיקונים.txt', mimeType: 'text/plain', text: 'תיקון תקר עולה 40 שקלים ונמשך כעשרים דקות.\n' },
  { name: 'warranty.html', mimeType: 'text/html', text: '<h1>Warranty</h1><p>Every new bicycle has a warranty of three years on its frame.</p>' },
  { name: 'broken.pdf', mimeType: 'application/pdf', text: '%PDF-1.7\nthis is where the pages should have been' },
] as const;

test('a business drops five files, sees each to its end, reads the passages and deletes', async ({ page }) => {
  await signIn(page, '/knowledge', OWNER);
  await expect(page.getByRole('heading', { level: 1, name: 'Knowledge' })).toBeVisible();
  const files = await page.evaluateHandle((dropped) => {
    const transfer = new DataTransfer();
    for (const { name, mimeType, text } of dropped) transfer.items.add(new File([text], name, { type: mimeType }));
    return transfer;
  }, FILES);
  // The page takes files once it listens, and says so.
  await expect(async () => {
    await page.dispatchEvent('main', 'dragenter', { dataTransfer: files });
    await expect(page.getByText('Let go to upload')).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.dispatchEvent('main', 'drop', { dataTransfer: files });
  const row = (name: string) => page.getByRole('row').filter({ hasText: name });
  for (const { name } of FILES) {
    await expect(row(name).getByText(name === 'broken.pdf' ? 'Failed' : 'Ready').filter({ visible: true })).toBeVisible();
  }
  await expect(row('broken.pdf').getByText(/damaged|not copied completely/)).toBeVisible();
  await picture(page, '1-knowledge');

  await page.getByRole('link', { name: 'workshop-hours.md' }).click();
  const sheet = page.getByRole('dialog', { name: 'workshop-hours.md' });
  await expect(sheet.getByRole('listitem').first()).toContainText('opens on Monday at 08:15');
  await picture(page, '2-passages');
  await page.reload();
  await expect(sheet.getByRole('listitem').first()).toContainText('opens on Monday at 08:15');
  await page.keyboard.press('Escape');

  const popup = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Actions for rental-prices.txt' }).click();
  await page.getByRole('menuitem', { name: 'Open original' }).click();
  await expect((await popup).locator('body')).toContainText('95 ILS per day');

  await page.getByRole('button', { name: 'Actions for broken.pdf' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await expect(row('broken.pdf')).toHaveCount(0);
});

test('what is typed in becomes knowledge, and can be changed', async ({ page }) => {
  await signIn(page, '/knowledge/text', OWNER);
  await page.getByLabel('Title').fill('Parking');
  await page.getByLabel('Text', { exact: true }).fill('Customers park free of charge behind the workshop.');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Parking' })).toContainText('Ready');

  await page.getByRole('button', { name: 'Write' }).click();
  await page.getByRole('menuitem', { name: 'Questions and answers' }).click();
  await page.getByLabel('Title').fill('Often asked');
  await page.getByRole('textbox', { name: 'Question' }).fill('Do you repair electric bicycles?');
  await page.getByRole('textbox', { name: 'Answer' }).fill('Yes, we repair electric bicycles of every make.');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Often asked' })).toContainText('Ready');

  await page.getByRole('button', { name: 'Write' }).click();
  await page.getByRole('menuitem', { name: 'Business profile' }).click();
  await page.getByRole('combobox', { name: 'Friday: open or closed' }).selectOption('Open');
  await page.getByLabel('Friday: closes at').fill('13:00');
  await page.getByRole('combobox', { name: 'Saturday: open or closed' }).selectOption('Closed');
  await page.getByLabel('Phone').fill('03-555-0100');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Business profile' })).toContainText('Ready');

  await page.getByRole('button', { name: 'Actions for Parking' }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await expect(page.getByLabel('Text', { exact: true })).toHaveValue('Customers park free of charge behind the workshop.');
  await page.getByLabel('Title').fill('Parking and access');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Parking and access' })).toContainText('Ready');
  await page.getByRole('button', { name: 'Actions for Business profile' }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await expect(page.getByLabel('Friday: closes at')).toHaveValue('13:00');
  await picture(page, '3-profile');
});
