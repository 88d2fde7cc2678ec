// How soon each page of the console can be used, and whether the widget keeps its host page from painting.
// Asked by the bench: PAGES_URL, PAGES_PASSWORD, PAGES_KEY of the widget; answers one line of JSON.
import { createRequire } from 'node:module';

const { chromium } = createRequire(new URL('../../../frontend/package.json', import.meta.url))('@playwright/test');

const { PAGES_URL: server, PAGES_PASSWORD: password, PAGES_KEY: key } = process.env;
const ROUNDS = 5;
const SCRIPT_DELAY = 2000;

/** What takes clicks once a room shows what it is for: an address, and a control that comes with its contents. */
const STRANGERS = { 'signing in': ['/', '[type=password]'], 'signing up': ['/sign-up', '[type=password]'] };
const OWNERS = {
  dashboard: ['/dashboard', 'main a[href*="/conversations/"]'],
  conversations: ['/conversations', 'tbody a'],
  knowledge: ['/knowledge', 'tbody button'],
  'typed text': ['/knowledge/text', 'form textarea'],
  assistant: ['/assistant', 'form textarea'],
  'trying out': ['/try-it', 'textarea'],
  widget: ['/widget', 'main form input'],
  contacts: ['/contacts', 'tbody button'],
  team: ['/team', 'main:has(tbody tr) header button'],
  keys: ['/keys', 'tbody button'],
  settings: ['/settings', 'form select'],
  'audit log': ['/audit', 'tbody button'],
  account: ['/account', 'form [type=password]'],
};
const OPERATORS = {
  'platform dashboard': ['/dashboard', 'main a[href*="tenant="]'],
  'all conversations': ['/conversations', 'tbody a'],
  tenants: ['/tenants', 'tbody a'],
  jobs: ['/jobs', 'main a[href*="ingestDocument"]'],
  tools: ['/tools', 'tbody button'],
  mail: ['/mail', 'tbody button'],
  'platform audit log': ['/audit', 'tbody button'],
};

const QUESTIONS = ['When do you open?', 'Do you deliver?', 'Is the dough gluten-free?'];
const TOOL = {
  name: 'find_order', effect: 'reads', category: 'orders', description: 'Finds an order by its number.',
  en: { title: 'Find an order', summary: 'Looks an order up.' }, he: { title: 'חיפוש הזמנה', summary: 'מחפש הזמנה.' },
  parameters: { type: 'object', properties: {} },
};

const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];

/**
 * From the address to a control that is there and takes clicks. It is looked for before every frame; the looks of a
 * locator are up to half a second apart.
 */
async function interactive(page, path, control) {
  const began = performance.now();
  await page.goto(`${server}/console${path}`, { waitUntil: 'commit' });
  await page.waitForFunction(takesClicks, control, { polling: 'raf', timeout: 20_000 });
  const millis = performance.now() - began;
  await page.locator(control).first().click({ trial: true });
  return millis;
}

/** In the page: whether a click at the middle of the first such element would reach it. */
function takesClicks(control) {
  const element = document.querySelector(control);
  if (element === null || element.disabled) return false;
  element.scrollIntoView({ block: 'nearest' });
  const { left, top, width, height } = element.getBoundingClientRect();
  const hit = document.elementFromPoint(left + width / 2, top + height / 2);
  return hit !== null && (hit === element || element.contains(hit));
}

async function call(path, body, headers = {}) {
  const answer = await fetch(`${server}/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server, ...headers },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}: ${await answer.text()}`);
  return answer;
}

/** Something for each room to show: conversations of somebody, a tool, a mail. */
async function fill() {
  for (const [number, text] of QUESTIONS.entries()) {
    await call('/chat/messages', { text, contact: { email: `visitor-${number}@bench.example` } }, { 'x-api-key': key });
  }
  const operator = await (await call('/auth/login', { email: 'operator@csai.local', password })).json();
  await call('/admin/tools', TOOL, { authorization: `Bearer ${operator.accessToken}` });
  await call('/auth/signup', { companyName: 'Newcomer', email: 'newcomer@bench.example', password: 'umbrella quartz seventeen' });
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
  await fill();
  const pages = [
    ...(await measure(browser, STRANGERS)),
    ...(await measure(browser, OWNERS, 'owner@demo.csai.local')),
    ...(await measure(browser, OPERATORS, 'operator@csai.local')),
  ];
  console.log(JSON.stringify({ pages, firstPaint: await firstPaint(browser), scriptDelay: SCRIPT_DELAY }));
} finally {
  await browser.close();
}
