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
  // A busy machine is slow, not wrong.
  expect: { timeout: 15_000 },
  reporter: [
    ['list'],
    ...(TEST_COUNTS_FILE ? [['./test/support/playwright-counts.ts', { file: TEST_COUNTS_FILE }] as const] : []),
  ],
  use: {
    browserName: 'chromium',
    timezoneId: 'Pacific/Chatham',
    locale: 'en-US',
    // A page that a test fulfils itself counts as one from the internet, which may not reach this machine unasked.
    permissions: ['local-network-access'],
    launchOptions: { executablePath: findBrowser(), args: [...browserArgs] },
  },
});
