import type { Page } from '@playwright/test';
import type { EmulatorServer } from '../../../demo/emulator/server.js';
import { inboundCall, openHostPage } from '../support/host-page.js';
import { focused, kindsOfControls, watchKeys, type Focused } from '../support/interactive.js';
import { setPane, themes, type Theme } from '../support/looks.js';
import { publish } from '../support/publish.js';
import { expect, test } from '../support/servers.js';
import { openState, states } from '../support/states.js';

test.use({ viewport: { width: 380, height: 600 } });

type Wanted = (now: Focused) => boolean;

const says =
  (words: string): Wanted =>
  (now) =>
    now.words.startsWith(words);

/** Presses a key until the focus is where it is wanted; answers with all it came by, none of which may be covered. */
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

const seen = (page: Page, words: string | RegExp) => expect(page.getByText(words).first()).toBeVisible();
const all = (page: Page) => expect(page.getByRole('button', { name: /^All 1\d\d/ })).toBeVisible();
const match = (page: Page) => expect(page.getByRole('button', { name: /^\d+ of 1\d\d match/ })).toBeVisible();
const on = async (page: Page, what: Partial<Focused>) => expect.poll(() => focused(page)).toMatchObject(what);

/** Something the agent can do, by keys alone. */
interface Use {
  readonly state?: keyof typeof states;
  /** Which control does it, and what it says at first, where there are several. */
  readonly kind: string;
  readonly words?: string;
  readonly keys: readonly string[];
  /** What happens in the world before the keys are pressed. */
  readonly before?: (emulator: EmulatorServer) => void;
  /** What must be asked of the service. */
  readonly asks?: RegExp;
  /** What must come of it. */
  readonly then?: (page: Page) => Promise<unknown>;
}

const serviceRecovers = ({ faults }: EmulatorServer) => faults.clear();

const uses: Readonly<Record<string, Use>> = {
  'reads everything anew': {
    kind: 'wayline-header button.icon-button',
    keys: ['Enter'],
    asks: /events/,
  },
  'shows what a notice speaks of': {
    kind: 'wayline-notices button',
    keys: ['Space'],
    then: (page) => expect(page.locator('wayline-notices [aria-pressed=true]')).toBeVisible(),
  },
  'unfolds the profile': {
    kind: 'wayline-profile button.fold',
    keys: ['Enter'],
    then: (page) => seen(page, 'Show fewer'),
  },
  'unfolds the aliases': {
    kind: 'wayline-identity button.fold',
    keys: ['Space'],
    then: (page) => seen(page, 'amo@example.org'),
  },
  'chooses a stretch of time': {
    kind: 'wayline-activity div.thumb',
    words: 'From',
    keys: ['ArrowRight', 'PageUp', 'ArrowRight'],
    then: match,
  },
  'takes the stretch back': {
    kind: 'wayline-activity div.thumb',
    words: 'To',
    keys: ['PageDown', 'Escape'],
    then: all,
  },
  searches: {
    kind: 'wayline-filters input',
    keys: [...'A-1009'],
    then: (page) => expect(page.locator('wayline-entry mark').first()).toBeVisible(),
  },
  'clears the search': {
    state: 'a search that finds nothing',
    kind: 'wayline-filters button.clear',
    keys: ['Enter'],
    then: async (page) => Promise.all([all(page), on(page, { kind: 'wayline-filters input' })]),
  },
  'clears the search with Escape': {
    state: 'a search that finds',
    kind: 'wayline-filters input',
    keys: ['Escape'],
    then: all,
  },
  'chooses a time frame': { kind: 'wayline-filters select', keys: ['ArrowDown'], then: match },
  'opens the panel of filters': {
    kind: 'wayline-filters button.icon-button',
    keys: ['Enter'],
    then: (page) => expect(page.locator('.panel')).toBeVisible(),
  },
  'chooses a channel': {
    kind: 'wayline-filters button.chip',
    words: 'All',
    keys: ['ArrowRight', 'Space'],
    then: (page) => on(page, { kind: 'wayline-filters button.chip' }).then(() => match(page)),
  },
  'turns the order round': {
    state: 'the panel of filters',
    kind: 'wayline-filters button.chip',
    words: 'Newest first',
    keys: ['ArrowRight', 'Enter'],
    then: (page) => expect(page.getByRole('button', { name: 'Oldest first', pressed: true })).toBeVisible(),
  },
  'chooses in the panel, and closes it': {
    state: 'the panel of filters',
    kind: 'wayline-filters button.chip',
    words: 'Inbound',
    keys: ['Space', 'Escape'],
    then: (page) => on(page, { kind: 'wayline-filters button.icon-button' }).then(() => match(page)),
  },
  'takes a filter back': {
    kind: 'wayline-filters select',
    keys: ['ArrowDown', 'Tab', 'Tab', 'End', 'Enter'],
    then: async (page) => Promise.all([all(page), on(page, { kind: 'wayline-filters button.chip' })]),
  },
  'opens the list of keys, and returns from it': {
    state: 'the panel of filters',
    kind: 'wayline-filters button.keys',
    keys: ['Enter', 'Escape'],
    then: (page) => on(page, { kind: 'wayline-filters button.keys' }),
  },
  'closes the list of keys': {
    state: 'the list of keys',
    kind: 'wayline-help button.icon-button',
    keys: ['Enter'],
    then: (page) => on(page, { kind: 'wayline-header button.icon-button' }),
  },
  'goes from entry to entry': {
    kind: 'wayline-entry div.item',
    keys: ['PageDown', 'PageDown', 'PageUp'],
    then: (page) => on(page, { kind: 'wayline-entry div.item' }),
  },
  'opens an entry': {
    kind: 'wayline-entry button.title',
    words: 'Chat, transferred',
    keys: ['Enter'],
    then: (page) => seen(page, 'Task ID'),
  },
  'opens an event of an entry': {
    state: 'an entry opened',
    kind: 'wayline-entry button.event',
    keys: ['Space'],
    then: (page) => expect(page.locator('wayline-event')).toHaveCount(0),
  },
  'copies a value': {
    state: 'an entry opened',
    kind: 'wayline-details button.copy',
    keys: ['Enter'],
    then: (page) => expect(page.locator('wayline-journey [role=status] p').first()).toBeAttached(),
  },
  'shows raw data': {
    state: 'an entry opened',
    kind: 'wayline-event button.fold',
    keys: ['Enter'],
    then: (page) => expect(page.locator('pre')).toContainText('"specversion"'),
  },
  'scrolls raw data': {
    state: 'raw data opened',
    kind: 'wayline-event pre',
    keys: ['End'],
    then: (page) => expect.poll(() => page.locator('pre').evaluate((pre) => pre.scrollTop)).toBeGreaterThan(0),
  },
  'decides who of several persons it is': {
    state: 'several persons',
    kind: 'wayline-persons button.button',
    words: 'Choose Tomasz Nowak',
    keys: ['Enter'],
    then: (page) => expect(page.getByRole('heading', { level: 2 })).toContainText('Tomasz Nowak'),
  },
  'chooses again': {
    state: 'one of several chosen',
    kind: 'wayline-persons button.link-button',
    keys: ['Enter'],
    then: (page) => expect(page.getByRole('heading', { level: 2 })).toHaveText('Who is it?'),
  },
  'opens the look-up': {
    state: 'a stranger',
    kind: 'wayline-header button.look-up',
    keys: ['Enter'],
    then: (page) => on(page, { kind: 'wayline-look-up input' }),
  },
  'opens the look-up where nobody is shown': {
    state: 'an anonymous caller',
    kind: 'wayline-state button.look-up',
    keys: ['Space'],
    then: (page) => on(page, { kind: 'wayline-look-up input' }),
  },
  'opens the look-up where nothing is stored': {
    state: 'a stranger',
    kind: 'wayline-timeline button.look-up',
    keys: ['Enter'],
    then: (page) => on(page, { kind: 'wayline-look-up input' }),
  },
  'looks up a customer': {
    state: 'a look-up that finds nobody',
    kind: 'wayline-look-up input',
    keys: ['Control+a', ...'C-884120', 'Enter'],
    then: (page) => on(page, { kind: 'wayline-look-up button.back' }).then(() => seen(page, 'Premium Fibre')),
  },
  'looks up once more': {
    state: 'a look-up that finds nobody',
    kind: 'wayline-look-up button.button',
    keys: ['Enter'],
    asks: /aliases/,
  },
  'looks up somebody of before': {
    state: 'a look-up that finds nobody',
    kind: 'wayline-look-up button.recent',
    words: 'Kwame',
    keys: ['Enter'],
    then: (page) => on(page, { kind: 'wayline-look-up button.back' }).then(() => seen(page, 'Abandoned')),
  },
  'forgets whom they looked up': {
    state: 'a look-up that finds nobody',
    kind: 'wayline-look-up button.forget',
    keys: ['Enter'],
    then: (page) => on(page, { kind: 'wayline-look-up input' }),
  },
  'closes the look-up': {
    state: 'a look-up that finds nobody',
    kind: 'wayline-look-up button.close',
    keys: ['Enter'],
    then: (page) => on(page, { kind: 'wayline-look-up button.back' }),
  },
  'closes the look-up with Escape': {
    state: 'a look-up that finds nobody',
    kind: 'wayline-look-up input',
    keys: ['Escape'],
    then: (page) => on(page, { kind: 'wayline-look-up button.back' }),
  },
  'goes back to the contact': {
    state: 'a look-up that finds nobody',
    kind: 'wayline-look-up button.back',
    keys: ['Enter'],
    then: (page) => on(page, { kind: 'wayline-header button.look-up' }).then(() => seen(page, 'Premium Fibre')),
  },
  'begins to edit': {
    kind: 'wayline-identity button.edit',
    keys: ['Enter'],
    then: (page) => on(page, { words: 'Done' }).then(() => seen(page, 'Add alias')),
  },
  'ends editing': {
    state: 'a customer being edited',
    kind: 'wayline-identity button.edit',
    keys: ['Enter'],
    then: (page) => on(page, { words: 'Edit aliases and name' }),
  },
  'gives another name': {
    state: 'a customer being edited',
    kind: 'wayline-rename input',
    words: 'Last name',
    keys: ['Control+a', ...'Doe', 'Enter'],
    then: async (page) => {
      await expect(page.getByRole('heading', { level: 2 })).toHaveText('Anaïs Doe');
      await on(page, { kind: 'wayline-rename input' });
    },
  },
  'saves a name': {
    state: 'a customer being edited',
    kind: 'wayline-rename button.button',
    keys: ['Enter'],
    then: (page) => seen(page, 'This is already the name.'),
  },
  'adds an alias of another kind': {
    state: 'a customer being edited',
    kind: 'wayline-add-alias select',
    keys: ['ArrowDown', 'Tab', ...'a@example.net', 'Enter'],
    then: (page) => on(page, { kind: 'wayline-add-alias input' }).then(() => seen(page, 'a@example.net was added.')),
  },
  'adds an alias': {
    state: 'a customer being edited',
    kind: 'wayline-add-alias input',
    keys: [...'+442079460958', 'Tab', 'Space'],
    then: (page) => on(page, { kind: 'wayline-add-alias button.button' }).then(() => seen(page, '+442079460958 was')),
  },
  'is led back to what cannot be added': {
    state: 'a customer being edited',
    kind: 'wayline-add-alias button.button',
    keys: ['Enter'],
    then: (page) => on(page, { kind: 'wayline-add-alias input' }),
  },
  'removes an alias': {
    state: 'a customer being edited',
    kind: 'wayline-identity button.remove',
    words: 'Remove amo@example.org',
    keys: ['Enter'],
    then: (page) => on(page, { kind: 'wayline-identity button.undo', words: 'Undo removing amo@example.org' }),
  },
  'puts an alias back': {
    state: 'an alias removed',
    kind: 'wayline-identity button.undo',
    keys: ['Space'],
    then: (page) => on(page, { kind: 'wayline-identity button.remove', words: 'Remove amo@example.org' }),
  },
  'keeps the address of the contact': {
    state: 'an alias that is doubted to go',
    kind: 'wayline-identity button.button',
    words: 'Keep',
    keys: ['Escape'],
    then: (page) => on(page, { kind: 'wayline-identity button.remove', words: 'Remove +14155550132' }),
  },
  'removes the address of the contact': {
    state: 'an alias that is doubted to go',
    kind: 'wayline-identity button.button',
    words: 'Keep',
    keys: ['Shift+Tab', 'Enter'],
    then: (page) => on(page, { kind: 'wayline-identity button.undo', words: 'Undo removing +14155550132' }),
  },
  'opens the dialog of a merge': {
    state: 'a customer being edited',
    kind: 'wayline-identity button.button',
    words: 'Merge',
    keys: ['Enter'],
    then: (page) => on(page, { kind: 'wayline-merge input' }),
  },
  'is led from an alias of somebody else to a merge': {
    state: 'an alias of somebody else',
    kind: 'wayline-add-alias button.button',
    words: 'Merge',
    keys: ['Enter'],
    then: (page) => expect(page.getByRole('dialog')).toContainText('Søren Dahlgaard'),
  },
  'leaves a merge with Escape': {
    state: 'a merge begun',
    kind: 'wayline-merge input',
    keys: ['Escape'],
    then: (page) => on(page, { kind: 'wayline-identity button.button', words: 'Merge with another person…' }),
  },
  'closes a merge': {
    state: 'two persons to be merged',
    kind: 'wayline-merge button.icon-button',
    keys: ['Enter'],
    then: (page) => on(page, { kind: 'wayline-identity button.button', words: 'Merge with another person…' }),
  },
  'goes back within a merge': {
    state: 'two persons to be merged',
    kind: 'wayline-merge button.button',
    words: 'Back',
    keys: ['Enter'],
    then: (page) => on(page, { kind: 'wayline-merge input' }),
  },
  'makes two persons one': {
    state: 'two persons to be merged',
    kind: 'wayline-merge input',
    keys: ['Space', 'Tab', 'Tab', 'Enter'],
    then: async (page) => {
      await expect(page.locator('wayline-identity .alias')).toHaveCount(5);
      await on(page, { kind: 'wayline-identity button.button', words: 'Merge with another person…' });
    },
  },
  'loads what failed': {
    state: 'a profile that fails',
    kind: 'wayline-note button.button',
    before: serviceRecovers,
    keys: ['Enter'],
    then: (page) => seen(page, 'Premium Fibre'),
  },
  'copies a tracking id': {
    state: 'a profile that fails',
    kind: 'wayline-note button.link-button',
    keys: ['Enter'],
    then: (page) => on(page, { kind: 'wayline-note button.link-button' }),
  },
  'begins anew': {
    state: 'a project that may not be chosen',
    kind: 'wayline-state button.button',
    before: serviceRecovers,
    keys: ['Enter'],
    then: (page) => seen(page, 'Premium Fibre'),
  },
  'scrolls words that stand alone': {
    state: 'a masked address',
    kind: 'wayline-journey div.journey',
    keys: [],
    then: async (page) => {
      await page.setViewportSize({ width: 280, height: 160 });
      await page.keyboard.press('End');
      await expect.poll(() => page.locator('.journey').evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0);
    },
  },
  'loads what a gap left out': {
    state: 'a gap',
    kind: 'wayline-gap button.button',
    keys: ['Enter'],
    then: (page) => expect(page.locator('wayline-gap')).toHaveCount(0),
  },
};

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

test('there is nothing to press that no test above uses', async ({ page, files, emulator }) => {
  const used = new Set(Object.values(uses).map(({ kind }) => kind));
  const found = new Set<string>();
  for (const state of Object.values(states)) {
    emulator.faults.clear();
    await page.unrouteAll();
    await openState(page, state, { files, emulator });
    await watchKeys(page);
    for (const kind of await kindsOfControls(page)) found.add(kind);
  }
  expect([...found].filter((kind) => !used.has(kind))).toEqual([]);
  expect([...used].filter((kind) => !found.has(kind))).toEqual([]);
});

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
  test(`every stop is seen, ringed and large enough: ${theme}, ${width} px`, async ({ page, files, emulator }) => {
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

test('Page Down and Page Up go from entry to entry, and none is covered, skipped or told twice', async ({
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

test('Ctrl with Home or End leaves the feed, to before it and to its end', async ({ page, files, emulator }) => {
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

test('single keys go to search, filters, the newest entry and the list of keys, and nowhere while one types', async ({
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

test('"2 new events" is reached and used by keys', async ({ page, files, emulator }) => {
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
