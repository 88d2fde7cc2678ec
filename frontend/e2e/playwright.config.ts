import { existsSync } from 'node:fs';

import { defineConfig } from '@playwright/test';

const flags =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

const CHROMIUM = process.env['CSAI_CHROMIUM'] ?? '/usr/bin/chromium';
/** The same engine without the browser around it: opens a fresh window in half the time. */
const SHELL = process.env['CSAI_CHROMIUM_SHELL'] ?? '/usr/bin/chromium-headless-shell';

const browser = (executablePath: string) => ({ launchOptions: { executablePath, args: flags.split(' ') } });

/** The live tests share one server and its model: one after the other, with patience. */
const PATIENT = { fullyParallel: false, timeout: 90_000, expect: { timeout: 45_000 } };

export default defineConfig({
  outputDir: process.env['CSAI_TRACES'] ?? 'results/traces',
  reporter: [['list']],
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  timeout: 30_000,
  expect: { timeout: 8_000 },
  use: {
    browserName: 'chromium',
    ...browser(CHROMIUM),
    viewport: { width: 1280, height: 860 },
    locale: 'en-US',
    timezoneId: 'Asia/Jerusalem',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'stub', testDir: 'stub', use: browser(existsSync(SHELL) ? SHELL : CHROMIUM) },
    { name: 'live', testDir: 'live', ...PATIENT },
    { name: 'live-console', testDir: 'live-console', ...PATIENT },
  ],
});
