import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/browser.js';
import { browserArgs } from './test/support/browser-args.mjs';

const { CI, TEST_COUNTS_FILE } = process.env;

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  forbidOnly: Boolean(CI),
  globalSetup: './test/e2e/support/start-demo.ts',
  fullyParallel: true,
  workers: 2,
  timeout: 180_000,
  // Long timeouts: a busy machine is slow, and that is not a failure.
  expect: { timeout: 15_000 },
  reporter: [
    ['list'],
    ...(TEST_COUNTS_FILE ? [['./test/support/playwright-counts.ts', { file: TEST_COUNTS_FILE }] as const] : []),
  ],
  use: {
    browserName: 'chromium',
    timezoneId: 'Pacific/Chatham',
    locale: 'en-US',
    // The browser treats a page that a test fulfils as one from the internet, which may not request this machine
    // without a permission.
    permissions: ['local-network-access'],
    launchOptions: { executablePath: findBrowser(), args: [...browserArgs] },
  },
});
