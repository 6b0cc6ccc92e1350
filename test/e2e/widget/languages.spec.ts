import type { Page } from '@playwright/test';
import { demoCustomers } from '../../../demo/scenarios/customers.js';
import { inboundCall, openHostPage } from '../support/host-page.js';
import { pseudoLanguage, recordData, servePseudo, speak, textsShown, untranslated } from '../support/pseudo.js';
import { expect, test } from '../support/servers.js';
import { openState, states, type State } from '../support/states.js';

const journeyOf = (page: Page) => page.locator('wayline-journey');

/** Opens the visible entries, and those that then become visible. */
const openInView = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const { shadowRoot } = document.querySelector('wayline-journey')!.shadowRoot!.querySelector('wayline-timeline')!;
    const closed = () =>
      [...shadowRoot!.querySelectorAll('wayline-entry')].flatMap((entry) => [
        ...entry.shadowRoot!.querySelectorAll<HTMLElement>('.title[aria-expanded=false]'),
      ]);
    for (let titles = closed(); titles.length > 0; titles = closed()) {
      for (const title of titles) title.click();
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    }
  });

/** Scrolls down. Returns whether there was more. */
const scrollOn = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    const scroller = document.querySelector('wayline-journey')!.shadowRoot!.querySelector('.journey')!;
    const { scrollTop } = scroller;
    scroller.scrollBy(0, 1100);
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return scroller.scrollTop > scrollTop;
  });

test.describe('no word of the widget is outside the catalogues:', () => {
  const refusing = (status: number): State => ({
    before: ({ faults }) => faults.add({ route: 'workspace', status }),
    reach: (page) => page.locator('wayline-state .error').waitFor({ timeout: 20_000 }),
  });
  const more: Readonly<Record<string, State>> = {
    ...Object.fromEntries([400, 404, 409, 500].map((status) => [`an error ${status}`, refusing(status)])),
    'a service address that is refused': {
      host: { service: 'http://journeys.example' },
      reach: (page) => page.locator('wayline-state .error').waitFor(),
    },
  };

  for (const [name, state] of Object.entries(more)) {
    test(name, async ({ page, files, emulator }) => {
      const data = recordData(page, emulator.url, state.host?.interactionData ?? inboundCall('+14155550132'));
      await servePseudo(page);
      await openState(page, state, { files, emulator });
      await speak(page, pseudoLanguage);
      const texts = await textsShown(page);
      expect(texts.length).toBeGreaterThan(0);
      expect(untranslated(texts, await data())).toEqual([]);
    });
  }

  // Of the one with odd events, links and nested values are shown otherwise than they came; one is too long, and two
  // persons share a number, so that no journey is shown.
  const others = ['odd', 'long', 'shared-number'];
  const readable = demoCustomers.filter(({ key }) => !others.includes(key));
  for (const { key, address } of readable) {
    test(`the whole journey of ${key}, every entry opened`, async ({ page, files, emulator }) => {
      await page.setViewportSize({ width: 380, height: 1200 });
      const interactionData = inboundCall(address);
      const data = recordData(page, emulator.url, interactionData);
      await servePseudo(page);
      const attributes = `lang="${pseudoLanguage}"`;
      await openHostPage(page, { files, service: emulator.url, attributes, interactionData });
      await journeyOf(page).locator('wayline-entry, wayline-timeline .state').first().waitFor();
      // What is not there yet is not read: a journey that still comes in has its end too soon.
      await page.waitForFunction(() => {
        const { shadowRoot } = document.querySelector('wayline-journey')!;
        return shadowRoot!.querySelector('wayline-timeline')?.history?.status === 'ready';
      });
      const texts = [...(await textsShown(page))];
      do {
        await openInView(page);
        texts.push(...(await textsShown(page)));
      } while (await scrollOn(page));
      expect(untranslated(texts, await data())).toEqual([]);
    });
  }
});

test.describe('the language', () => {
  const options = ({ files, emulator }: { files: string; emulator: { url: string } }, lang: string) => ({
    files,
    service: emulator.url,
    attributes: `lang="${lang}"`,
  });

  test('is loaded from a file next to the script, and is set on the shown content', async ({
    page,
    files,
    emulator,
  }) => {
    await openHostPage(page, options({ files, emulator }, 'de_AT'));
    await expect(page.getByRole('button', { name: 'Aktualisieren' })).toBeVisible();
    await expect(page.getByText('Heute', { exact: true })).toBeVisible();
    const widget = journeyOf(page).locator('.widget');
    await expect(widget).toHaveAttribute('lang', 'de-AT');
    await expect(widget).toHaveAttribute('dir', 'ltr');
  });

  test('is the browser’s when the host names none', async ({ browser, files, emulator }) => {
    const page = await browser.newPage({ locale: 'fr-CA', permissions: ['local-network-access'] });
    await openHostPage(page, options({ files, emulator }, ''));
    await expect(page.getByRole('button', { name: 'Actualiser' })).toBeVisible();
    await expect(journeyOf(page).locator('.widget')).toHaveAttribute('lang', 'fr-CA');
    await page.close();
  });

  const broken: Readonly<Record<string, { status?: number; body?: string }>> = {
    'is missing': { status: 404 },
    'is no JSON': { body: '<!doctype html>' },
    'is a list': { body: '[]' },
  };
  for (const [what, answer] of Object.entries(broken)) {
    test(`is English throughout when its file ${what}, and the console names the file once`, async ({
      page,
      files,
      emulator,
    }) => {
      const warnings: string[] = [];
      let requests = 0;
      page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
      await page.route('**/languages/pl.json', (route) => {
        requests++;
        return route.fulfill(answer);
      });
      await openHostPage(page, options({ files, emulator }, 'pl-PL'));
      await expect(page.getByRole('button', { name: 'Refresh' })).toBeVisible();
      await expect(page.getByText('Today', { exact: true })).toBeVisible();
      await page.evaluate(() => document.body.append(document.querySelector('wayline-journey')!.cloneNode()));
      await expect(page.getByText('Waiting for sign-in')).toBeVisible();
      expect(requests).toBe(1);
      expect(warnings.filter((text) => text.includes('languages/pl.json'))).toHaveLength(1);
      expect(warnings.join()).not.toMatch(/4155550132|Anaïs/);
    });
  }

  test('shows no text before it is loaded, and delays no request', async ({ page, files, emulator }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/languages/de.json', async (route) => {
      await held;
      await route.continue();
    });
    await openHostPage(page, options({ files, emulator }, 'de'));
    await expect.poll(() => asked.some((path) => path.includes('/events'))).toBe(true);
    expect((await textsShown(page)).map(([, text]) => text.trim()).join('')).toBe('');
    release();
    await expect(page.getByRole('button', { name: 'Aktualisieren' })).toBeVisible();
  });

  test('is English after two seconds, until the other language is loaded', async ({ page, files, emulator }) => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/languages/de.json', async (route) => {
      await held;
      await route.continue();
    });
    await openHostPage(page, options({ files, emulator }, 'de'));
    await expect(page.getByRole('button', { name: 'Refresh' })).toBeVisible({ timeout: 10_000 });
    release();
    await expect(page.getByRole('button', { name: 'Aktualisieren' })).toBeVisible();
  });

  test('changes without losing open details, the reader’s place and the focus', async ({ page, files, emulator }) => {
    await openState(page, states['an entry opened']!, { files, emulator });
    const title = page.locator('wayline-entry .title[aria-expanded=true]').first();
    await title.focus();
    const scroller = journeyOf(page).locator('.journey');
    const before = await title.boundingBox();
    await speak(page, 'nl');
    await expect(page.getByText('Chat, doorverbonden').first()).toBeVisible();
    await expect(title).toBeFocused();
    await expect(page.locator('wayline-event').first()).toBeVisible();
    expect(await scroller.count()).toBe(1);
    expect(Math.abs((await title.boundingBox())!.y - before!.y)).toBeLessThan(40);
  });

  test('is used by the search, also when it changes during a search', async ({ page, files, emulator }) => {
    await openState(page, states['a known customer']!, { files, emulator });
    await page.getByRole('searchbox').fill('weitergeleitet');
    await expect(page.getByText(/^No match/).first()).toBeVisible();
    await speak(page, 'de');
    await expect(page.locator('wayline-entry').first()).toContainText('weitergeleitet');
  });

  test('can be a right-to-left language', async ({ page, files, emulator }) => {
    await servePseudo(page, 'ar');
    await openHostPage(page, options({ files, emulator }, 'ar'));
    await expect(journeyOf(page).locator('.widget')).toHaveAttribute('dir', 'rtl');
    await expect(journeyOf(page).locator('wayline-entry').first()).toHaveCSS('direction', 'rtl');
  });
});
