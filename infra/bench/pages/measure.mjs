// How soon each page of the console can be used, and whether the widget keeps its host page from painting.
// Asked by the bench: PAGES_URL, PAGES_PASSWORD, PAGES_KEY of the widget; answers one line of JSON.
import { createRequire } from 'node:module';

const { chromium } = createRequire(new URL('../../../frontend/package.json', import.meta.url))('@playwright/test');

const { PAGES_URL: server, PAGES_PASSWORD: password, PAGES_KEY: key } = process.env;
const ROUNDS = 5;
const SCRIPT_DELAY = 2000;

const label = (name) => (page) => page.getByLabel(name, { exact: true });
const OWNERS = {
  knowledge: ['/knowledge', (page) => page.getByRole('row').nth(1).getByRole('button').first()],
  'typed text': ['/knowledge/text', label('Title')],
  'trying out': ['/try-it', (page) => page.getByRole('textbox', { name: 'Your question' })],
};
const OPERATORS = { jobs: ['/jobs', (page) => page.getByRole('link', { name: 'ingestDocument' })] };
const STRANGERS = { 'signing in': ['/', label('E-mail')] };

const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];

/** From the address to a control that is there and takes clicks. */
async function interactive(page, path, control) {
  const began = performance.now();
  await page.goto(`${server}/console${path}`, { waitUntil: 'commit' });
  await control(page).click({ trial: true });
  return performance.now() - began;
}

async function signIn(page, email) {
  await page.goto(`${server}/console/`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByLabel('Password').waitFor({ state: 'detached' });
}

async function measure(browser, pages, email) {
  const page = await browser.newPage({ locale: 'en-US' });
  if (email !== undefined) await signIn(page, email);
  const measured = [];
  for (const [name, [path, control]] of Object.entries(pages)) {
    const times = [];
    for (let round = 0; round < ROUNDS; round++) times.push(await interactive(page, path, control));
    measured.push({ name, millis: median(times) });
  }
  await page.close();
  return measured;
}

/** A page of a business, whose widget script is slow to come. */
async function firstPaint(browser) {
  const page = await browser.newPage();
  await page.route('**/host-page', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>Host</title><script src="/widget.js" data-api-key="${key}" async></script><h1>A business</h1>`,
    }),
  );
  await page.route('**/widget.js', (route) => setTimeout(() => route.continue(), SCRIPT_DELAY));
  await page.goto(`${server}/host-page`);
  const millis = await page.evaluate(
    () =>
      new Promise((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntriesByName('first-contentful-paint')[0].startTime)).observe({
          type: 'paint',
          buffered: true,
        });
      }),
  );
  await page.close();
  return millis;
}

const browser = await chromium.launch({
  executablePath: process.env.CSAI_CHROMIUM ?? '/usr/bin/chromium',
  args: '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'.split(' '),
});
try {
  const pages = [
    ...(await measure(browser, STRANGERS)),
    ...(await measure(browser, OWNERS, 'owner@demo.csai.local')),
    ...(await measure(browser, OPERATORS, 'operator@csai.local')),
  ];
  console.log(JSON.stringify({ pages, firstPaint: await firstPaint(browser), scriptDelay: SCRIPT_DELAY }));
} finally {
  await browser.close();
}
