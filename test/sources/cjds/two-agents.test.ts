import { expect } from '@open-wc/testing';
import { personToWire } from '../../../demo/emulator/cjds-wire.js';
import { createPersons, type Person as StoredPerson } from '../../../demo/emulator/persons.js';
import { patchPerson } from '../../../demo/emulator/persons-wire.js';
import { Refusal } from '../../../demo/emulator/refusal.js';
import type { Alias, Person } from '../../../src/domain/person.js';
import type { EditOutcome, PersonEdit } from '../../../src/domain/person-edit.js';
import { personEdits } from '../../../src/sources/cjds/person-edits.js';
import { readPersons } from '../../../src/sources/cjds/person-wire.js';
import { createHttp } from '../../../src/sources/http.js';
import { randomFrom } from '../../store/stage.js';

const project = 'project';

interface Habits {
  readonly checksRemovedValue: boolean;
  /** The part of all requests that get lost, on their way or on the way back. */
  readonly lossy: number;
}

interface Edited {
  readonly edit: PersonEdit;
  readonly startedAt: number;
  endedAt: number;
  outcome: EditOutcome | undefined;
  error: unknown;
  overtaken: Person | undefined;
}

/** Lets all promises go on; nothing here waits for anything else, and this is a hundred times as fast as a timer. */
const turn = async (): Promise<void> => {
  for (let tick = 0; tick < 200; tick++) await Promise.resolve();
};

/** Time that jumps from one thing to the next; what is due at the same time comes in any order. */
function createTime() {
  let now = 0;
  const timers = new Set<{ readonly at: number; readonly end: () => void }>();
  return {
    now: () => now,
    wait: (ms: number, signal?: AbortSignal): Promise<void> =>
      new Promise((resolve, reject) => {
        const timer = { at: now + ms, end: resolve };
        timers.add(timer);
        timers.add(timer);
        const stop = () => timers.delete(timer) && reject(signal?.reason as Error);
        signal?.addEventListener('abort', stop, { once: true });
      }),
    async runOut(): Promise<void> {
      await turn();
      while (timers.size > 0) {
        const next = [...timers].reduce((a, b) => (b.at < a.at ? b : a));
        timers.delete(next);
        now = next.at;
        next.end();
        await turn();
      }
    },
  };
}

/** The emulator's persons behind a line on which every request takes its own time, each way up to a quarter second. */
function createService(time: ReturnType<typeof createTime>, random: () => number, habits: Habits) {
  const persons = createPersons(time.now, { conflictStatus: 400 }, () => undefined);
  const wire = (person: StoredPerson) => personToWire(person, 'org', project);
  const answer = (status: number, body: object) =>
    ({
      ok: status < 300,
      status,
      headers: new Headers(),
      text: () => Promise.resolve(JSON.stringify(body)),
    }) as Response;

  const act = (url: URL, init: RequestInit): Response => {
    try {
      const id = url.pathname.split('/').at(-1) ?? '';
      if (init.method !== 'PATCH')
        return answer(200, { data: [wire(persons.get(url.searchParams.get('personId') ?? ''))] });
      const limits = { checksRemovedValue: habits.checksRemovedValue, aliasLimit: 5 };
      const patched = patchPerson(persons.get(id), JSON.parse(init.body as string), limits);
      return answer(202, { data: wire(persons.save(patched)) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return answer(error.status, { message: error.message, errors: error.errors });
    }
  };

  const isLost = () => random() < habits.lossy / 2;
  const fetch: typeof globalThis.fetch = async (input, init = {}) => {
    await time.wait(10 + random() * 240);
    if (isLost()) throw new TypeError('Failed to fetch');
    const response = act(new URL(input as string), init);
    await time.wait(10 + random() * 240);
    if (isLost()) throw new TypeError('Failed to fetch');
    return response;
  };
  return { persons, fetch, read: (id: string): Person => readPersons({ data: [wire(persons.get(id))] })[0]! };
}

/** One story: two agents at work on one person; throws where a promise is broken. */
async function tell(seed: number, habits: Habits): Promise<readonly Edited[]> {
  const random = randomFrom(seed);
  const time = createTime();
  const service = createService(time, random, habits);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

  const initial = ['a', 'b', 'c', 'd'].slice(0, 1 + Math.floor(random() * 4)).map((name) => `${name}@example.org`);
  const email = (value: string): Alias => ({ kind: 'email', value });
  const { id } = service.persons.create({
    firstName: 'Ann',
    lastName: 'Berg',
    aliases: [{ type: 'phone', value: '+1' }, ...initial.map((value) => ({ type: 'email' as const, value }))],
  });
  const edited: Edited[] = [];

  const work = async (agent: string): Promise<void> => {
    const http = createHttp({
      hosts: ['https://journeys.example'],
      token: () => agent,
      fetch: service.fetch,
      wait: time.wait,
      random,
      now: time.now,
    });
    const { edit: carryOut } = personEdits({
      http,
      projectId: project,
      token: () => agent,
      rights: new Map(),
      wait: time.wait,
    });
    let seen = service.read(id);
    for (let count = 1 + Math.floor(random() * 3); count > 0; count--) {
      await time.wait(random() * 600);
      const added = ['new@example.org', `${agent}${count}@example.org`];
      const edit = pick<() => PersonEdit>([
        () => ({ kind: 'remove', alias: email(pick(initial)) }),
        () => ({
          kind: 'remove',
          alias: email(pick(seen.aliases.filter(({ kind }) => kind === 'email'))?.value ?? 'a@example.org'),
        }),
        () => ({ kind: 'add', alias: email(pick([...added, ...initial])) }),
        () => ({ kind: 'rename', firstName: pick(['Anna', 'Anne', 'Ann']), lastName: agent, before: seen }),
      ])();
      const one: Edited = {
        edit,
        startedAt: time.now(),
        endedAt: Infinity,
        outcome: undefined,
        error: undefined,
        overtaken: undefined,
      };
      edited.push(one);
      try {
        one.outcome = await carryOut(seen, edit, new AbortController().signal);
        seen = one.outcome.person;
        void one.outcome.overtaken.then((person) => (one.overtaken = person));
      } catch (error) {
        one.error = error;
      }
      one.endedAt = time.now();
    }
  };
  void work('x');
  void work('y');
  await time.runOut();

  const end = service.read(id);
  const values = end.aliases.map(({ value }) => value);
  const told = ({ edit, startedAt, endedAt, outcome, error, overtaken }: Edited): string => {
    const what =
      edit.kind === 'rename' ? `rename ${edit.firstName} ${edit.lastName}` : `${edit.kind} ${edit.alias.value}`;
    const names = (list: readonly Alias[] = []) => list.map(({ value }) => value).join();
    const end = outcome?.kind ?? String(error);
    return `${startedAt | 0}-${endedAt | 0} ${what}: ${end}, restored ${names(outcome?.restored)}, lost ${names(outcome?.lost)}, overtaken ${overtaken !== undefined}`;
  };
  const story = () =>
    [`seed ${seed}: ${initial.join()} -> ${end.firstName} ${end.lastName} ${values.join()}`, ...edited.map(told)].join(
      '\n',
    );
  const demand = (truth: boolean, what: string) => {
    if (!truth) throw new Error(`${what}\n${story()}`);
  };
  const spoken = (value: string) =>
    edited.some(({ outcome }) =>
      [...(outcome?.restored ?? []), ...(outcome?.lost ?? [])].some((alias) => alias.value === value),
    );

  for (const value of ['+1', ...initial]) {
    const meant = edited.some(({ edit }) => edit.kind === 'remove' && edit.alias.value === value);
    demand(meant || values.includes(value) || spoken(value), `${value} is gone, and nobody removed it`);
  }
  for (const one of edited) {
    const { edit, outcome, error, overtaken } = one;
    demand(outcome !== undefined || error !== undefined, 'an edit without an end');
    const isTold = error !== undefined || outcome?.kind === 'changed' || overtaken !== undefined;
    const isUndoneKnowingly = edited.some(
      (later) =>
        later.endedAt > one.endedAt && later.startedAt >= one.startedAt && later !== one && isAbout(edit, later.edit),
    );
    const stands =
      edit.kind === 'rename'
        ? end.firstName === edit.firstName && end.lastName === edit.lastName
        : values.includes(edit.alias.value) === (edit.kind === 'add');
    const isNamed = edit.kind !== 'rename' && spoken(edit.alias.value);
    demand(isTold || stands || isUndoneKnowingly || isNamed, `a ${edit.kind} was lost and nobody told`);
  }
  return edited;
}

const isAbout = (a: PersonEdit, b: PersonEdit): boolean =>
  a.kind === 'rename' || b.kind === 'rename' ? a.kind === b.kind : a.alias.value === b.alias.value;

describe('two agents who change the same person at once', () => {
  let seed = 0;

  for (const checksRemovedValue of [false, true]) {
    for (const lossy of [0, 0.1]) {
      const service = `the service ${checksRemovedValue ? 'checks' : 'does not check'} what is removed`;
      it(`lose no alias nobody removed, and no edit without a word: ${service}, ${lossy} of requests get lost`, async () => {
        const edited: Edited[] = [];
        for (let count = 0; count < 500; count++)
          edited.push(...(await tell((seed += 1), { checksRemovedValue, lossy })));
        // The stories are worth something only when all this happens in them.
        const count = (which: (one: Edited) => boolean) => edited.filter(which).length;
        expect(count(({ outcome }) => outcome?.kind === 'done')).to.be.above(500);
        expect(count(({ outcome }) => outcome?.kind === 'already')).to.be.above(50);
        expect(count(({ outcome }) => outcome?.kind === 'changed')).to.be.above(10);
        expect(count(({ outcome }) => (outcome?.restored.length ?? 0) > 0)).to.be.above(10);
        expect(count(({ overtaken }) => overtaken !== undefined)).to.be.above(50);
      }).timeout(60_000);
    }
  }
});
