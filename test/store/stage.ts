import { addressKey, customerKey } from '../../src/domain/address/customer-key.js';
import type { JourneyEvent } from '../../src/domain/event/event.js';
import { createHttp } from '../../src/sources/http/http.js';
import { createPermissionMemory } from '../../src/sources/http/permission-memory.js';
import { createSignIn } from '../../src/sources/http/sign-in.js';
import { createInteractionRecords } from '../../src/sources/wxcc-search/interaction-records.js';
import { createJourneyStore } from '../../src/store/journey-store.js';
import { createVirtualClock } from '../support/virtual-clock.js';
import { createSimulatedService, project, workOf, type Habits } from './simulated-service.js';
import { createWholeCjds } from '../support/cjds.js';
import { createPersonEdits } from '../../src/sources/cjds/edits/person-edits.js';

export const customers = ['+14155550001', '+14155550002', '+14155550003'] as const;
export type Customer = (typeof customers)[number];

const start = Date.parse('2026-11-20T12:00:00Z');
const minute = 60_000;

const demand = (holds: boolean, what: () => string): void => {
  if (!holds) throw new Error(what());
};

/** A small random generator with good quality, from 0 to 1. */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Types in their natural order, for events with the same time. */
const course = ['task:new', 'task:connected', 'task:ended'];

/**
 * The order of a timeline: time, then the order of a contact's steps. Written again here, independent of the product.
 */
const isNewer = (a: JourneyEvent, b: JourneyEvent): boolean =>
  a.time === b.time ? course.indexOf(a.type) >= course.indexOf(b.type) : a.time > b.time;

const serialOf = ({ data }: JourneyEvent): number => Number(data['serial']);

/**
 * The real store, source and HTTP with a simulated service and a virtual clock, and the properties that must always
 * hold.
 */
export function createStage(habits: Habits, seed: number) {
  const random = randomFrom(seed);
  const clock = createVirtualClock(start);
  const service = createSimulatedService(clock, habits, () => Math.floor(random() * 400));
  const wakers = new Set<() => void>();
  let count = 0;
  let shown: Customer | undefined;
  let asked = 0;
  let recordsSeen = 0;

  const signIn = createSignIn({ ask: () => void (asked += 1), memory: createPermissionMemory(), wait: clock.wait });
  signIn.set('token-0');
  const timing = { now: clock.now, wait: clock.wait, random };
  const http = createHttp({
    ...timing,
    hosts: service.hosts,
    fetch: service.fetch,
    token: signIn.token,
    renewToken: signIn.renew,
  });
  const { hosts, fetch } = service;
  const records = createInteractionRecords({
    ...timing,
    host: hosts[0]!,
    signIn,
    fetch,
  });
  const journeys = createWholeCjds({
    ...timing,
    http,
    projectId: project,
    yieldToPage: () => undefined, // the time of this page is none of the virtual clock's
    wake: (signal) =>
      new Promise((resolve) => {
        wakers.add(resolve);
        signal.addEventListener('abort', () => wakers.delete(resolve));
      }),
  });
  const edits = createPersonEdits({ http, projectId: project, signIn, wait: clock.wait });
  const source = { ...journeys, ...edits, records };
  const never = new AbortController().signal;
  const store = createJourneyStore({
    now: clock.now,
    wait: clock.wait,
    schedule: (apply) => void clock.wait(16, never).then(apply),
  });
  /** The simulated connections send nothing any more, and the store cannot know it yet. */
  let silent = false;
  /** Changes whose response the store waits for. */
  let changing = 0;
  /** Aliases were changed without the store's knowledge: another customer was shown, or the response was lost. */
  let unaware = false;
  service.watch((customer) => (unaware ||= customer === shown && changing === 0));

  const isAtWork = () => shown !== undefined && service.aliasesOf(shown).length > 1;
  const own = () =>
    service.stored.filter(({ alias }) => shown !== undefined && service.aliasesOf(shown).includes(alias));
  const list = () => [...(store.state.events.value ?? [])];

  return {
    clock,
    service,
    store,
    random,
    signIn,
    own,
    /** How often the host was asked for a newer token. */
    timesAsked: () => asked,
    /** The number of records at all checks together. */
    recordsSeen: () => recordsSeen,
    wake: () => wakers.forEach((wake) => wake()),

    /** Publishes an event. Its ID is used before: only time and task make it different. */
    emit(customer: Customer, { late = 0, times = 1, hold = false, work = false } = {}): void {
      count += 1;
      const type = course[count % course.length]!;
      const task = String(customers.indexOf(customer) * 100 + (count % 11)).padStart(12, '0');
      const taskId = `c2b7d7a0-9f1e-4f5b-8a77-${task}`;
      const alias = work ? workOf(customer) : customer;
      const event = { id: `id-${count % 2}`, serial: count, customer, alias, taskId, type };
      service.emit({ ...event, time: clock.now() - late }, times, hold);
    },

    show(customer: Customer): void {
      if (shown !== customer) unaware = false;
      shown = customer;
      const key = customerKey(addressKey([{ kind: 'phone', value: customer }]), undefined);
      store.open(source, { key, candidates: [customer], live: true });
    },

    /** The agent adds the work alias to the customer shown, or removes it. */
    edit(): void {
      const edited = shown;
      if (edited === undefined) return;
      const kind = isAtWork() ? 'remove' : 'add';
      changing += 1;
      void store
        .edit({ kind, alias: { kind: 'email', value: workOf(edited) } })
        .catch(() => undefined)
        .then(() => {
          changing -= 1;
          const [person] = store.state.person.value?.persons ?? [];
          unaware ||= edited === shown && person !== undefined && person.aliases.length > 1 !== isAtWork();
        });
    },

    /** Whether the store cannot know the aliases of the customer shown. */
    isUnaware: () => unaware,

    close(): void {
      shown = undefined;
      store.close();
    },

    /** The store reads what it could not know. */
    showAgain(): void {
      const customer = shown;
      this.close();
      if (customer !== undefined) this.show(customer);
    },

    silence(): void {
      silent = service.eventLines.size > 0;
      service.silence();
    },

    heal(): void {
      silent = false;
      service.heal();
    },

    /** Throws if a property of the store does not hold. `delivered`: everything sent has had the time to arrive. */
    check(after: string, delivered: boolean): void {
      const { events, person, profile, connection, gap, records } = store.state;
      const known = list();
      const serials = new Set(known.map(serialOf));
      demand(
        known.every(
          ({ identity, data }) => data['canary'] === shown && [shown, workOf(shown ?? '')].includes(identity),
        ),
        () => `${after}: events of another customer`,
      );
      demand(
        (person.value?.persons ?? []).every(({ lastName }) => lastName === shown),
        () => `${after}: another person`,
      );
      demand(
        [...records].every(([taskId, record]) => record.taskId === taskId && record.wrapUp === shown),
        () => `${after}: records of another customer's contacts`,
      );
      recordsSeen += records.size;
      demand(shown !== undefined || profile.value === undefined, () => `${after}: a profile without a customer`);
      demand(serials.size === known.length, () => `${after}: an event twice`);
      const inOrder = known.every((event, index) => index === 0 || isNewer(known[index - 1]!, event));
      demand(inOrder, () => `${after}: out of order`);
      for (const lines of [service.eventLines, service.profileLines]) {
        demand(lines.size <= 1, () => `${after}: ${lines.size} connections at once`);
        for (const { customer } of lines)
          demand(customer === shown, () => `${after}: a connection of another customer`);
      }
      if (changing > 0 || unaware) return;
      if (!delivered || silent || connection.status !== 'live' || events.status !== 'ready') return;
      const missing = own().filter(({ serial }) => !serials.has(serial));
      const unmarked = missing.filter(({ time }) => gap === undefined || time < gap.from || time > gap.to);
      demand(unmarked.length === 0, () => `${after}: live, and yet ${unmarked.length} events missing`);
      const aliases = service.aliasesOf(shown ?? '');
      demand(
        known.every(({ identity }) => aliases.includes(identity)),
        () => `${after}: live, and yet events of an alias that was taken away`,
      );
    },

    /** Throws unless all events are shown. */
    checkComplete(when: string): void {
      if (shown === undefined) return;
      const { events, connection, gap, person } = store.state;
      demand(events.value?.size === own().length, () => `${when}: ${events.value?.size} of ${own().length} events`);
      demand(connection.status === 'live', () => `${when}: ${connection.status}`);
      demand(gap === undefined && events.status === 'ready', () => `${when}: ${events.status}, ${JSON.stringify(gap)}`);
      demand(person.status === 'ready', () => `${when}: person ${person.status}`);
    },

    async checkNothingLeft(): Promise<void> {
      store.close();
      await clock.advance(minute);
      demand(service.eventLines.size + service.profileLines.size === 0, () => 'connections left open');
      demand(clock.waiting === 0, () => `${clock.waiting} timers left running`);
      demand(wakers.size === 0, () => `${wakers.size} wakers left waiting`);
    },
  };
}

export type Stage = ReturnType<typeof createStage>;
