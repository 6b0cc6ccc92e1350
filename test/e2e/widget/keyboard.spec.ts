import type { Page } from '@playwright/test';
import { inboundCall, openHostPage } from '../support/host-page.js';
import { focused, watchKeys, type Focused } from '../support/interactive.js';
import { setPane, themes, type Theme } from '../support/looks.js';
import { publish } from '../support/publish.js';
import { expect, test } from '../support/servers.js';
import { openState, states } from '../support/states.js';
import { uses } from '../support/uses.js';

test.use({ viewport: { width: 380, height: 600 } });

type Wanted = (now: Focused) => boolean;

const says =
  (words: string): Wanted =>
  (now) =>
    now.words.startsWith(words);

/** Presses a key until the wanted element has the focus. Returns all stops on the way. None of them may be covered. */
async function walk(page: Page, wanted: Wanted, key = 'Tab'): Promise<readonly Focused[]> {
  const passed: Focused[] = [];
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press(key);
    const now = await focused(page);
    passed.push(now);
    const what = `${now.kind} "${now.words}"`;
    expect([now.hidden, now.marked, now.large], `${what} is hidden, ringed, large`).toEqual([false, true, true]);
    if (wanted(now)) return passed;
  }
  throw new Error(`${key} leads only to ${passed.map(({ kind, words }) => `${kind} "${words}"`).join(', ')}`);
}

const on = async (page: Page, what: Partial<Focused>) => expect.poll(() => focused(page)).toMatchObject(what);

for (const [does, use] of Object.entries(uses)) {
  const { asks, before, keys, kind, state = 'a known customer', then, words = '' } = use;
  test(`by keys alone the agent ${does}`, async ({ page, files, emulator }) => {
    await openState(page, states[state]!, { files, emulator });
    await watchKeys(page);
    const here = await focused(page);
    const wanted: Wanted = (now) => now.kind === kind && now.words.startsWith(words);
    if (!wanted(here)) await walk(page, wanted);
    before?.(emulator);
    const request = asks === undefined ? undefined : page.waitForRequest(asks);
    for (const key of keys) await page.keyboard.press(key);
    await request;
    await then?.(page);
  });
}

test('the dialog of a merge holds the focus until it is closed', async ({ page, files, emulator }) => {
  await openState(page, states['two persons to be merged']!, { files, emulator });
  await watchKeys(page);
  for (const key of ['Tab', 'Shift+Tab']) {
    const passed = new Set<string>();
    for (let step = 0; step < 12; step++) {
      await page.keyboard.press(key);
      passed.add((await focused(page)).kind.split(' ')[0] ?? '');
    }
    passed.delete(''); // the browser's own controls
    expect([...passed]).toEqual(['wayline-merge']);
  }
});

test('Tab goes through the journey from top to bottom and back, and stops once at each', async ({
  page,
  files,
  emulator,
}) => {
  await openState(page, states['a known customer']!, { files, emulator });
  await watchKeys(page);
  const down = (await walk(page, says('Chat, transferred'))).map(({ words }) => words);
  expect(down[0]).toBe('Refresh');
  const back = (await walk(page, says('Refresh'), 'Shift+Tab')).map(({ words }) => words);
  for (const words of ['Filters and order', 'All 1', 'Viewed', 'CSAT', 'Aliases 4']) {
    for (const way of [down, back]) expect(way.filter((passed) => passed.startsWith(words)).length, words).toBe(1);
  }
  const search = down.findIndex((words) => words.startsWith('Search'));
  const entry = down.findIndex((words) => words.includes('Viewed'));
  expect(entry - search).toBe(4);
});

const views: readonly [theme: Theme, width: 240 | 320 | 980][] = [
  ['dark', 240],
  ['forced colours', 320],
  ['more contrast', 980],
];
for (const [theme, width] of views) {
  test(`every stop is visible, has a focus ring and is large enough: ${theme}, ${width} px`, async ({
    page,
    files,
    emulator,
  }) => {
    await page.emulateMedia(themes[theme]);
    for (const state of ['the panel of filters', 'an entry opened'] as const) {
      await page.setViewportSize({ width: 980, height: 700 });
      await openState(page, states[state]!, { files, emulator });
      await setPane(page, width);
      await page.evaluate(() => {
        (document.activeElement as HTMLElement | null)?.blur();
        getSelection()?.removeAllRanges();
      });
      await watchKeys(page);
      await page.locator('wayline-journey').getByRole('button', { name: 'Refresh' }).focus();
      await walk(
        page,
        ({ kind }) =>
          kind === (state === 'an entry opened' ? 'wayline-event button.fold' : 'wayline-entry button.title'),
      );
    }
  });
}

test('Page Down and Page Up go from entry to entry, and none is covered, skipped or announced twice', async ({
  page,
  files,
  emulator,
}) => {
  await openHostPage(page, { files, service: emulator.url, interactionData: inboundCall('+12125550164') });
  await expect(page.getByText('All 4,4')).toBeVisible({ timeout: 20_000 });
  await watchKeys(page);
  await page
    .locator('wayline-entry')
    .first()
    .evaluate((entry: HTMLElement) => entry.focus());
  const place = () =>
    page.evaluate(async () => {
      await new Promise(requestAnimationFrame);
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return [element?.role, element?.ariaPosInSet, element?.ariaSetSize].join(' ');
    });
  const size = Number((await place()).split(' ')[2]);
  for (let step = 1; step <= 200; step++) {
    expect(await place()).toBe(`article ${step} ${size}`);
    if (step % 50 === 0) expect((await focused(page)).hidden, `entry ${step} is covered`).toBe(false);
    await page.keyboard.press('PageDown');
  }
  for (let step = 201; step > 150; step--) {
    expect(await place()).toBe(`article ${step} ${size}`);
    await page.keyboard.press('PageUp');
  }
});

test('Ctrl with Home or End moves before the feed or to its end', async ({ page, files, emulator }) => {
  await openState(page, states['a known customer']!, { files, emulator });
  await watchKeys(page);
  await walk(page, ({ kind }) => kind === 'wayline-entry div.item');
  await page.keyboard.press('Control+Home');
  await on(page, { kind: 'wayline-filters button.chip' });
  await page.keyboard.press('Tab');
  await on(page, { kind: 'wayline-entry div.item' });
  await page.keyboard.press('Control+End');
  await on(page, { words: 'End of the timeline', hidden: false });
  await page.keyboard.press('PageUp');
  await on(page, { kind: 'wayline-entry div.item', hidden: false });
  const last = page.locator('wayline-entry').last();
  const [place, size] = await last.evaluate(({ position, setSize }: HTMLElementTagNameMap['wayline-entry']) => [
    position,
    setSize,
  ]);
  expect(place).toBe(size);
});

test('single keys open search, filters, the newest entry and the list of keys, and do nothing while the agent types', async ({
  page,
  files,
  emulator,
}) => {
  await openState(page, states['a known customer']!, { files, emulator });
  await watchKeys(page);
  const dialog = page.getByRole('dialog');
  await page.keyboard.press('?');
  await page.keyboard.press('/');
  await on(page, { kind: '' });
  await expect(dialog).toHaveCount(0);
  await walk(page, says('Refresh'));
  await page.keyboard.press('f');
  await on(page, { words: 'Newest first' });
  await page.keyboard.press('f');
  await on(page, { words: 'Filters and order' });
  await page.keyboard.press('n');
  await on(page, { kind: 'wayline-entry div.item' });
  await page.keyboard.press('/');
  await page.keyboard.type('f?n');
  await on(page, { kind: 'wayline-filters input' });
  await expect(page.getByRole('searchbox')).toHaveValue('f?n');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('?');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await on(page, { words: 'Filters and order' });
  await page.locator('wayline-journey').evaluate((widget) => widget.setAttribute('keyboard-shortcuts', 'false'));
  await page.keyboard.press('?');
  await page.keyboard.press('n');
  await on(page, { words: 'Filters and order' });
  await expect(dialog).toHaveCount(0);
});

test('"2 new events" can be reached and used by keyboard', async ({ page, files, emulator }) => {
  await openState(page, states['a known customer']!, { files, emulator });
  await watchKeys(page);
  await walk(page, ({ kind }) => kind === 'wayline-entry div.item');
  for (let step = 0; step < 8; step++) await page.keyboard.press('PageDown');
  for (const title of ['First parcel', 'Second parcel']) await publish(emulator.url, title);
  await expect(page.locator('wayline-journey [role=status]')).toContainText('new event');
  await page.keyboard.press('Control+Home');
  await walk(page, ({ kind }) => kind === 'wayline-timeline button');
  await page.keyboard.press('Enter');
  await on(page, { kind: 'wayline-entry div.item' });
  await expect(page.getByText('Second parcel')).toBeInViewport();
});
