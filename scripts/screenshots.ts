import { mkdirSync } from 'node:fs';
import { chromium, type Browser } from '@playwright/test';
import { createServer } from 'vite';
import { browserArgs } from '../test/support/browser-args.mjs';
import { findBrowser } from './browser.js';
import { bundleScripts } from './build/bundles.js';

const folder = 'docs/screenshots';

/** The time of the customer's call. The demo's journeys are relative to it. */
const moment = '2026-11-20T09:42:00Z';

interface Shot {
  readonly file: string;
  readonly width: number;
  readonly dark: boolean;
  /** The widget alone, or the desktop around it. */
  readonly whole?: boolean;
  /** The text to search for. */
  readonly query?: string;
  /** The title of the entry to open. */
  readonly opened?: string;
  /** Whether the desktop masks; then the aliases are unfolded. */
  readonly masked?: boolean;
}

const shots: readonly Shot[] = [
  { file: 'demo', width: 380, dark: false, whole: true },
  ...[320, 380, 640, 980].flatMap((width) =>
    [false, true].map((dark) => ({ file: `journey-${width}-${dark ? 'dark' : 'light'}`, width, dark })),
  ),
  { file: 'search-380-light', width: 380, dark: false, query: 'A-1009' },
  { file: 'search-980-dark', width: 980, dark: true, query: 'invoice' },
  { file: 'contact-980-light', width: 980, dark: false, opened: 'Chat, transferred to Retention' },
  { file: 'masked-380-light', width: 380, dark: false, masked: true },
  { file: 'masked-380-dark', width: 380, dark: true, masked: true },
];

async function take(
  browser: Browser,
  demo: string,
  { file, width, dark, whole = false, query: sought = '', opened, masked = false }: Shot,
): Promise<void> {
  const page = await browser.newPage({
    viewport: { width: whole ? 1440 : Math.max(1440, width + 460), height: whole ? 900 : 1080 },
    colorScheme: dark ? 'dark' : 'light',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
  });
  const query = new URLSearchParams({ task: '1', time: moment, width: String(width), lang: 'en-GB' });
  if (dark) query.set('dark', '1');
  if (masked) query.set('mask', '1');
  await page.goto(`${demo}?${query}`);
  const widget = page.locator('wayline-journey').first();
  await widget.getByText('Premium Fibre').waitFor();
  await widget.getByText('Ongoing').waitFor();
  await widget.getByText('Live', { exact: true }).waitFor();
  // A call of 0 seconds would look like a mistake.
  await widget.getByText(/^Talk 0:[1-5]/).waitFor();
  if (sought !== '') {
    await widget.getByRole('searchbox').fill(sought);
    await widget.locator('wayline-entry mark').first().waitFor();
  }
  if (opened !== undefined) {
    await widget.getByRole('button', { name: opened }).click();
    await widget.getByText('Refund request').last().waitFor();
  }
  if (masked) await widget.getByRole('button', { name: /^Aliases/ }).click();
  const target = whole ? page : widget;
  await target.screenshot({ path: `${folder}/${file}.png` });
  await page.close();
  console.log(`${folder}/${file}.png`);
}

mkdirSync(folder, { recursive: true });
await bundleScripts();
const server = await createServer({ logLevel: 'warn', server: { host: 'localhost', port: 5300 } });
await server.listen();
const browser = await chromium.launch({ executablePath: findBrowser(), args: [...browserArgs] });
try {
  const [demo] = server.resolvedUrls?.local ?? [];
  if (demo === undefined) throw new Error('The demo desktop has no address.');
  for (const shot of shots) await take(browser, demo, shot);
} finally {
  await browser.close();
  await server.close();
}
