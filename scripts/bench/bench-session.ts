import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { chromium, type Browser } from '@playwright/test';
import { build } from 'esbuild';
import type { MeasuredPage } from '../../test/bench/measured-page.js';
import { browserArgs } from '../../test/support/browser-args.mjs';
import { createTracer, type Tracer } from './bench-tracer.js';
import { findBrowser } from '../browser.js';
import { staticFiles } from '../static-files.js';

const root = resolve(import.meta.dirname, '../..');

/** The size of a desktop's panel, CSS pixels. */
export const viewport = { width: 380, height: 760 };

/** The timeout of a scenario, milliseconds. */
const patience = 90_000;

/** A scenario that took too long. This is a result, not a failure of the bench. */
export class GivenUp extends Error {
  constructor() {
    super(`stopped after ${patience / 1_000} s`);
  }
}

/** The work of the main thread so far, in milliseconds of processor time: other processes do not count. */
export interface Cost {
  readonly task: number;
  /** Style and layout. */
  readonly layout: number;
}

/** The tasks of the main thread during an action. */
export interface Tasks {
  /** Milliseconds of processor time. */
  readonly longest: number;
  /** The number of tasks over 50 ms by the clock, which includes the time of other processes. */
  readonly count: number;
}

/** A page with the widget, ready to be measured. */
export interface BenchPage {
  ask<K extends keyof MeasuredPage>(
    name: K,
    ...args: Parameters<MeasuredPage[K]>
  ): Promise<Awaited<ReturnType<MeasuredPage[K]>>>;
  /** Runs `act` and returns the tasks of the main thread during it. */
  watch<T>(act: () => Promise<T>): Promise<{ readonly value: T; readonly tasks: Tasks }>;
  cost(): Promise<Cost>;
  /** Bytes in use after a garbage collection. */
  heap(): Promise<number>;
  close(): Promise<void>;
}

async function bundle(contents: string): Promise<string> {
  const stdin = { contents, resolveDir: root, loader: 'ts' as const };
  const { outputFiles } = await build({ stdin, bundle: true, write: false, format: 'iife', target: 'es2022' });
  return outputFiles[0]?.text ?? '';
}

/** Which widget to measure. */
export interface SessionOptions {
  /** Page and adapter of another widget; default: Wayline, from `dist/`. */
  readonly page?: string | undefined;
  readonly adapter?: string | undefined;
}

/** Starts a browser and, for our own page, a server. */
export async function startSession({ page: address, adapter = 'test/bench/wayline-adapter.ts' }: SessionOptions) {
  const serve = staticFiles(root);
  const server = createServer((request, response) => serve(request, response, () => response.writeHead(404).end()));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = address ?? `http://127.0.0.1:${(server.address() as AddressInfo).port}/test/bench/page.html`;
  const watcher = await bundle(
    `import { countLongTasks } from './test/bench/long-tasks.js'; Object.assign(globalThis, { longTasks: countLongTasks() });`,
  );
  const driver = await bundle(
    `import adapter from ${JSON.stringify(resolve(adapter))}; import { start } from './test/bench/measured-page.js'; start(adapter);`,
  );
  const browser = await chromium.launch({ executablePath: findBrowser(), args: [...browserArgs] });
  const tracer = await createTracer(browser);
  return {
    browser: `${browser.browserType().name()} ${browser.version()}`,
    openPage: () => openPage(browser, tracer, url, [watcher, driver]),
    async close() {
      await browser.close();
      server.close();
      server.closeAllConnections();
    },
  };
}

/** What runs before the page's own scripts, and what runs after them. */
type Scripts = readonly [watcher: string, driver: string];

async function openPage(browser: Browser, tracer: Tracer, url: string, scripts: Scripts): Promise<BenchPage> {
  const [watcher, driver] = scripts;
  const context = await browser.newContext({ viewport, bypassCSP: true });
  const page = await context.newPage();
  await page.addInitScript(watcher);
  await page.goto(url);
  const devTools = await context.newCDPSession(page);
  await devTools.send('Performance.enable', { timeDomain: 'threadTicks' });

  // Not Playwright's `evaluate`: it runs scripts of its own, which would be measured too.
  async function evaluate(expression: string): Promise<unknown> {
    const over = new AbortController();
    const tooLate = delay(patience, undefined, { signal: over.signal }).then(() => Promise.reject(new GivenUp()));
    const asked = devTools.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    try {
      const { result, exceptionDetails } = await Promise.race([asked, tooLate]);
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    } finally {
      tooLate.catch(() => undefined);
      asked.catch(() => undefined);
      over.abort();
    }
  }

  async function metrics(): Promise<(name: string) => number> {
    const { metrics: all } = await devTools.send('Performance.getMetrics');
    const values = new Map(all.map(({ name, value }) => [name, value]));
    return (name) => values.get(name) ?? NaN;
  }

  await evaluate(driver);
  return {
    ask: (name, ...args) => evaluate(`measuredPage.${name}(...${JSON.stringify(args)})`) as never,
    async watch(act) {
      await evaluate('longTasks()');
      await tracer.start();
      let longest = 0;
      const value = await act().finally(async () => {
        longest = await tracer.stop();
      });
      return { value, tasks: { longest, count: (await evaluate('longTasks()')) as number } };
    },
    async cost() {
      const seconds = await metrics();
      const layout = seconds('LayoutDuration') + seconds('RecalcStyleDuration');
      return { task: 1_000 * seconds('TaskDuration'), layout: 1_000 * layout };
    },
    async heap() {
      for (let time = 0; time < 2; time++) await devTools.send('HeapProfiler.collectGarbage');
      return (await metrics())('JSHeapUsedSize');
    },
    close: () => context.close(),
  };
}
