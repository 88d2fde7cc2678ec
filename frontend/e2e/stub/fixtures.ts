import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { ChatStub } from './chatStub.ts';
import { HostPage } from './hostPage.ts';

export { expect };

interface Fixtures {
  readonly chat: ChatStub;
  readonly host: HostPage;
  /** Fails the test if the page reports an error or a refused policy. */
  readonly quiet: undefined;
  readonly widget: WidgetOnPage;
}

export const test = base.extend<Fixtures>({
  // Playwright reads the names of the fixtures used from this pattern.
  // eslint-disable-next-line no-empty-pattern
  chat: async ({}, use) => {
    const chat = new ChatStub();
    await chat.start();
    await use(chat);
    await chat.stop();
  },
  host: async ({ chat }, use) => {
    const host = new HostPage(chat.origin);
    await host.start();
    await use(host);
    await host.stop();
  },
  quiet: [
    async ({ page }, use) => {
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('console', (message) => {
        const { type, text } = { type: message.type(), text: message.text() };
        if (type === 'error' && !/Failed to load resource/.test(text)) faults.push(text);
      });
      await use(undefined);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
  widget: async ({ page, host }, use) => {
    await use(new WidgetOnPage(page, host));
  },
});

/** The widget as a person meets it: by role and name. */
export class WidgetOnPage {
  constructor(
    readonly page: Page,
    readonly host: HostPage,
  ) {}

  async visit(attributes: Readonly<Record<string, string>> = {}): Promise<void> {
    this.host.attributes = attributes;
    await this.page.goto(this.host.url);
    await expect(this.launcher).toBeVisible();
  }

  async open(attributes: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.visit(attributes);
    await this.launcher.click();
    await expect(this.dialog).toBeVisible();
  }

  async say(text: string): Promise<void> {
    await this.input.fill(text);
    await this.input.press('Enter');
  }

  get launcher(): Locator {
    return this.page.locator('csai-widget .launcher');
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  get input(): Locator {
    return this.dialog.locator('.composer textarea');
  }

  get replies(): Locator {
    return this.dialog.locator('.message.reply:not(.greeting)');
  }

  get contactMessages(): Locator {
    return this.dialog.locator('.message.contact');
  }
}

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResults {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[] }[];
}

/** What axe finds on the page, one line each. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  // Handed over through the debugging protocol, which no page policy concerns; once, for that is most of the time it takes.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await axeSource);
  const results = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}
