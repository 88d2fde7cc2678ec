import { existsSync } from 'node:fs';

import { defineConfig } from '@playwright/test';

const flags =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

const CHROMIUM = process.env['CSAI_CHROMIUM'] ?? '/usr/bin/chromium';
/** The same engine without the browser around it: opens a fresh window in half the time. */
const SHELL = process.env['CSAI_CHROMIUM_SHELL'] ?? '/usr/bin/chromium-headless-shell';

const LIGHT = existsSync(SHELL) ? SHELL : CHROMIUM;
/** The live tests want the whole browser, unless told that they have been in it before. */
const LIVE = process.env['CSAI_IN_SHELL'] === undefined ? CHROMIUM : LIGHT;

const browser = (executablePath: string) => ({ launchOptions: { executablePath, args: flags.split(' ') } });

/** The live tests share one server and its model: one after the other, with patience. */
const PATIENT = { fullyParallel: false, timeout: 90_000, expect: { timeout: 45_000 } };

export default defineConfig({
  outputDir: process.env['CSAI_TRACES'] ?? 'results/traces',
  reporter: [['list']],
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  // Patience costs nothing where all is well, and the cores are shared.
  timeout: 60_000,
  expect: { timeout: 20_000 },
  use: {
    // Nothing has to be waited for, or drawn sixty times a second.
    contextOptions: { reducedMotion: 'reduce' },
    browserName: 'chromium',
    viewport: { width: 1280, height: 860 },
    locale: 'en-US',
    timezoneId: 'Asia/Jerusalem',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'stub', testDir: 'stub', use: browser(LIGHT) },
    { name: 'live', testDir: 'live', use: browser(LIVE), ...PATIENT },
    { name: 'live-console', testDir: 'live-console', use: browser(LIVE), ...PATIENT },
  ],
});
