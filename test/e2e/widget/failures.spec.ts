import { mkdirSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import type { Fault, RouteName } from '../../../demo/emulator/faults.js';
import { demoProjectId, seedDemoWorld } from '../../../demo/scenarios/customers.js';
import type { JourneyErrorKind } from '../../../src/domain/base/journey-error.js';
import { en } from '../../support/english.js';
import { startEmulatorServer, type EmulatorServer } from '../../../demo/emulator/server.js';
import { createWorld } from '../../../demo/emulator/world.js';
import { openHostPage } from '../support/host-page.js';
import { expect, test as base } from '../support/servers.js';

/*
 * What the agent sees when one endpoint fails, for each known failure of the service. With the environment variable
 * SCREENSHOTS set, a picture of each state is written to `folder`.
 */

const folder = 'docs/screenshots/failures';

/** All tests share one page and one service: there are many tests, and none leaves anything behind. */
const test = base.extend<object, { readonly pane: Page; readonly service: EmulatorServer }>({
  pane: [
    async ({ browser }, use) => {
      const page = await browser.newPage({
        viewport: { width: 380, height: 640 },
        locale: 'en-GB',
        timezoneId: 'Pacific/Chatham',
        permissions: ['local-network-access'],
        reducedMotion: 'reduce',
      });
      await page.clock.install();
      await use(page);
      await page.close();
    },
    { scope: 'worker' },
  ],
  service: [
    // Playwright wants an object pattern here.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const world = createWorld();
      seedDemoWorld(world, world.now());
      const server = await startEmulatorServer({ world });
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
});

test.afterEach(async ({ pane, service }) => {
  service.faults.clear();
  await pane.unrouteAll();
});

interface Failure {
  readonly fault: Fault;
  readonly kind: JourneyErrorKind;
}

const failures = {
  'bad-request': { fault: { status: 400 }, kind: 'rejected' },
  'signed-out': { fault: { status: 401 }, kind: 'unauthorized' },
  forbidden: { fault: { status: 403 }, kind: 'forbidden' },
  'not-found': { fault: { status: 404 }, kind: 'not-found' },
  conflict: { fault: { status: 409 }, kind: 'conflict' },
  'too-many': { fault: { status: 429, retryAfter: 240 }, kind: 'rate-limited' },
  'server-error': { fault: { status: 500 }, kind: 'server' },
  'gateway-page': { fault: { status: 503, body: 'html' }, kind: 'server' },
  'no-answer': { fault: { network: true }, kind: 'network' },
  unreadable: { fault: { status: 200, body: 'html' }, kind: 'malformed' },
} as const satisfies Record<string, Failure>;

type FailureName = keyof typeof failures;

/** The expected words, and where they appear. */
interface State {
  readonly where: string;
  readonly words: readonly (string | RegExp)[];
}

type Part = 'name' | 'profile' | 'events' | 'live';

interface Endpoint {
  readonly route: RouteName;
  readonly attributes?: string;
  /** The state that most failures lead to, and those that differ. */
  readonly state: (kind: JourneyErrorKind) => State;
  readonly except?: Partial<Record<FailureName, State>>;
  /** The part that keeps its data. */
  readonly untouched: readonly Part[];
}

const knownProject = `project-id="${demoProjectId}"`;

const note = (where: string, heading: string, kind: JourneyErrorKind): State => {
  const { text, next } = en.errors[kind];
  const advice = kind === 'forbidden' && where === 'wayline-timeline' ? en.liveForbidden : next;
  return { where, words: [heading, text, heading === en.timeline.notLive ? advice : next] };
};

const noProfile: State = { where: 'wayline-profile', words: [en.profile.empty] };
const asBefore: State = { where: 'wayline-profile', words: ['Premium Fibre'] };
const badge = (words: string | RegExp): State => ({ where: 'wayline-connection', words: [words] });
const again = badge(/Reconnecting/);

const endpoints: Readonly<Record<string, Endpoint>> = {
  events: {
    route: 'events',
    state: (kind) => note('wayline-timeline', en.timeline.failed, kind),
    except: { 'not-found': { where: 'wayline-timeline', words: [en.timeline.emptyTitle] } },
    untouched: ['name', 'profile', 'live'],
  },
  'event-stream': {
    route: 'event-stream',
    state: (kind) => note('wayline-timeline', en.timeline.notLive, kind),
    except: {
      'not-found': again,
      'too-many': badge('Reconnecting in 4 min'),
      'server-error': again,
      'gateway-page': again,
      'no-answer': again,
      unreadable: again,
    },
    untouched: ['name', 'profile', 'events'],
  },
  person: {
    route: 'person',
    state: (kind) => note('wayline-identity', en.identity.failed, kind),
    except: { 'not-found': { where: 'wayline-header', words: [en.header.nobodyHolds.number] } },
    untouched: ['events', 'live'],
  },
  template: {
    route: 'template',
    state: (kind) => note('wayline-profile', en.profile.failed, kind),
    except: { 'not-found': noProfile },
    untouched: ['name', 'events', 'live'],
  },
  profile: {
    route: 'profile',
    state: (kind) => note('wayline-profile', en.profile.failed, kind),
    except: { 'not-found': noProfile },
    untouched: ['name', 'events', 'live'],
  },
  'profile-stream': {
    route: 'profile-stream',
    // It only brings updates earlier than a read does: the shown data stays, and is read again.
    state: () => asBefore,
    except: { 'signed-out': note('wayline-profile', en.profile.failed, 'unauthorized') },
    untouched: ['name', 'profile', 'events', 'live'],
  },
  workspace: {
    route: 'workspace',
    attributes: '',
    state: (kind) => ({
      where: 'wayline-state',
      words: [en.errors[kind].title, en.errors[kind].text, en.errors[kind].next],
    }),
    except: {
      'signed-out': { where: 'wayline-state', words: [en.errors['project-forbidden'].next] },
      forbidden: { where: 'wayline-state', words: [en.errors['project-forbidden'].next] },
      'not-found': { where: 'wayline-state', words: [en.errors['project-unknown'].next] },
    },
    untouched: [],
  },
};

const parts: Readonly<Record<Part, (page: Page) => Locator>> = {
  name: (page) => page.getByRole('heading', { name: 'Anaïs Moreau-O' }),
  profile: (page) => page.locator('wayline-profile').getByText('Premium Fibre'),
  events: (page) => page.locator('wayline-entry').first(),
  live: (page) => page.locator('wayline-connection').getByText('Live', { exact: true }),
};

async function expectPart(page: Page, part: Part): Promise<void> {
  await expect(parts[part](page)).toBeVisible({ timeout: 10_000 });
}

/** A refused token is a sign-in problem only if the host does not renew it in time. */
async function outlastTheHost(page: Page, where: string): Promise<void> {
  await expect(async () => {
    await page.clock.fastForward(2_000);
    await expect(page.locator(where).first()).toContainText(/sign-in/, { timeout: 200 });
  }).toPass();
}

/** Everything loads after the failure: automatically with a new token, else when the agent tries again. */
async function expectRecovery(page: Page, failure: FailureName): Promise<void> {
  if (failure === 'signed-out') {
    await page.evaluate(() => {
      Object.assign(document.querySelector('wayline-journey')!, { bearerToken: 'a-renewed-token' });
    });
  } else {
    await page.getByRole('button', { name: 'Try again' }).first().click();
  }
  for (const part of ['name', 'profile', 'events', 'live'] as const) await expectPart(page, part);
  await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(0);
}

for (const [endpoint, { route, attributes = knownProject, state, except, untouched }] of Object.entries(endpoints)) {
  for (const [name, { fault, kind }] of Object.entries(failures) as [FailureName, Failure][]) {
    test(`${endpoint}, ${name}: its own part reports the failure, and the others keep their data`, async ({
      pane: page,
      files,
      service: emulator,
    }) => {
      const { where, words } = except?.[name] ?? state(kind);
      emulator.faults.add({ ...fault, route });
      await openHostPage(page, { files, service: emulator.url, attributes });
      if (name === 'signed-out') await outlastTheHost(page, where);

      for (const word of words) await expect(page.locator(where).first()).toContainText(word, { timeout: 10_000 });
      for (const part of untouched) await expectPart(page, part);
      if (process.env.SCREENSHOTS) {
        mkdirSync(folder, { recursive: true });
        await page.screenshot({ path: `${folder}/${endpoint}-${name}.png` });
      }

      const button = page.getByRole('button', { name: /^Try again/ }).first();
      if (!(await button.isVisible())) return;
      await expect(button).toHaveText(
        name === 'too-many' && route !== 'workspace' ? 'Try again in 4 min' : 'Try again',
      );
      emulator.faults.clear();
      if (name !== 'too-many') await expectRecovery(page, name);
    });
  }
}
