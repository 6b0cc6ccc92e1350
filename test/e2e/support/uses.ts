import type { Page } from '@playwright/test';
import type { EmulatorServer } from '../../../demo/emulator/server.js';
import { focused, type Focused } from './interactive.js';
import { expect } from './servers.js';
import type { states } from './states.js';

const seen = (page: Page, words: string | RegExp) => expect(page.getByText(words).first()).toBeVisible();
const all = (page: Page) => expect(page.getByRole('button', { name: /^All 1\d\d/ })).toBeVisible();
const match = (page: Page) => expect(page.getByRole('button', { name: /^\d+ of 1\d\d match/ })).toBeVisible();
const on = async (page: Page, what: Partial<Focused>) => expect.poll(() => focused(page)).toMatchObject(what);

/** An action that the agent can do with the keyboard only. */
interface Use {
  readonly state?: keyof typeof states;
  /** The control, and the start of its text if there are several. */
  readonly kind: string;
  readonly words?: string;
  readonly keys: readonly string[];
  /** What happens in the service or the browser before the keys are pressed. */
  readonly before?: (emulator: EmulatorServer) => void;
  /** The expected request to the service. */
  readonly asks?: RegExp;
  /** The expected result. */
  readonly then?: (page: Page) => Promise<unknown>;
}

const serviceRecovers = ({ faults }: EmulatorServer) => faults.clear();

export const uses: Readonly<Record<string, Use>> = {
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
