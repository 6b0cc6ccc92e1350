import { startEmulatorServer } from '../../../demo/emulator/server.js';
import { createWorld } from '../../../demo/emulator/world.js';
import { seedDemoWorld } from '../../../demo/scenarios/customers.js';
import { test as base } from './servers.js';

/** When the demo's mock customer calls. */
const moment = Date.parse('2026-11-20T09:42:00Z');

/**
 * Playwright's `test` that always starts at the same time, for page and service, so that pictures change only with the
 * design. Time runs from there, and a test can move the page's time forward.
 */
export const test = base.extend({
  viewport: { width: 380, height: 700 },
  locale: 'en-GB',
  timezoneId: 'Europe/Berlin',
  contextOptions: { reducedMotion: 'reduce' },
  page: async ({ page }, use) => {
    await page.clock.install({ time: moment });
    await use(page);
  },
  // Playwright wants an object pattern here.
  // eslint-disable-next-line no-empty-pattern
  emulator: async ({}, use) => {
    const began = performance.now();
    const world = createWorld({ now: () => Math.round(moment + performance.now() - began) });
    seedDemoWorld(world, moment);
    const server = await startEmulatorServer({ world });
    await use(server);
    await server.close();
  },
});

export { expect } from '@playwright/test';
