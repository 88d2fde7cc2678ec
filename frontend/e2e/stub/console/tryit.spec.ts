import { gate } from '../steps.ts';
import { expect, test } from './console.ts';

test('an answer shows its sources, its passages, the prompt and the cost', async ({ page, visit }) => {
  await visit('/try-it', 'owner');
  await page.getByRole('textbox', { name: 'Your question' }).fill('When are you open on Friday?');
  await page.keyboard.press('Enter');
  const answer = page.getByRole('article');
  await expect(answer).toContainText('On Friday we are open from 11:30 to 15:00');
  await expect(answer).toContainText('See [our] site for holidays.');
  await expect(answer.getByText('Answered')).toBeVisible();
  await answer.getByRole('button', { name: 'Source 1' }).click();
  await expect(answer.getByRole('list', { name: 'Sources' }).getByRole('listitem')).toBeFocused();

  const passages = page.getByRole('tabpanel').getByRole('listitem');
  await expect(passages).toHaveText([/opening-hours\.md.*page 2.*Cited.*Score 0\.871.*Opening hours/, /delivery\.pdf.*page 1.*Score 0\.413/]);
  await expect(passages.nth(1)).not.toContainText('Cited');

  await page.getByRole('tab', { name: 'Prompt' }).click();
  await expect(page.getByText('Answer from these passages only.')).toBeHidden();
  await page.getByRole('button', { name: 'Show what the model was sent' }).click();
  await expect(page.getByText('Answer from these passages only.')).toBeVisible();

  await page.getByRole('tab', { name: 'Time and tokens' }).click();
  await expect(page.getByRole('tabpanel')).toContainText(/Finding passages\D*4\.2ms.*Model\D*12ms.*In total\D*16ms.*Answered by.*extractive.*Tokens read.*412.*Tokens written.*18/);
});

test('a second question carries the first, and starting over forgets both', async ({ page, platform, visit }) => {
  await visit('/try-it', 'owner');
  await page.getByRole('button', { name: 'What are your opening hours?' }).click();
  await expect(page.getByRole('article')).toHaveCount(1);
  await page.getByRole('textbox', { name: 'Your question' }).fill('And who was Napoleon?');
  await page.getByRole('button', { name: 'Ask' }).click();
  await expect(page.getByRole('article')).toHaveCount(2);
  await expect(page.getByText('Did not know')).toBeVisible();
  await expect(page.getByText('No passage was found')).toBeVisible();
  expect(platform.assistant.asked[1]?.history).toEqual([
    { role: 'user', text: 'What are your opening hours?' },
    { role: 'assistant', text: 'On Friday we are open from 11:30 to 15:00 [1]. See [our] site for holidays.' },
  ]);
  await page.getByRole('button', { name: 'See how it came about' }).click();
  await expect(page.getByRole('tabpanel').getByRole('listitem')).toHaveCount(2);
  await page.setViewportSize({ width: 1280, height: 400 });
  await page.evaluate(() => { scrollTo(0, 200); });
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(200);
  const [bar, details] = [await page.getByRole('search').boundingBox(), await page.getByRole('heading', { name: 'How it came about' }).boundingBox()];
  expect(details?.y).toBeGreaterThan((bar?.y ?? 0) + (bar?.height ?? 0));
  await page.getByRole('button', { name: 'Start over' }).click();
  await page.getByRole('textbox', { name: 'Your question' }).fill('Are you open?');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article')).toHaveCount(1);
  expect(platform.assistant.asked[2]?.history).toEqual([]);
});

test('a question that got no answer is asked again', async ({ page, platform, visit }) => {
  platform.disturbances.set('POST /v1/assistant/test', { status: 503 });
  await visit('/try-it', 'owner');
  await page.getByRole('button', { name: 'What are your opening hours?' }).click();
  await expect(page.getByText('There was no answer')).toBeVisible();
  platform.disturbances.clear();
  await page.getByRole('button', { name: 'Ask again' }).click();
  await expect(page.getByRole('article')).toContainText('On Friday we are open');
  await expect(page.getByText('There was no answer')).toBeHidden();
  expect(platform.assistant.asked[0]?.history).toEqual([]);
});

test('what was asked before starting over never answers what is asked after it', async ({ page, platform, visit }) => {
  const late = gate();
  platform.disturbances.set('POST /v1/assistant/test', late.passed);
  await visit('/try-it', 'owner');
  await page.getByRole('button', { name: 'What are your opening hours?' }).click();
  await expect.poll(() => platform.asked).toContain('POST /v1/assistant/test');
  await page.getByRole('button', { name: 'Start over' }).click();
  platform.disturbances.clear();
  const ask = async (question: string): Promise<void> => {
    await page.getByRole('textbox', { name: 'Your question' }).fill(question);
    await page.keyboard.press('Enter');
  };
  await ask('And who was Napoleon?');
  await expect(page.getByRole('article')).toHaveText([/I do not find this/]);
  late.open();
  await ask('And who was Garibaldi?');
  await expect(page.getByRole('article')).toHaveText([/I do not find this/, /I do not find this/]);
});

test('what was asked and answered is still there after a look at another room', async ({ page, platform, visit }) => {
  await visit('/try-it', 'owner');
  await page.getByRole('button', { name: 'What are your opening hours?' }).click();
  await expect(page.getByRole('article')).toHaveCount(1);
  const late = gate();
  platform.disturbances.set('POST /v1/assistant/test', late.passed);
  await page.getByRole('textbox', { name: 'Your question' }).fill('And who was Napoleon?');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Looking for an answer…')).toBeVisible();
  await page.getByRole('link', { name: 'Knowledge' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Knowledge' })).toBeVisible();
  late.open();
  await page.getByRole('link', { name: 'Try it' }).click();
  await expect(page.getByRole('article')).toHaveText([/On Friday we are open/, /I do not find this/]);
  expect(platform.assistant.asked).toHaveLength(2);
});
