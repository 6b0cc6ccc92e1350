import type { Page } from '@playwright/test';
import type { EmulatorServer } from '../../../demo/emulator/server.js';
import { inboundCall, openHostPage, type HostOptions } from './host-page.js';
import { addAlias, button, kwame, lookUp, rows, shared, startEditing } from './identity.js';

/** A state of the widget, and the steps to it. */
export interface State {
  /** Prepares the service before the page is opened. */
  readonly before?: (emulator: EmulatorServer, page: Page) => unknown;
  readonly host?: Partial<HostOptions>;
  /** The actions of the agent, and the expected result. */
  readonly reach: (page: Page, emulator: EmulatorServer) => Promise<unknown>;
}

const seen = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor();

const everything = async (page: Page): Promise<void> => {
  await Promise.all([seen(page, 'Premium Fibre'), seen(page, 'Live')]);
  await page.getByRole('button', { name: /^All 1\d\d/ }).waitFor();
  await page.locator('wayline-activity .bars').waitFor();
};

/** Opens a contact of many events, and the first of these. */
const openEntry = async (page: Page): Promise<void> => {
  await everything(page);
  const view = page.viewportSize();
  await page.setViewportSize({ width: 980, height: 760 }); // in a small view it is not drawn yet
  const entry = page.locator('wayline-entry', { hasText: 'Chat, transferred' }).first();
  await entry.locator('.title').click();
  await entry.locator('.event').first().click();
  await entry.locator('wayline-event').first().waitFor();
  if (view !== null) await page.setViewportSize(view);
};

const search = (query: string, words: RegExp) => async (page: Page) => {
  await everything(page);
  await page.getByRole('searchbox').fill(query);
  await seen(page, words);
};

const failing =
  (route: 'person' | 'profile' | 'events' | 'workspace', status = 500) =>
  ({ faults }: EmulatorServer) =>
    faults.add({ route, status });

/** The address of the contact belongs to two persons. */
const sharedAddress = (page: Page): Promise<unknown> =>
  page.route(/\/aliases\//, async (route) => {
    const response = await route.fetch();
    const answer = (await response.json()) as { data: object[] };
    const other = { ...answer.data[0], id: '507f1f77bcf86cd799439011', firstName: 'Tomasz', lastName: 'Nowak' };
    await route.fulfill({ response, json: { ...answer, data: [...answer.data, other] } });
  });

/** A lost connection leaves a gap only for a short time. So the test sets one that stays. */
const makeGap = async (page: Page): Promise<void> => {
  await everything(page);
  await page.locator('wayline-timeline').evaluate((timeline: HTMLElementTagNameMap['wayline-timeline']) => {
    const newest = timeline.view?.shown.at(-1)?.time ?? 0;
    timeline.gap = { from: newest - 3_600_000, to: newest - 60_000 };
    timeline.addEventListener('wayline-retry', () => (timeline.gap = undefined));
  });
  await page.locator('wayline-gap').waitFor();
};

const edit = async (page: Page): Promise<void> => {
  await everything(page);
  await startEditing(page);
  await button(page, /^Merge with/).waitFor();
};

const merge = async (page: Page): Promise<void> => {
  await edit(page);
  await button(page, /^Merge with/).click();
  await page.getByRole('dialog').waitFor();
};

export const states: Readonly<Record<string, State>> = {
  loading: {
    before: ({ faults }) => faults.add({ delay: 600_000 }),
    reach: (page) => page.locator('wayline-timeline .skeleton-bar').first().waitFor(),
  },
  'a known customer': { reach: everything },
  'a known customer, compact': { host: { attributes: 'condensed-view' }, reach: everything },
  'an entry opened': { reach: openEntry },
  'raw data opened': {
    reach: async (page) => {
      await openEntry(page);
      await page.locator('wayline-event .fold').first().click();
      await page.locator('pre').first().waitFor();
    },
  },
  'the panel of filters': {
    reach: async (page) => {
      await everything(page);
      await page.getByRole('button', { name: 'Filters and order' }).click();
      await page.locator('.panel').waitFor();
    },
  },
  'a search that finds': { reach: search('A-1009', /of 1\d\d match/) },
  'a search that finds nothing': { reach: search('no such thing', /^No match/) },
  'a notice shown': {
    reach: async (page) => {
      await everything(page);
      await page.locator('wayline-notices button').first().click();
      await page.locator('wayline-notices [aria-pressed=true]').waitFor();
    },
  },
  'the list of keys': {
    reach: async (page) => {
      await everything(page);
      await page.getByRole('button', { name: 'Refresh' }).focus();
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
  },
  'a stranger': {
    host: { attributes: 'enable-user-search', interactionData: inboundCall('+19995550199') },
    reach: (page) => seen(page, 'Look up another number or email'),
  },
  'several persons': { before: (_, page) => sharedAddress(page), reach: (page) => seen(page, 'Tomasz Nowak') },
  'one of several chosen': {
    host: { interactionData: inboundCall(shared) },
    reach: async (page) => {
      await button(page, 'Choose Zofia Nowak').click();
      await Promise.all([seen(page, 'Choose again'), page.locator('wayline-entry').first().waitFor()]);
    },
  },
  'a look-up that finds nobody': {
    host: { attributes: 'enable-user-search' },
    reach: async (page) => {
      await everything(page);
      await lookUp(page, kwame);
      await seen(page, 'Abandoned');
      await lookUp(page, '+19995550199');
      await seen(page, 'No customer found for this number');
    },
  },
  'a customer being edited': { reach: edit },
  'an alias removed': {
    // So the time to undo never ends.
    before: (_, page) => page.clock.setFixedTime(new Date()),
    reach: async (page) => {
      await edit(page);
      await button(page, 'Remove amo@example.org').click();
      await button(page, 'Undo removing amo@example.org').waitFor();
    },
  },
  'an alias that is doubted to go': {
    reach: async (page) => {
      await edit(page);
      await rows(page).first().getByRole('button', { name: 'Remove' }).click();
      await button(page, 'Keep').waitFor();
    },
  },
  'an alias of somebody else': {
    reach: async (page) => {
      await edit(page);
      await addAlias(page, 'email', 'soren.dahlgaard@example.com');
      await seen(page, 'This alias belongs to another person.');
    },
  },
  'a merge begun': { reach: merge },
  'two persons to be merged': {
    reach: async (page) => {
      await merge(page);
      await page.keyboard.type('soren.dahlgaard@example.com');
      await page.keyboard.press('Enter');
      await page.locator('wayline-merge .card').first().waitFor();
    },
  },
  'an anonymous caller': {
    host: { attributes: 'enable-user-search', interactionData: inboundCall('anonymous') },
    reach: (page) => seen(page, 'Anonymous caller'),
  },
  'a masked address': {
    host: { interactionData: inboundCall('+1415*****32') },
    reach: (page) => seen(page, 'The address is masked'),
  },
  'a masked address, with a look-up': {
    host: { attributes: 'enable-user-search', interactionData: inboundCall('+1415*****32') },
    reach: (page) => seen(page, 'The address is masked'),
  },
  'no task': { host: { interactionData: null }, reach: (page) => seen(page, 'No contact selected') },
  'signing in': { host: { token: '' }, reach: (page) => seen(page, 'Waiting for sign-in') },
  'a customer that cannot be looked up': {
    before: failing('person'),
    reach: (page) => seen(page, 'The customer could not be looked up'),
  },
  'a profile that fails': {
    before: failing('profile'),
    reach: (page) => seen(page, 'The profile could not be loaded'),
  },
  'a history that fails': { before: failing('events'), reach: (page) => seen(page, 'Events could not be loaded') },
  'a project that may not be chosen': {
    before: failing('workspace', 403),
    reach: (page) => seen(page, 'No journey project found'),
  },
  polling: {
    before: ({ faults }) => {
      for (const route of ['event-stream', 'profile-stream'] as const) faults.add({ route, status: 403 });
    },
    reach: (page) => seen(page, 'Live events are not available'),
  },
  'a gap': { reach: makeGap },
};

/** Opens a page in this state. */
export async function openState(
  page: Page,
  { before, host, reach }: State,
  { files, emulator }: { readonly files: string; readonly emulator: EmulatorServer },
): Promise<void> {
  await before?.(emulator, page);
  await openHostPage(page, { files, service: emulator.url, ...host });
  await reach(page, emulator);
}
