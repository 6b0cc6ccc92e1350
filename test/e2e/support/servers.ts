import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { test as base } from '@playwright/test';
import { startEmulatorServer, type EmulatorServer } from '../../../demo/emulator/server.js';
import { createWorld } from '../../../demo/emulator/world.js';
import { seedDemoWorld } from '../../../demo/scenarios/customers.js';
import { staticFiles } from '../../../scripts/static-files.js';

async function startFileServer() {
  const serve = staticFiles(resolve(import.meta.dirname, '../../..'));
  const server = createServer((request, response) => serve(request, response, () => response.writeHead(404).end()));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

interface WorkerServers {
  /** The demo desktop, one for all (start-demo.ts); with a slash at the end. */
  readonly demo: string;
  /** The address of the project's files and the built files, without a slash at the end: `${files}/dist/wayline.js`. */
  readonly files: string;
}

interface TestServers {
  /**
   * The journey service over HTTP with the demo's customers; each test has its own, so that no test sees another's events
   * or faults.
   */
  readonly emulator: EmulatorServer;
}

/** Playwright's `test` with servers on free ports. */
export const test = base.extend<TestServers, WorkerServers>({
  demo: [
    // Playwright wants an object pattern here.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => use(process.env.DEMO_URL ?? ''),
    { scope: 'worker' },
  ],
  files: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const server = await startFileServer();
      await use(server.url);
      server.close();
    },
    { scope: 'worker' },
  ],
  // eslint-disable-next-line no-empty-pattern
  emulator: async ({}, use) => {
    const world = createWorld();
    seedDemoWorld(world, world.now());
    const server = await startEmulatorServer({ world });
    await use(server);
    await server.close();
  },
});

export { expect } from '@playwright/test';
