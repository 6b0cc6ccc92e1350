import { expect } from '@open-wc/testing';
import { createEmulator } from '../../../demo/emulator/emulator.js';
import { emulatorFetch } from '../../../demo/emulator/respond.js';
import { seedDemoWorld } from '../../../demo/scenarios/customers.js';
import type { InteractionRecord, InteractionStart } from '../../../src/domain/interaction/interaction-record.js';
import { JourneyError } from '../../../src/domain/base/journey-error.js';
import { hostsOf, searchHostOf } from '../../../src/sources/cjds/data-center.js';
import { createPermissionMemory } from '../../../src/sources/http/permission-memory.js';
import { createInteractionRecords } from '../../../src/sources/wxcc-search/interaction-records.js';
import { signedIn } from '../../support/signed-in.js';
import { all, failureOf, fakeFetch, json, noWaiting, offline, type Asked } from '../../support/fake-fetch.js';

const never = new AbortController().signal;
const now = Date.parse('2026-11-20T10:00:00Z');
const day = 86_400_000;

const idOf = (n: number): string => `c2b7d7a0-9f1e-4f5b-8a77-${String(n).padStart(12, '0')}`;
/** Contacts of this many days ago; the first one is number 0. */
const began = (...daysAgo: readonly number[]): readonly InteractionStart[] =>
  daysAgo.map((days, n) => ({ taskId: idOf(n), startedAt: now - days * day }));

interface Body {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}
const bodyOf = ({ init }: Asked): Body => JSON.parse(init.body as string) as Body;
const idsOf = (asked: Asked): readonly unknown[] =>
  Object.entries(bodyOf(asked).variables).flatMap(([name, value]) =>
    name.startsWith('t') && name !== 'to' ? [value] : [],
  );

const answerOf = (...tasks: readonly unknown[]): Response => json({ data: { taskDetails: { tasks } } });
const nothing = (): Response => answerOf();

function setUp(answer: Parameters<typeof fakeFetch>[0], memory = createPermissionMemory()) {
  const fake = fakeFetch(answer);
  const { wait, waits, reachLimits } = noWaiting();
  const signIn = signedIn('secret', memory);
  const world = { now };
  const records = createInteractionRecords({
    host: 'https://gateway.example',
    signIn,
    fetch: fake.fetch,
    wait,
    now: () => world.now,
  });
  const read = async (contacts: readonly InteractionStart[] = began(1)): Promise<readonly InteractionRecord[]> =>
    (await all(records(contacts, never))).flat();
  return { asked: fake.asked, waits, reachLimits, signIn, world, records, read };
}

const readOne = async (task: object): Promise<InteractionRecord | undefined> => {
  const { read } = setUp(() => answerOf({ id: idOf(0), ...task }));
  return (await read())[0];
};

describe('contact records: requests', () => {
  it('posts task IDs as variables, with the token in the header, to the one host', async () => {
    const { asked, read } = setUp(nothing);
    await read(began(2, 1));
    expect(asked.map(({ url, init }) => `${init.method} ${url.href}`)).to.deep.equal([
      'POST https://gateway.example/search',
    ]);
    expect(Object.fromEntries(asked[0]!.headers)).to.deep.equal({
      accept: 'application/json',
      authorization: 'Bearer secret',
      'content-type': 'application/json',
    });
    const { query, variables } = bodyOf(asked[0]!);
    expect(variables).to.deep.equal({ from: now - 3 * day, to: now - 60_000, t0: idOf(0), t1: idOf(1) });
    expect(query).to.contain('query($from:Long!,$to:Long!,$t0:String!,$t1:String!)');
    expect(query).to.contain('filter:{or:[{id:{equals:$t0}},{id:{equals:$t1}}]}');
    expect(query).not.to.contain(idOf(0));
  });

  it('sends only valid task IDs: publishers can write any text there', async () => {
    const { asked, read } = setUp(nothing);
    const odd = ['+14155550132', 'ann@example.org', '', `${idOf(1)}"}} `, 'task-1'];
    await read(odd.map((taskId) => ({ taskId, startedAt: now })));
    expect(asked).to.have.length(0);
    await read([...odd.map((taskId) => ({ taskId, startedAt: now })), ...began(1)]);
    expect(asked.map(idsOf)).to.deep.equal([[idOf(0)]]);
  });

  const portions: readonly (readonly [string, readonly InteractionStart[], readonly number[]])[] = [
    ['25 of one day at once', began(...Array<number>(25).fill(1)), [25]],
    ['60 of one day in three portions', began(...Array<number>(60).fill(1)), [25, 25, 10]],
    ['28 days at once', began(1, 15, 29), [3]],
    ['more than 28 days in two portions', began(1, 15, 29.1), [2, 1]],
    ['an old one that is wanted first alone', began(400, 1, 2), [1, 2]],
    ['nothing older than the service keeps', began(1, 1081), [1]],
    ['nothing of a contact that a broken clock puts into the future', began(-2, -400, 1), [1]],
    ['nothing for no contacts', [], []],
  ];
  for (const [what, contacts, sizes] of portions) {
    it(`requests ${what}, never more than 30 days or a time in the future`, async () => {
      const { asked, read } = setUp(nothing);
      await read(contacts);
      expect(asked.map((each) => idsOf(each).length)).to.deep.equal(sizes);
      for (const each of asked) {
        const { from, to } = bodyOf(each).variables as { from: number; to: number };
        expect(to - from).to.be.within(1, 30 * day);
        expect(to).to.be.below(now);
        expect(from).to.be.above(now - 3 * 365 * day);
      }
    });
  }

  it('requests the next portion only when it is read, and none after an abort', async () => {
    const { asked, records } = setUp(nothing);
    const leaving = new AbortController();
    const portions = records(began(1, 100, 200), leaving.signal)[Symbol.asyncIterator]();
    await portions.next();
    expect(asked).to.have.length(1);
    leaving.abort('left');
    expect((await portions.next()).done).to.equal(true);
    expect(asked).to.have.length(1);
  });
});

describe('contact records: responses', () => {
  it('reads the agents and their times, wrap-up, score, queue, end and totals', async () => {
    const node = (eventName: string, createdTime: number, agent?: string) => ({
      eventName,
      createdTime,
      agentId: agent === undefined ? null : `id of ${agent}`,
      agentName: agent ?? null,
    });
    const record = await readOne({
      lastAgent: { name: 'Tom Baker' },
      lastQueue: { name: 'Retention' },
      lastWrapupCodeName: 'Refund request',
      csatScore: 2,
      terminatingEnd: 'Customer',
      totalDuration: 1_773_000,
      queueDuration: 102_000,
      connectedDuration: 1_413_000,
      holdDuration: 248_000,
      wrapupDuration: 147_000,
      activities: {
        nodes: [
          node('WrapUp', 900, 'Tom Baker'),
          node('new', 100),
          node('connect', 150, 'Who did not answer'),
          node('connected', 200, 'Maria Silva'),
          node('on-hold', 300, 'Maria Silva'),
          node('consulting', 350, 'Who was asked'),
          node('hold-done', 400, 'Maria Silva'),
          node('connected', 500, 'Tom Baker'),
          node('WrapUp', 510, 'Maria Silva'),
        ].reverse(),
      },
    });
    expect(record).to.deep.equal({
      taskId: idOf(0),
      turns: [
        { at: 200, agentId: 'id of Maria Silva', agentName: 'Maria Silva' },
        { at: 500, agentId: 'id of Tom Baker', agentName: 'Tom Baker' },
      ],
      lastAgent: 'Tom Baker',
      wrapUp: 'Refund request',
      csat: 2,
      queue: 'Retention',
      endedBy: 'customer',
      totals: { all: 1_773_000, queue: 102_000, talk: 1_413_000, hold: 248_000, wrapUp: 147_000 },
    });
  });

  const bare: Omit<InteractionRecord, 'taskId'> = {
    turns: [],
    lastAgent: undefined,
    wrapUp: undefined,
    csat: undefined,
    queue: undefined,
    endedBy: undefined,
    totals: { all: undefined, queue: undefined, talk: undefined, hold: undefined, wrapUp: undefined },
  };
  const odd: readonly (readonly [string, object])[] = [
    ['nothing', {}],
    ['null everywhere', { lastAgent: null, lastQueue: null, csatScore: null, totalDuration: null, activities: null }],
    ['texts for objects', { lastAgent: 'Tom', lastQueue: 'Sales', activities: 'none' }],
    ['blank names', { lastAgent: { name: ' ' }, lastWrapupCodeName: '', terminatingEnd: '' }],
    ['a score of nothing', { csatScore: 0 }],
    ['numbers as texts, and below nothing', { csatScore: 'good', totalDuration: -1, holdDuration: '5' }],
    ['an unknown end', { terminatingEnd: 'Robot' }],
    [
      'activities of another shape',
      { activities: { nodes: [null, 'x', {}, { eventName: 'connected', agentName: 'A' }] } },
    ],
  ];
  for (const [what, task] of odd) {
    it(`reads a record with ${what} as an empty one`, async () => {
      expect(await readOne(task)).to.deep.equal({ taskId: idOf(0), ...bare });
    });
  }

  for (const [word, endedBy] of Object.entries({
    Agent: 'agent',
    customer: 'customer',
    caller: 'customer',
    SYSTEM: 'system',
  })) {
    it(`calls the end ${word} the ${endedBy}'s`, async () => {
      expect((await readOne({ terminatingEnd: word }))?.endedBy).to.equal(endedBy);
    });
  }

  it('keeps good records beside broken ones, and no record of other contacts', async () => {
    const { read } = setUp(() => answerOf(null, 'x', {}, { id: idOf(7) }, { id: idOf(1) }));
    expect((await read(began(1, 1))).map(({ taskId }) => taskId)).to.deep.equal([idOf(1)]);
  });

  it('reads the records of a response with errors', async () => {
    const answer = { data: { taskDetails: { tasks: [{ id: idOf(0) }] } }, errors: [{ message: 'csatScore' }] };
    expect(await setUp(() => json(answer)).read()).to.have.length(1);
  });
});

describe('contact records: refusals', () => {
  const lasting: readonly (readonly [string, () => Response])[] = [
    ['401', () => json({}, 401)],
    ['400 for a missing authorization', () => json({ error: { message: [{ description: 'Authorization' }] } }, 400)],
    ['403', () => json({ error: { key: '403' } }, 403)],
    ['404', () => new Response('<html>', { status: 404 })],
  ];
  for (const [what, answer] of lasting) {
    it(`asks once per token after ${what}, by whichever element and for whichever customer`, async () => {
      const memory = createPermissionMemory();
      const { asked, waits, signIn, world, read } = setUp(answer, memory);
      const other = setUp(answer, memory);
      expect(await failureOf(read(began(1, 100)))).to.be.instanceOf(JourneyError);
      world.now += 1000 * day;
      expect(await failureOf(read(began(-999)))).to.be.instanceOf(JourneyError);
      expect(await failureOf(other.read())).to.be.instanceOf(JourneyError);
      expect([asked.length, other.asked.length, waits.length]).to.deep.equal([1, 0, 0]);

      signIn.set('newer');
      await failureOf(read(began(-999)));
      await failureOf(read(began(-999)));
      expect(asked.map(({ headers }) => headers.get('authorization'))).to.deep.equal(['Bearer secret', 'Bearer newer']);
    });
  }

  const passing: readonly (readonly [string, () => Response | Error])[] = [
    ['400', () => json({}, 400)],
    ['413', () => json({}, 413)],
    ['422', () => json({}, 422)],
    ['429', () => json({}, 429, { 'retry-after': '1' })],
    ['500', () => json({}, 500)],
    ['503', () => json({}, 503)],
    ['no answer, as where the host does not allow the page', offline],
    ['errors in the body', () => json({ data: null, errors: [{ message: 'Access denied' }] })],
    ['an answer without a list', () => json({ data: { taskDetails: null } })],
    ['HTML', () => new Response('<html>Sign in</html>')],
    ['an empty body', () => new Response('')],
  ];
  for (const [what, answer] of passing) {
    it(`asks once and not again for five minutes after ${what}`, async () => {
      const { asked, waits, world, read } = setUp(answer);
      expect(await failureOf(read(began(1, 100)))).to.be.instanceOf(JourneyError);
      world.now += 299_000;
      expect(await failureOf(read())).to.be.instanceOf(JourneyError);
      expect([asked.length, waits.length]).to.deep.equal([1, 0]);
      world.now += 2000;
      await failureOf(read());
      expect(asked).to.have.length(2);
    });
  }

  it('times out if a host does not respond', async () => {
    const { asked, reachLimits, read } = setUp(() => {
      queueMicrotask(reachLimits);
      return undefined;
    });
    expect(await failureOf(read())).to.include({ kind: 'network' });
    expect(asked).to.have.length(1);
  });

  it('asks nobody without a token, and somebody as soon as there is one', async () => {
    const { asked, read, signIn } = setUp(nothing);
    signIn.set(undefined);
    await failureOf(read());
    expect(asked).to.have.length(0);
    signIn.set('secret');
    await read();
    expect(asked).to.have.length(1);
  });

  it('forgets nothing of a token because a request was broken off', async () => {
    const { records, signIn } = setUp(() => undefined);
    const leaving = new AbortController();
    const reading = all(records(began(1), leaving.signal));
    leaving.abort('left');
    expect(await reading).to.deep.equal([]);
    expect(signIn.may('read-records', 'https://gateway.example')).to.equal(undefined);
  });
});

describe('searchHostOf', () => {
  it('returns the gateway of the data center, and undefined if there is none', () => {
    expect(searchHostOf(' PRODUS1 ', undefined)).to.equal('https://api.wxcc-us1.cisco.com');
    expect(searchHostOf('prodeu2', ' ')).to.equal('https://api.wxcc-eu2.cisco.com');
    for (const none of ['devus1', 'appstaging', 'prodxx9', 'constructor', '', undefined]) {
      expect(searchHostOf(none, undefined), none).to.equal(undefined);
    }
  });

  it('returns the base URL if there is one, refused as for journeys', () => {
    for (const baseUrl of ['https://proxy.example/cjds/', 'http://localhost:8787']) {
      expect([searchHostOf('produs1', baseUrl)]).to.deep.equal(hostsOf('produs1', baseUrl, 'header'));
    }
    expect(() => searchHostOf('produs1', 'http://proxy.example'))
      .to.throw(JourneyError)
      .with.property('kind', 'host-refused');
  });
});

describe('contact records against the emulator', () => {
  const chat = { taskId: '888b688e-b74e-4fa6-8260-1e8d0a3523a4', startedAt: now - 18 * 3_600_000 };

  const connect = () => {
    const emulator = createEmulator({ now: () => now, seed: seedDemoWorld });
    const records = createInteractionRecords({
      host: 'https://api.example',
      signIn: signedIn('secret'),
      fetch: emulatorFetch(emulator.handlers),
      now: () => now,
    });
    return {
      ...emulator,
      read: async (contacts: readonly InteractionStart[]) => (await all(records(contacts, never))).flat(),
    };
  };

  it('has both agents of the transferred chat', async () => {
    const [record] = await connect().read([chat]);
    expect(record?.turns.map(({ agentName }) => agentName)).to.deep.equal(['Maria Silva', 'Tom Baker']);
    expect(record).to.include({ lastAgent: 'Tom Baker', wrapUp: 'Refund request', csat: 2, queue: 'Retention' });
    expect(record).to.include({ endedBy: 'customer' });
    expect(record?.totals).to.deep.include({ all: 1_773_000, wrapUp: 147_000 });
  });

  it('has no record of a contact that the service does not know', async () => {
    expect(await connect().read([{ taskId: idOf(1), startedAt: now - day }])).to.deep.equal([]);
  });

  it('rejects if a fault is set', async () => {
    const { faults, read } = connect();
    faults.add({ route: 'search', status: 403 });
    expect(await failureOf(read([chat]))).to.include({ kind: 'forbidden' });
  });
});
