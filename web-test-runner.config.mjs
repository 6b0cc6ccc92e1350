import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { browserArgs } from './test/support/browser-args.mjs';
import { countsReporter } from './test/support/wtr-counts.mjs';
import { createPage } from './test/support/wtr-page.mjs';
import { prebundle } from './test/support/wtr-prebundle.mjs';
import { repositoryFiles } from './test/support/wtr-repository-files.mjs';

// A zone with unusual offsets and daylight saving time: code that uses the machine's zone by mistake fails here.
process.env.TZ = 'Pacific/Chatham';

const { TEST_COUNTS_FILE } = process.env;

export default {
  files: 'test/**/*.test.ts',
  nodeResolve: { exportConditions: ['browser'] },
  plugins: [
    prebundle(),
    repositoryFiles(),
    esbuildPlugin({
      ts: true,
      target: 'esnext', // older targets remove `with { type: 'json' }`
      tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)),
    }),
  ],
  middleware: [
    function serviceWorkerAtRoot(context, next) {
      if (context.path === '/mockServiceWorker.js') context.url = '/public/mockServiceWorker.js';
      return next();
    },
  ],
  browsers: [chromeLauncher({ launchOptions: { headless: true, args: browserArgs }, createPage })],
  concurrency: 2,
  testFramework: { config: { timeout: 30_000 } },
  // Long timeouts: a busy machine is slow, and that is not a failure.
  browserStartTimeout: 120_000,
  testsStartTimeout: 120_000,
  testsFinishTimeout: 900_000,
  reporters: [defaultReporter(), ...(TEST_COUNTS_FILE ? [countsReporter(TEST_COUNTS_FILE)] : [])],
  coverageConfig: { include: ['src/**/*.ts'], reporters: ['lcov', 'text-summary'] },
};
