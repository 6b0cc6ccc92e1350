import type { Page } from '@playwright/test';
import type { CloudEvent, Template } from '../../../demo/emulator/cloud-event';
import type { Fault } from '../../../demo/emulator/faults.js';
import { startEmulatorServer, type EmulatorServer } from '../../../demo/emulator/server.js';
import { createWorld, type World } from '../../../demo/emulator/world.js';
import { inboundCall, openHostPage } from '../support/host-page.js';
import { openStreams } from '../support/open-streams.js';
import { expect, test } from '../support/servers.js';

/*
 * Quick switches between customers during many failures. All data of a customer contains its canary text. A watcher in
 * the page checks each frame for the canary of another customer. CHAOS_STEPS sets the number of steps,
 * CHAOS_SEED repeats a run.
 */

const steps = Number(process.env.CHAOS_STEPS ?? 50);
const seed = Number(process.env.CHAOS_SEED ?? Math.floor(Math.random() * 2 ** 32));

const projectId = '65f0c0ffee0123456789c4a0';
const template: Template = {
  id: '65f0c0ffee000000000c4a00',
  name: 'journey-default-template',
  attributes: [
    {
      displayName: 'Plan',
      version: '0.1',
      event: 'plan:set',
      metaDataType: 'string',
      metaData: 'plan',
      limit: 1,
      lookBackDurationType: 'days',
      lookBackPeriod: 365,
      aggregationMode: 'Value',
      verbose: false,
    },
  ],
};

interface Customer {
  /** Texts that belong only to this customer. */
  readonly canaries: readonly [string, ...string[]];
  readonly phone: string;
  readonly email: string;
}

const customers: readonly Customer[] = Array.from({ length: 8 }, (_, index) => {
  const canary = `canary${index}x`;
  const phone = `+1555010${String(index)}777`;
  return { canaries: [canary, phone.slice(1)], phone, email: `${canary}@example.com` };
});

/** The same numbers (0 to 1) for the same seed: mulberry32. */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

let published = 0;

function eventOf({ canaries: [canary], phone, email }: Customer, minutesAgo: number, type: string): CloudEvent {
  const id = `${canary}-${published++}`;
  return {
    specversion: '1.0',
    id,
    source: `https://${canary}.example.com`,
    type,
    time: new Date(Date.now() - minutesAgo * 60_000).toISOString(),
    identity: published % 2 ? phone : email,
    identitytype: published % 2 ? 'phone' : 'email',
    datacontenttype: 'application/json',
    data: type.startsWith('task:')
      ? { taskId: `task-${canary}`, queueName: canary, channelType: 'telephony', origin: phone }
      : { plan: canary, note: { text: canary }, uiData: { title: `${canary} title`, subTitle: canary } },
  };
}

function seedChaos(world: World): void {
  const { persons, templates } = world.addProject({ id: projectId, name: 'Chaos', subscriptionIds: ['one'] });
  templates.set(template.id, template);
  for (const customer of customers) {
    const { phone, email, canaries } = customer;
    persons.create({
      firstName: canaries[0],
      lastName: `${canaries[0]} surname`,
      aliases: [
        { type: 'phone', value: phone },
        { type: 'email', value: email },
      ],
    });
    world.publish(projectId, eventOf(customer, 60 * 24, 'plan:set'));
    for (const [index, type] of ['task:new', 'task:connected', 'task:ended'].entries()) {
      world.publish(projectId, eventOf(customer, 500 - index, type));
    }
    for (let index = 0; index < 12; index++) world.publish(projectId, eventOf(customer, 300 - index, 'page:seen'));
  }
}

interface Watcher {
  /** Selects a customer's task. The watcher's expectation changes at the same time. */
  select(index: number): void;
  /** Element, place and text of all data of other customers that was seen. */
  readonly seen: readonly string[];
  readonly frames: number;
  /** How often the customer's own canary was seen: a watcher that sees nothing proves nothing. */
  readonly own: number;
}

/** Checks every frame, before and after it is painted, in all shadow trees. */
const watch = (page: Page) =>
  page.evaluate(
    ({ canaries, tasks }) => {
      const root = document.querySelector('wayline-journey')!;
      const seen = new Set<string>();
      const watcher = { frames: 0, own: 0, seen: [] as string[], select };
      let current = 0;

      function select(index: number): void {
        current = index;
        Object.assign(root, { interactionData: tasks[index] });
      }

      const check = (where: string, text: string | null): void => {
        if (!text) return;
        const plain = text.replace(/[\s().-]/g, '');
        for (const [index, words] of canaries.entries()) {
          if (!words.some((word) => plain.includes(word))) continue;
          if (index === current) watcher.own++;
          else seen.add(`${where} shows ${index} while ${current} is selected: ${text.trim().slice(0, 80)}`);
        }
      };

      const look = (node: Node, path: string): void => {
        if (node instanceof Text) check(`${path} text`, node.data);
        if (!(node instanceof Element || node instanceof ShadowRoot)) return;
        if (node instanceof Element) {
          if (node.localName === 'style') return;
          for (const { name, value } of node.attributes) check(`${path} ${name}`, value);
          check(`${path} description`, `${node.ariaLabel ?? ''} ${node.ariaDescription ?? ''}`);
          if (node.shadowRoot) look(node.shadowRoot, `${path}#`);
        }
        for (const child of node.childNodes)
          look(child, child instanceof Element ? `${path}>${child.localName}` : path);
      };

      const lookAtAll = (): void => {
        look(root, 'wayline-journey');
        check('document title', document.title);
        watcher.seen = [...seen];
      };

      const painted = new MessageChannel();
      painted.port1.onmessage = lookAtAll;
      const frame = (): void => {
        watcher.frames++;
        lookAtAll();
        painted.port2.postMessage(undefined);
        requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
      Object.assign(globalThis, { watcher });
    },
    {
      canaries: customers.map(({ canaries }) => canaries),
      tasks: customers.map(({ phone }, index) => inboundCall(phone, `task-canary${index}x`)),
    },
  );

const readWatcher = (page: Page): Promise<Omit<Watcher, 'select'>> =>
  page.evaluate(() => {
    const { seen, frames, own } = (globalThis as unknown as { watcher: Watcher }).watcher;
    return { seen, frames, own };
  });

const select = (page: Page, index: number): Promise<void> =>
  page.evaluate((to) => (globalThis as unknown as { watcher: Watcher }).watcher.select(to), index);

/** Lets the page draw this number of frames. */
const frames = (page: Page, count: number): Promise<void> =>
  page.evaluate(async (left) => {
    for (; left > 0; left--) await new Promise(requestAnimationFrame);
  }, count);

const troubles: readonly Fault[] = [
  { delay: [0, 300] },
  { delay: [0, 50] },
  { route: 'person', delay: [100, 600] },
  { route: 'events', delay: [100, 600] },
  { route: 'event-stream', delay: [0, 400] },
  { route: 'event-stream', stream: 'drop' },
  { route: 'profile-stream', stream: 'drop' },
  { route: 'event-stream', stream: 'end' },
  { stream: 'duplicate' },
  { stream: 'reorder' },
  { stream: 'malformed' },
  { status: 401, count: 2 },
  { status: 429, retryAfter: 1, count: 3 },
  { status: 500, count: 4 },
  { route: 'profile', status: 403 },
  { route: 'event-stream', status: 403 },
  { network: true, count: 3 },
  { token: 'expired' },
];

/** Deals the cards of a shuffled deck, and shuffles it again when all are dealt: each card appears in every run. */
function createDeck<T>(cards: readonly T[], random: () => number): () => T {
  let left: readonly T[] = [];
  return () => {
    if (left.length === 0) {
      left = cards
        .map((card) => [random(), card] as const)
        .sort(([one], [other]) => one - other)
        .map(([, card]) => card);
    }
    const [next, ...rest] = left;
    left = rest;
    return next as T;
  };
}

/** The events of a step. The kinds of failure have chances of about 35, 15, 10 and 40 percent. */
type Happening = Fault | 'recovery' | 'renewal' | 'nothing';
const happenings: readonly Happening[] = [
  ...troubles,
  ...Array<Happening>(8).fill('recovery'),
  ...Array<Happening>(5).fill('renewal'),
  ...Array<Happening>(19).fill('nothing'),
];

interface Chance {
  readonly random: () => number;
  readonly next: () => Happening;
}

async function step(page: Page, { world, faults }: EmulatorServer, { random, next }: Chance, turn: number) {
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const happening = next();
  if (typeof happening === 'object') faults.add(happening);
  else if (happening === 'recovery') faults.clear();
  else if (happening === 'renewal') {
    await page.evaluate((bearerToken) => {
      Object.assign(document.querySelector('wayline-journey')!, { bearerToken });
    }, `token-${turn}`);
  }
  for (let left = Math.floor(random() * 4); left > 0; left--) {
    world.publish(projectId, eventOf(any(customers), random() * 400, 'page:seen'));
  }
  await select(page, Math.floor(random() * customers.length));
  await frames(page, Math.floor(random() < 0.8 ? random() * 4 : random() * 30));
}

test('the widget shows no data of another customer in any frame, for any failure', async ({ page, files }) => {
  test.setTimeout(30_000 + steps * 1000);
  console.log(`CHAOS_SEED=${seed} CHAOS_STEPS=${steps}`);
  const random = randomFrom(seed);
  const chance = { random, next: createDeck(happenings, random) };
  const world = createWorld();
  seedChaos(world);
  const service = await startEmulatorServer({ world });
  try {
    await openHostPage(page, {
      files,
      service: service.url,
      attributes: `project-id="${projectId}"`,
      interactionData: null,
    });
    await watch(page);
    for (let turn = 0; turn < steps; turn++) await step(page, service, chance, turn);

    expect((await readWatcher(page)).seen).toEqual([]);

    service.faults.clear();
    const last = Math.floor(random() * customers.length);
    const { canaries, phone, email } = customers[last]!;
    await select(page, (last + 1) % customers.length);
    await select(page, last);
    await page.evaluate(() => {
      Object.assign(document.querySelector('wayline-journey')!, { bearerToken: 'the-last-token' });
    });
    const streamsOf = async () =>
      (await openStreams(service.url)).map(
        ({ kind, identity }) => `${kind} of ${[phone, email].includes(identity) ? 'the last customer' : identity}`,
      );
    const expected = ['event-stream of the last customer', 'profile-stream of the last customer'];
    await expect.poll(async () => (await streamsOf()).sort(), { timeout: 15_000 }).toEqual(expected);
    await expect(page.getByRole('heading', { level: 2 })).toContainText(`${canaries[0]} surname`);
    await expect(page.locator('wayline-profile dd')).toHaveText(canaries[0]);
    await expect(page.getByText(`${canaries[0]} title`).first()).toBeVisible();
    await expect(page.getByText('Live', { exact: true })).toBeVisible();

    const watched = await readWatcher(page);
    console.log(`${steps} switches, ${watched.frames} frames, own canary seen ${watched.own} times`);
    expect(watched.seen).toEqual([]);
    expect(watched.frames).toBeGreaterThan(steps);
    expect(watched.own).toBeGreaterThan(watched.frames);
  } finally {
    await service.close();
  }
});
