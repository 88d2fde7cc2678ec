import { expect, OWNER, picture, server, signIn, test, tokenOf } from './session.ts';

test('a question is answered from the business\'s own words, and one that is not in them is not', async ({ page }) => {
  const headers = { Authorization: `Bearer ${await tokenOf(OWNER)}` };
  const documents = `${server}/v1/knowledge/documents`;
  const file = { name: 'tandems.md', mimeType: 'text/markdown', buffer: Buffer.from('# Tandems\n\nRenting a tandem for one day costs 180 ILS.\n') };
  const uploaded = (await (await page.request.post(documents, { headers, multipart: { file } })).json()) as { id: string };
  await expect.poll(async () => ((await (await page.request.get(`${documents}/${uploaded.id}`, { headers })).json()) as { status: string }).status).toBe('completed');

  await signIn(page, '/try-it', OWNER);
  await page.getByRole('textbox', { name: 'Your question' }).fill('How much does it cost to rent a tandem for one day?');
  await page.keyboard.press('Enter');
  const answer = page.getByRole('article').first();
  await expect(answer).toContainText('180 ILS');
  await expect(answer.getByText('Answered')).toBeVisible();
  await expect(answer.getByRole('list', { name: 'Sources' })).toContainText('tandems.md');
  await expect(page.getByRole('tabpanel').getByRole('listitem').filter({ hasText: 'Cited' }).first()).toContainText('tandems.md');
  await picture(page, '4-answered');
  await page.getByRole('tab', { name: 'Time and tokens' }).click();
  await expect(page.getByRole('tabpanel')).toContainText('In total');

  await page.getByRole('textbox', { name: 'Your question' }).fill('Who composed the Moonlight Sonata?');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Did not know')).toBeVisible();
  await picture(page, '5-abstained');

  await page.goto(`${server}/console/knowledge`);
  await page.getByRole('button', { name: 'Actions for tandems.md' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  // While the dialog is open the rows behind it are hidden from roles, and count as none.
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await expect(page.getByRole('row').filter({ hasText: 'tandems.md' })).toHaveCount(0);
  await page.goto(`${server}/console/try-it`);
  await page.getByRole('textbox', { name: 'Your question' }).fill('How much does it cost to rent a tandem for one day?');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article').first().getByText(/^(Answered|Did not know)$/)).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText('180 ILS');
  await expect(page.getByRole('main')).not.toContainText('tandems.md');
});
