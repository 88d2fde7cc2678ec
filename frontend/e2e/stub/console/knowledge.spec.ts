import { gate } from '../steps.ts';
import { expect, isAskedBeforeUnload, test } from './console.ts';

test('five files are dropped, one of them broken, and each is seen to its end', async ({ page, platform, visit }) => {
  await page.clock.install();
  await visit('/knowledge', 'owner');
  await expect(page.getByText('Your assistant knows nothing yet')).toBeVisible();
  const names = ['menu.pdf', 'hours.md', 'scan-broken.pdf', 'delivery.docx', 'מדיניות החזרות.txt'];
  const files = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer();
    for (const name of all) transfer.items.add(new File([`The words of ${name}`], name));
    return transfer;
  }, names);
  await page.dispatchEvent('main', 'dragenter', { dataTransfer: files });
  await expect(page.getByText('Let go to upload')).toBeVisible();
  await page.dispatchEvent('main', 'drop', { dataTransfer: files });

  const row = (name: string) => page.getByRole('row').filter({ hasText: name });
  for (const name of names) {
    await expect(row(name).getByText(name.includes('broken') ? 'Failed' : 'Ready').filter({ visible: true })).toBeVisible();
  }
  await expect(row('scan-broken.pdf')).toContainText('This file is damaged or was not copied completely.');
  await expect(page.getByRole('status').filter({ hasText: '5 documents' })).toHaveText('5 documents');
  await expect(page.getByRole('heading', { name: 'On their way' })).toBeHidden();
  await expect(page.getByRole('status').filter({ hasText: 'arrived' })).toHaveText('5 files have arrived.');

  // All have ended: nobody asks any more.
  platform.asked.length = 0;
  await page.clock.runFor(60_000);
  expect(platform.asked).toEqual([]);
});

test('a file that is too large is refused by name while the others go through, which is told, and not broken off unasked', async ({ page, platform, visit }) => {
  const arrival = gate();
  platform.disturbances.set('POST /v1/knowledge/documents', arrival.passed);
  await visit('/knowledge', 'owner');
  await page.locator('input[type=file]').setInputFiles([
    { name: 'film.mov', mimeType: 'video/quicktime', buffer: Buffer.alloc(10 * 1024 * 1024 + 1) },
    { name: 'huge.txt', mimeType: 'text/plain', buffer: Buffer.from('refused by the server') },
    { name: 'menu.txt', mimeType: 'text/plain', buffer: Buffer.from('Pizza') },
  ]);
  const waiting = page.getByRole('listitem').filter({ hasText: 'This file is larger than 10 MB.' });
  await expect(waiting).toHaveText([/film\.mov/]);
  expect(await isAskedBeforeUnload(page)).toBe(true);
  // How far a file has come is not said with each per cent.
  await expect(page.locator('[aria-live] progress')).toHaveCount(0);
  arrival.open();
  await expect(waiting).toHaveText([/film\.mov/, /huge\.txt/]);
  await expect(page.getByRole('status').filter({ hasText: 'arrived' })).toHaveText(/^\S+menu\.txt\S+ has arrived\. Not taken: .*film\.mov.*, .*huge\.txt.*\.$/);
  expect(await isAskedBeforeUnload(page)).toBe(false);
  await expect(page.getByRole('row').filter({ hasText: 'menu.txt' })).toContainText('Ready');
  expect(platform.asked.filter((call) => call === 'POST /v1/knowledge/documents')).toHaveLength(2);
  await page.getByRole('button', { name: 'Remove film.mov from the list' }).click();
  await expect(waiting).toHaveText([/huge\.txt/]);
});

test('an upload whose connection broke can be tried again', async ({ page, visit }) => {
  await visit('/knowledge', 'owner');
  await page.route('**/v1/knowledge/documents', (route) => (route.request().method() === 'POST' ? route.abort() : route.fallback()));
  await page.locator('input[type=file]').setInputFiles({ name: 'menu.txt', mimeType: 'text/plain', buffer: Buffer.from('Pizza') });
  await expect(page.getByText('The connection broke while this file was sent.')).toBeVisible();
  await page.unroute('**/v1/knowledge/documents');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'menu.txt' })).toContainText('Ready');
});

test('the passages of a document open beside the list, page by page', async ({ page, platform, visit }) => {
  const { id } = platform.knowledge.add('menu.pdf', { status: 'completed', progress: 100, chunkCount: 60 });
  await visit('/knowledge', 'owner');
  await page.getByRole('link', { name: 'menu.pdf' }).click();
  const sheet = page.getByRole('dialog', { name: 'menu.pdf' });
  await expect(sheet.getByRole('listitem')).toHaveCount(50);
  await expect(sheet.getByRole('listitem').first()).toContainText(/1\s*Page 1\s*31 tokens\s*Delivery\s*Passage 1: we deliver/);
  platform.disturbances.set(`GET /v1/knowledge/documents/${id}/chunks`, { status: 403 });
  await sheet.getByRole('button', { name: 'Show more' }).click();
  await expect(page.getByText('No more could be loaded', { exact: true })).toBeVisible();
  platform.disturbances.clear();
  await sheet.getByRole('button', { name: 'Show more' }).click();
  await expect(sheet.getByRole('listitem')).toHaveCount(60);
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(page.getByRole('link', { name: 'menu.pdf' })).toBeFocused();
});

test('a document that is found before it is all read says so', async ({ page, platform, visit }) => {
  platform.knowledge.add('endless catalogue.txt', { status: 'processing', progress: 40, chunkCount: 1200 });
  platform.knowledge.add('endless menu.pdf', { status: 'processing', progress: 40 });
  await visit('/knowledge', 'owner');
  const row = (name: string) => page.getByRole('row').filter({ hasText: name });
  await expect(row('catalogue.txt')).toContainText('Answers questions already, while it is read');
  await expect(row('endless menu.pdf')).toContainText('Reading');
  await expect(row('endless menu.pdf')).not.toContainText('Answers questions already');
});

for (const [language, one, several] of [
  ['en', '1 page is a picture and was not read.', '1,204 pages are pictures and were not read.'],
  ['he', 'עמוד אחד הוא תמונה ולא נקרא.', '1,204 עמודים הם תמונות ולא נקראו.'],
] as const) {
  test(`a document that is partly a scan says how many of its pages were not read, ${language}`, async ({ page, platform, visit }) => {
    const ready = { status: 'completed', progress: 100, chunkCount: 3 };
    platform.knowledge.add('lease.pdf', { ...ready, unreadablePages: 1 });
    platform.knowledge.add('archive.pdf', { ...ready, unreadablePages: 1204 });
    platform.knowledge.add('menu.pdf', ready);
    await page.addInitScript((chosen) => { localStorage.setItem('csai.console.language', chosen); }, language);
    await visit('/knowledge', 'owner');
    // What is in a cell is read out with its row.
    const cell = (name: string) => page.getByRole('cell').filter({ has: page.getByRole('link', { name }) });
    await expect(cell('lease.pdf').getByText(one, { exact: true })).toBeVisible();
    await expect(cell('archive.pdf').getByText(several, { exact: true })).toBeVisible();
    await expect(cell('menu.pdf')).not.toContainText(/not read|לא נקרא/);
    await page.getByRole('link', { name: 'lease.pdf' }).click();
    await expect(page.getByRole('dialog', { name: 'lease.pdf' }).getByText(one, { exact: true })).toBeVisible();
  });
}

test('a document is deleted only after a question, by keyboard', async ({ page, platform, visit }) => {
  platform.knowledge.add('menu.pdf', { status: 'completed', progress: 100, chunkCount: 3 });
  platform.knowledge.add('old.pdf', { status: 'completed', progress: 100, chunkCount: 3 });
  await visit('/knowledge', 'owner');
  const menu = page.getByRole('button', { name: 'Actions for old.pdf' });
  await menu.press('Enter');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('End');
  await expect(page.getByRole('menuitem', { name: 'Delete' })).toBeFocused();
  await page.keyboard.press('Enter');
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText('This cannot be undone.');
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(question.getByRole('button', { name: 'Delete' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/old\.pdf.* was deleted/).first()).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'old.pdf' })).toHaveCount(0);
  expect(platform.knowledge.documents.map(({ fileName }) => fileName)).toEqual(['menu.pdf']);
});

test('a failed document is read again and its original opens', async ({ page, platform, visit }) => {
  platform.knowledge.add('menu.txt', { status: 'failed', progress: 45, problem: { type: 'https://csai.dev/problems/document-timeout', title: 't', detail: 'Reading this file took too long.' } });
  await visit('/knowledge', 'owner');
  await expect(page.getByText('Reading this file took too long.')).toBeVisible();
  await page.getByRole('button', { name: 'Actions for menu.txt' }).click();
  await page.getByRole('menuitem', { name: 'Read again' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'menu.txt' })).toContainText('Ready');
  const popup = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Actions for menu.txt' }).click();
  await page.getByRole('menuitem', { name: 'Open original' }).click();
  await expect((await popup).locator('body')).toHaveText('The words of menu.txt');
});

test('names are searched without regard to case and accents', async ({ page, platform, visit }) => {
  for (const name of ['Crème brûlée.md', 'Menu.pdf', 'מחירון.pdf']) platform.knowledge.add(name, { status: 'completed', progress: 100, chunkCount: 3 });
  await visit('/knowledge', 'owner');
  const search = page.getByRole('searchbox', { name: 'Search by name' });
  await search.fill('creme');
  await expect(page.locator('tbody').getByRole('row')).toHaveText([/Crème brûlée/]);
  await search.fill('nothing like it');
  await expect(page.getByText('No document has this in its name')).toBeVisible();
  await page.getByRole('button', { name: 'Clear search' }).click();
  await expect(page.locator('tbody').getByRole('row')).toHaveCount(3);
});

test('a search that cannot come to the end of the list stops, says so, and goes on when it is asked to', async ({ page, platform, visit }) => {
  platform.knowledge.add('the oldest.pdf', { status: 'completed', progress: 100, chunkCount: 3 });
  for (let n = 1; n <= 219; n++) platform.knowledge.add(`menu ${n}.pdf`, { status: 'completed', progress: 100, chunkCount: 3 });
  await visit('/knowledge', 'owner');
  const pages = () => platform.asked.filter((call) => call === 'GET /v1/knowledge/documents').length;
  await expect(page.getByRole('status').filter({ hasText: 'documents' })).toHaveText('100+ documents');
  platform.disturbances.set('GET /v1/knowledge/documents', { status: 403 });
  await page.getByRole('searchbox').fill('oldest');
  await expect(page.getByRole('alert')).toContainText('The list was not searched to its end. You may not see this');
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect(page.getByText('No more could be loaded', { exact: true })).toBeVisible();
  platform.disturbances.clear();
  expect(pages()).toBe(3);
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect(page.locator('tbody').getByRole('row')).toHaveText([/the oldest\.pdf/]);
  await expect(page.getByRole('status').filter({ hasText: 'document' })).toHaveText('1 document');
  expect(pages()).toBe(5);
});
