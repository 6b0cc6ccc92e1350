import { expect } from '@open-wc/testing';
import { createAnswering } from '../../../demo/emulator/answering.js';
import { createFaults } from '../../../demo/emulator/faults.js';
import { personHandlers } from '../../../demo/emulator/person-handlers.js';
import { emulatorFetch } from '../../../demo/emulator/respond.js';
import { createWorld } from '../../../demo/emulator/world.js';
import { JourneyError } from '../../../src/domain/base/journey-error.js';
import { hasAlias, type EditOutcome, type PersonEdit } from '../../../src/domain/person/person-edit.js';
import type { Alias, Person } from '../../../src/domain/person/person.js';
import { createPersonEdits } from '../../../src/sources/cjds/edits/person-edits.js';
import { readPersons } from '../../../src/sources/cjds/wire/person-wire.js';
import { createHttp } from '../../../src/sources/http/http.js';
import { randomFrom } from '../../store/stage.js';
import { signedIn } from '../../support/signed-in.js';
import { personToWire } from '../../../demo/emulator/to-wire.js';

const project = '65f0c0ffee0123456789abcd';

interface Habits {
  readonly checksRemovedValue: boolean;
  readonly conflictStatus: 400 | 409;
  /** The share of requests that are lost, on the way or on the way back, or refused without a reason. */
  readonly lossy: number;
}

/** A change that an agent made, and its result. */
interface Change {
  readonly personId: string;
  readonly what: PersonEdit | { readonly kind: 'merge'; readonly other: string };
  readonly startedAt: number;
  endedAt: number;
  outcome: EditOutcome | 'merged' | undefined;
  error: unknown;
  overtaken: Person | undefined;
}

/** Lets all promises settle; a hundred times as fast as a timer. */
const turn = async (): Promise<void> => {
  for (let tick = 0; tick < 200; tick++) await Promise.resolve();
};

/** One task of the page: requests and responses are processed in such tasks. */
const task = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (port1.close(), resolve());
    port2.postMessage(undefined);
  });

/** A virtual clock that jumps from one timer to the next; the service takes no time. */
function createTime() {
  let now = Date.parse('2026-11-20T12:00:00Z');
  let working = 0;
  const timers = new Set<{ readonly at: number; readonly end: () => void }>();
  return {
    now: () => now,
    wait: (ms: number, signal?: AbortSignal): Promise<void> =>
      new Promise((resolve, reject) => {
        const timer = { at: now + ms, end: resolve };
        timers.add(timer);
        const stop = () => timers.delete(timer) && reject(signal?.reason as Error);
        signal?.addEventListener('abort', stop, { once: true });
      }),
    async stop<T>(work: () => Promise<T>): Promise<T> {
      working += 1;
      return work().finally(() => (working -= 1));
    },
    async runOut(): Promise<void> {
      for (;;) {
        await turn();
        while (working > 0) await task();
        await turn();
        if (working > 0) continue;
        if (timers.size === 0) return;
        const next = [...timers].reduce((a, b) => (b.at < a.at ? b : a));
        timers.delete(next);
        now = next.at;
        next.end();
      }
    },
  };
}

/** The emulator behind a network where each request takes its own time, up to a quarter second each way. */
function createService(time: ReturnType<typeof createTime>, random: () => number, habits: Habits) {
  const world = createWorld({ now: time.now, ...habits });
  const { persons } = world.addProject({ id: project, name: 'Sales' });
  const act = emulatorFetch(personHandlers(world, createAnswering(world, createFaults())));
  const answer = (status: number, text: string) =>
    ({ ok: status < 300, status, headers: new Headers(), text: () => Promise.resolve(text) }) as Response;

  const fetch: typeof globalThis.fetch = async (input, { body = null, headers = {}, method = 'GET' } = {}) => {
    const fate = random() / habits.lossy;
    await time.wait(10 + random() * 240);
    if (fate < 0.4) throw new TypeError('Failed to fetch');
    if (fate < 0.6) return answer([403, 409, 429, 500][Math.floor(fate * 20) % 4]!, '{}');
    const { status, text } = await time.stop(async () => {
      const response = await act(input, { body, headers, method });
      return { status: response.status, text: await response.text() };
    });
    await time.wait(10 + random() * 240);
    if (fate < 1) throw new TypeError('Failed to fetch');
    return answer(status, text);
  };

  const all = (): readonly Person[] =>
    readPersons({ data: persons.list().map((person) => personToWire(person, 'org', project)) });
  return { persons, fetch, all };
}

/** One run: two agents change one person. Throws if a property does not hold. */
async function tell(seed: number, habits: Habits): Promise<readonly Change[]> {
  const random = randomFrom(seed);
  const time = createTime();
  const service = createService(time, random, habits);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const email = (value: string): Alias => ({ kind: 'email', value });

  const own = ['a', 'b', 'c', 'd'].slice(0, 1 + Math.floor(random() * 4)).map((name) => `${name}@example.org`);
  const theirs = ['p@example.org', 'q@example.org'];
  const hold = (phone: string, emails: readonly string[]) => [
    { type: 'phone' as const, value: phone },
    ...emails.map((value) => ({ type: 'email' as const, value })),
  ];
  const ann = service.persons.create({ firstName: 'Ann', lastName: 'Berg', aliases: hold('+1', own) });
  const twin = service.persons.create({ firstName: 'A.', lastName: 'Berg', aliases: hold('+2', theirs) });
  const read = (id: string) => service.all().find((person) => person.id === id);
  /** The person who has the aliases now. */
  const heir = (id: string) => read(id) ?? service.all()[0]!;
  const changes: Change[] = [];

  const work = async (agent: string): Promise<void> => {
    const http = createHttp({
      hosts: ['https://journeys.example'],
      token: () => agent,
      fetch: service.fetch,
      wait: time.wait,
      random,
      now: time.now,
    });
    const desk = createPersonEdits({
      http,
      projectId: project,
      signIn: signedIn(agent),
      wait: time.wait,
    });
    const { signal } = new AbortController();
    // Sometimes the second agent has the person open that the first one merges.
    const [id, otherId] = agent.startsWith('agent') && random() < 0.2 ? [twin.id, ann.id] : [ann.id, twin.id];
    let seen = read(id)!;
    const removed: Alias[] = [];
    for (let count = 1 + Math.floor(random() * 4); count > 0; count--) {
      await time.wait(random() * 600);
      const emails = seen.aliases.filter(({ kind }) => kind === 'email');
      const what = pick<() => Change['what']>([
        () => ({ kind: 'remove', alias: email(pick(own)) }),
        () => ({ kind: 'remove', alias: pick(emails) ?? email('a@example.org') }),
        () => ({ kind: 'remove', alias: pick(emails) ?? email('a@example.org') }),
        () => ({ kind: 'add', alias: email(pick(['new@example.org', `${agent}${count}@example.org`, ...own])) }),
        () => ({ kind: 'add', alias: pick(removed) ?? email(pick(theirs)) }),
        () => ({ kind: 'rename', firstName: pick(['Anna', 'Anne', 'Ann']), lastName: agent, before: seen }),
        () => ({ kind: 'merge', other: otherId }),
      ])();
      const startedAt = time.now();
      const change: Change = {
        ...{ personId: id, what, startedAt, endedAt: Infinity },
        ...{ outcome: undefined, error: undefined, overtaken: undefined },
      };
      changes.push(change);
      try {
        if (what.kind === 'merge') {
          seen = await desk.merge(seen, read(what.other) ?? { ...seen, id: what.other }, signal);
          change.outcome = 'merged';
        } else {
          const outcome = await desk.edit(seen, what, signal);
          change.outcome = outcome;
          seen = outcome.person;
          if (what.kind === 'remove' && outcome.kind === 'done') removed.push(what.alias);
          void outcome.overtaken.then((person) => (change.overtaken = person));
        }
      } catch (error) {
        change.error = error;
      }
      change.endedAt = time.now();
    }
  };
  void work('x');
  void work('agent-y');
  await time.runOut();

  const edits = changes.map(({ outcome }) => (typeof outcome === 'object' ? outcome : undefined));
  const spoken = (value: string) =>
    edits.some((outcome) =>
      [...(outcome?.restored ?? []), ...(outcome?.lost ?? [])].some((alias) => alias.value === value),
    );
  const told = ({ what, startedAt, endedAt, outcome, error, overtaken }: Change): string => {
    const begun = [startedAt, endedAt].map((at) => (at - changes[0]!.startedAt) | 0).join('-');
    const names = (list: readonly Alias[] = []) => list.map(({ value }) => value).join();
    const { lost, restored, kind } = typeof outcome === 'object' ? outcome : { kind: outcome ?? String(error) };
    const { before: _, ...asked } = { before: undefined, ...what };
    return `${begun} ${JSON.stringify(asked)}: ${kind}, restored ${names(restored)}, lost ${names(lost)}, overtaken ${overtaken !== undefined}`;
  };
  const demand = (truth: boolean, what: string) => {
    if (truth) return;
    const stands = service.all().map(({ aliases, ...names }) => [names, aliases.map(({ value }) => value).join()]);
    throw new Error(
      [`${what}: seed ${seed}, ${JSON.stringify(habits)}`, ...changes.map(told), JSON.stringify(stands)].join('\n'),
    );
  };

  for (const value of ['+1', '+2', ...own, ...theirs]) {
    const meant = changes.some(({ what }) => what.kind === 'remove' && what.alias.value === value);
    const held = service.all().some((person) => hasAlias(person, value));
    demand(meant || held || spoken(value), `${value} is gone, and no agent removed it`);
  }
  const isMerged = changes.some(({ outcome }) => outcome === 'merged');
  for (const one of changes) {
    const { personId, what, outcome, error, overtaken } = one;
    demand(outcome !== undefined || error instanceof JourneyError, 'a change without an end');
    if (what.kind === 'merge') {
      demand(outcome === undefined || read(what.other) === undefined, 'a merge was reported that did not happen');
      continue;
    }
    const isTold = error !== undefined || (outcome as EditOutcome).kind === 'changed' || overtaken !== undefined;
    // Aliases that the person did not have can come from a merge.
    const isBroughtAlong = what.kind === 'remove' && (outcome as EditOutcome)?.kind === 'already' && isMerged;
    const isUndoneKnowingly = changes.some(
      (later) => later.endedAt > one.endedAt && later.startedAt >= one.startedAt && isAbout(what, later.what),
    );
    const now = heir(personId);
    const isMergedAway = now.id !== personId;
    const stands =
      what.kind === 'rename'
        ? isMergedAway || (now.firstName === what.firstName && now.lastName === what.lastName)
        : hasAlias(now, what.alias.value) === (what.kind === 'add');
    const isNamed = what.kind !== 'rename' && spoken(what.alias.value);
    demand(
      isTold || stands || isUndoneKnowingly || isNamed || isBroughtAlong,
      `a ${what.kind} was lost without a message`,
    );
  }
  return changes;
}

const isAbout = (a: PersonEdit, b: Change['what']): boolean => {
  if (a.kind === 'rename' || b.kind === 'rename') return a.kind === b.kind;
  return b.kind !== 'merge' && a.alias.value === b.alias.value;
};

describe('two agents who change the same person at once', () => {
  let seed = 0;
  const settings: readonly Habits[] = [
    { checksRemovedValue: false, conflictStatus: 400, lossy: 0 },
    { checksRemovedValue: false, conflictStatus: 409, lossy: 0.15 },
    { checksRemovedValue: true, conflictStatus: 400, lossy: 0.15 },
    { checksRemovedValue: true, conflictStatus: 409, lossy: 0 },
  ];

  for (const habits of settings) {
    const { checksRemovedValue, conflictStatus, lossy } = habits;
    const service = `the service ${checksRemovedValue ? 'checks' : 'does not check'} what is removed, calls a conflict ${conflictStatus}`;
    it(`lose no alias that no agent removed, and no edit without a message: ${service}, ${lossy} of requests fail`, async () => {
      const stories = Array.from({ length: 250 }, () => tell((seed += 1), habits));
      const changes = (await Promise.all(stories)).flat();
      // The runs only prove something if all this happens in them.
      const times: Record<string, number> = {};
      const count = (what: string) => (times[what] = (times[what] ?? 0) + 1);
      for (const { what, outcome, error, overtaken } of changes) {
        if (error instanceof JourneyError) count(`${what.kind} ${error.kind}`);
        if (typeof outcome === 'string') count(outcome);
        if (typeof outcome === 'object') count(`${what.kind} ${outcome.kind}`);
        if (typeof outcome === 'object' && outcome.restored.length > 0) count('restored');
        if (overtaken !== undefined) count('overtaken');
      }
      const often = ['remove done', 'add done', 'rename done', 'remove already', 'add already', 'add alias-taken'];
      const seldom = ['merged', 'merge forbidden', 'overtaken', 'add alias-limit', 'rename changed', 'restored'];
      const refused =
        lossy === 0 ? [] : ['remove rate-limited', 'remove forbidden', 'remove conflict', 'merge network'];
      for (const [least, words] of [
        [50, often],
        [4, seldom],
        [1, refused],
      ] as const) {
        for (const word of words) expect(times[word], word).to.be.at.least(least);
      }
    }).timeout(120_000);
  }
});
