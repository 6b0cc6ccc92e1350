import { expect } from '@open-wc/testing';
import { getResponse } from 'msw';
import { aggregate } from '../../demo/emulator/aggregate.js';
import type { CloudEvent, Json, TemplateAttribute } from '../../demo/emulator/cloud-event';
import { createEmulator, type Emulator, type EmulatorOptions } from '../../demo/emulator/emulator.js';
import { emulatorFetch } from '../../demo/emulator/respond.js';
import { compileRsql } from '../../demo/emulator/rsql.js';
import { demoCustomers, demoProjectId, demoTemplateName, seedDemoWorld } from '../../demo/scenarios/customers.js';
import { waitUntil } from '../support/wait-until.js';
import type { Habits } from '../../demo/emulator/model.js';

const now = Date.parse('2026-11-20T10:45:00Z');
const minute = 60_000;
const project = 'p1';
const ann = '+15550100123';
const annMail = 'ann@example.org';

const event = (id: string, minutesAgo: number, more: Partial<CloudEvent> = {}): CloudEvent => ({
  specversion: '1.0',
  id,
  type: 'order:shipped',
  source: 'https://shop.example.org',
  time: new Date(now - minutesAgo * minute).toISOString(),
  identity: ann,
  identitytype: 'phone',
  datacontenttype: 'application/json',
  data: {},
  ...more,
});

interface Client extends Emulator {
  readonly fetch: typeof fetch;
  readonly call: (path: string, init?: RequestInit) => Promise<Response>;
  /** Parsed body of a call. */
  readonly json: (path: string, init?: RequestInit) => Promise<Answer>;
  readonly send: (method: string, path: string, body: unknown, contentType?: string) => Promise<Response>;
}

/** The members of a response that the tests read; missing members are `undefined`. */
interface Answer {
  readonly status?: string;
  readonly message?: string;
  readonly errors?: readonly string[];
  readonly trackingId?: string;
  readonly error?: { readonly key: string };
  readonly meta: Json;
  readonly data: readonly Json[];
}

function client(options: EmulatorOptions = {}): Client {
  const emulator = createEmulator({ now: () => now, ...options });
  emulator.world.addProject({ id: project, name: 'Journeys', subscriptionIds: ['s1'] });
  const fetch = emulatorFetch(emulator.handlers);
  const call = (path: string, init: RequestInit = {}) =>
    fetch(`https://cjds.example${path}`, { ...init, headers: { authorization: 'Bearer good', ...init.headers } });
  return {
    ...emulator,
    fetch,
    call,
    json: async (path, init) => (await call(path, init)).json() as Promise<Answer>,
    send: (method, path, body, contentType = 'application/json') =>
      call(path, { method, body: JSON.stringify(body), headers: { 'content-type': contentType } }),
  };
}

const historyPath = (query: string): string => `/v1/api/events/workspace-id/${project}?${query}`;
const annsHistory = (query = ''): string => historyPath(`identity=${encodeURIComponent(ann)}&${query}`);
const eventStream = (identity: string, query = ''): string =>
  `/v1/api/events/stream/workspace-id/${project}/identity/${encodeURIComponent(identity)}?${query}`;
const ids = ({ data }: Answer): string => data.map(({ id }) => String(id)).join('');
const publish = ({ send }: Client, body: unknown) => send('POST', `/publish/v1/api/event?workspaceId=${project}`, body);

/** An open stream: what arrived so far, and how it ended. */
function reading(response: Response) {
  const state = { text: '', ended: undefined as 'closed' | 'broken' | undefined };
  const messages = (): readonly Json[] =>
    [...state.text.matchAll(/^data: (.*)$/gm)].map(([, json = '']) => JSON.parse(json) as Json);
  void (async () => {
    try {
      for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) state.text += chunk;
      state.ended = 'closed';
    } catch {
      state.ended = 'broken';
    }
  })();
  return { state, messages };
}

describe('the emulator', () => {
  describe('rsql filters', () => {
    const record = { type: 'task:new', identitytype: 'phone', phone: ['+1', '+2'], count: 3 };
    const cases: readonly [expression: string, matches: boolean][] = [
      [`type=='task:new'`, true],
      [`type=="task:new"`, true],
      [`type=='task:ended'`, false],
      [`type!='task:ended'`, true],
      [`type=='task:*'`, true],
      [`identityType=='phone'`, true],
      [`workspaces.type=='task:new'`, true],
      [`phone=='+2'`, true],
      [`count=='3'`, true],
      [`type=='task:new';count=='4'`, false],
      [`type=='x',count=='3'`, true],
      [`(type=='x',count=='3');phone=='+1'`, true],
      [`type=='x',count=='3';phone=='+9'`, false],
      [`missing=='x'`, false],
    ];
    for (const [expression, matches] of cases) {
      it(`${matches ? 'match' : 'do not match'} a record with ${expression}`, () => {
        expect(compileRsql(expression)(record)).to.equal(matches);
      });
    }

    for (const expression of [`type==task:new`, `type=='a`, `type='a'`, `(type=='a'`, `type=='a';`, `type=='a' b`]) {
      it(`answer 400 with the service's body to the malformed ${expression}`, async () => {
        const { call } = client();
        const response = await call(historyPath(`filter=${encodeURIComponent(expression)}`));
        const body = (await response.json()) as Answer;
        expect(response.status).to.equal(400);
        expect(body.status).to.equal('400 BAD_REQUEST');
        expect(body.trackingId).to.match(/^[0-9a-f]{16}$/);
      });
    }
  });

  describe('aggregation', () => {
    const stored = [
      [5, 'pay', { amount: 10, plan: 'A' }],
      [50, 'pay', { amount: '30', plan: 'B' }],
      [70, 'pay', '{"amount":2,"plan":"A"}'],
      [80, 'pay', { amount: null }],
      [90, 'pay:late', { amount: 4, plan: 'C' }],
    ] as const;
    const events = stored.map(([ago, type, data]) => ({
      event: event('x', ago, { type, data }),
      at: now - ago * minute,
    }));
    const attribute: TemplateAttribute = {
      displayName: 'x',
      version: '0.1',
      event: 'pay',
      metaDataType: 'integer',
      metaData: 'amount',
      limit: 0,
      lookBackDurationType: 'days',
      lookBackPeriod: 1,
      aggregationMode: 'Sum',
      verbose: false,
    };
    const cases: readonly [title: string, more: Partial<TemplateAttribute>, result: string | null][] = [
      ['adds up', {}, '42'],
      ['takes averages', { aggregationMode: 'Average', metaDataType: 'DOUBLE' }, '14'],
      ['finds the largest', { aggregationMode: 'Max' }, '30'],
      ['finds the smallest', { aggregationMode: 'Min' }, '2'],
      ['counts the events that carry the value', { aggregationMode: 'Count' }, '3'],
      ['joins values, newest first', { aggregationMode: 'Value', metaData: 'plan' }, 'A,B,A'],
      ['keeps each value once', { aggregationMode: 'Distinct', metaData: 'plan' }, 'A,B'],
      ['takes only the newest', { aggregationMode: 'Value', metaData: 'plan', limit: 1 }, 'A'],
      ['looks back in hours', { lookBackDurationType: 'hours', lookBackPeriod: 1 }, '40'],
      ['looks back in minutes', { lookBackDurationType: 'minutes', lookBackPeriod: 10 }, '10'],
      ['takes events of any type', { event: 'cjds:any' }, '46'],
      ['takes types by wildcard', { event: 'pay:*' }, '4'],
      ['has nothing to say of nothing', { event: 'none', aggregationMode: 'Max' }, null],
      ['counts nothing as zero', { event: 'none', aggregationMode: 'Count' }, '0'],
    ];
    for (const [title, more, result] of cases) {
      it(title, () => {
        expect(aggregate({ ...attribute, ...more }, events, now)).to.include({ result, error: null });
      });
    }

    it('reports an impossible aggregation', () => {
      const text = aggregate({ ...attribute, metaDataType: 'string' }, events, now);
      expect(text.result).to.equal(null);
      expect(text.error).to.contain('needs integer or double');
      expect(aggregate({ ...attribute, metaData: 'plan' }, events, now).error).to.contain('not always a number');
    });
  });

  describe('history', () => {
    const withEvents = (habits: Partial<Habits> = {}): Client => {
      const made = client(habits);
      for (const [index, id] of ['b', 'a', 'c', 'e', 'd'].entries()) {
        const ago = id.charCodeAt(0) - 96;
        made.world.publish(project, event(id, ago, { data: { n: index }, type: id < 'c' ? 'early' : 'late' }));
      }
      return made;
    };

    const pages: readonly [title: string, habits: Partial<Habits>, query: string, expected: string][] = [
      ['everything when no page is asked for', {}, '', 'abcde'],
      ['the first page as 0', {}, 'page=0&pageSize=2', 'ab'],
      ['the second page as 1', {}, 'page=1&pageSize=2', 'cd'],
      ['a short last page', {}, 'page=2&pageSize=2', 'e'],
      ['an empty page after the last', {}, 'page=3&pageSize=2', ''],
      ['the first page as 1', { pageBase: 1 }, 'page=1&pageSize=2', 'ab'],
      ['page 0 like page 1 where pages start at 1', { pageBase: 1 }, 'page=0&pageSize=2', 'ab'],
      ['no page longer than its maximum', { maxPageSize: 3 }, 'pageSize=100', 'abc'],
      ['the oldest first', { order: 'oldest' }, '', 'edcba'],
      ['the order that is asked for', { order: 'oldest' }, 'sort=desc', 'abcde'],
      ['upper case directions', {}, 'sort=ASC&sortBy=time', 'edcba'],
      ['events that pass a filter on the envelope', {}, `filter=${encodeURIComponent(`type=='early'`)}`, 'ab'],
      ['events that pass a filter on the payload', {}, `data=${encodeURIComponent(`n=='3'`)}`, 'e'],
    ];
    for (const [title, habits, query, expected] of pages) {
      it(`returns ${title}`, async () => {
        expect(ids(await withEvents(habits).json(annsHistory(query)))).to.equal(expected);
      });
    }

    it('has the same random order on every page', async () => {
      const { json } = withEvents({ order: 'random' });
      const [first, second, third] = await Promise.all(
        [0, 1, 2].map((page) => json(annsHistory(`page=${page}&pageSize=2`))),
      );
      const all = ids(first!) + ids(second!) + ids(third!);
      expect([...all].sort().join('')).to.equal('abcde');
      expect(all).to.not.equal('abcde');
    });

    it('counts the page, or all, in resultCount', async () => {
      const page = await withEvents().json(annsHistory('pageSize=2'));
      expect(page.meta).to.include({ workspaceId: project, identity: ann, resultCount: 2 });
      const total = await withEvents({ resultCount: 'total' }).json(annsHistory('pageSize=2'));
      expect(total.meta.resultCount).to.equal(5);
    });

    it('answers 404 without events, and for an unknown project', async () => {
      const { call } = client();
      expect((await call(annsHistory())).status).to.equal(404);
      expect((await call('/v1/api/events/workspace-id/none')).status).to.equal(404);
    });

    it('answers 400 to a page that is not a number', async () => {
      expect((await withEvents().call(annsHistory('page=-1'))).status).to.equal(400);
      expect((await withEvents().call(annsHistory('pageSize=0'))).status).to.equal(400);
    });

    it('reads a bare + in the query as a space, and finds nothing', async () => {
      expect((await withEvents().call(historyPath(`identity=${ann}`))).status).to.equal(404);
    });

    it('follows the identity graph, and has the alias of each event', async () => {
      const made = client();
      made.world.publish(project, event('a', 2));
      made.world.publish(project, event('b', 1, { identity: annMail, identitytype: 'email', previousidentity: ann }));
      const answer = await made.json(annsHistory());
      expect(answer.data.map(({ identity }) => identity)).to.deep.equal([annMail, ann]);
      const [person] = made.world.project(project).persons.list();
      expect(person).to.deep.include({
        firstName: null,
        aliases: [
          { type: 'phone', value: ann },
          { type: 'email', value: annMail },
        ],
      });
    });

    it('merges two persons when an event links them', () => {
      const made = client();
      made.world.publish(project, event('a', 2));
      made.world.publish(project, event('b', 1, { identity: annMail, identitytype: 'email' }));
      expect(made.world.project(project).persons.list()).to.have.length(2);
      made.world.publish(project, event('c', 0, { identity: annMail, identitytype: 'email', previousidentity: ann }));
      expect(made.world.project(project).persons.list()).to.have.length(1);
    });
  });

  describe('publishing', () => {
    it('accepts a CloudEvent with 202 and fills in the time', async () => {
      const made = client();
      const { time: _, ...timeless } = event('a', 0);
      expect((await publish(made, timeless)).status).to.equal(202);
      expect((await made.json(annsHistory())).data[0]).to.include({ id: 'a', time: new Date(now).toISOString() });
    });

    it('reports missing fields of a CloudEvent', async () => {
      const response = await publish(client(), { id: 'a', source: 's', identity: ann });
      expect(response.status).to.equal(400);
      const { errors } = (await response.json()) as Answer;
      expect(errors).to.include.members(['type must not be empty', 'identitytype must not be empty']);
    });

    const webhook = (data: Json, more: Json = {}): Json => ({
      id: 'w',
      specversion: '1.0',
      type: 'task:connected',
      source: '/com/cisco/wxcc/s1',
      comciscoorgid: 'org',
      datacontenttype: 'application/json',
      data: {
        taskId: 't',
        origin: ann,
        destination: '+15550109999',
        direction: 'INBOUND',
        channelType: 'telephony',
        ...data,
      },
      ...more,
    });
    const created = now - 5 * minute;
    const stamped = now - 3 * minute;
    const cases: readonly [title: string, body: Json, stored: Json][] = [
      ['the origin of an inbound call', webhook({}), { identity: ann, identitytype: 'phone' }],
      [
        'the destination of an outbound call',
        webhook({ direction: 'OUTBOUND' }),
        { identity: '+15550109999', identitytype: 'phone' },
      ],
      [
        'an email address',
        webhook({ origin: annMail, channelType: 'email' }),
        { identity: annMail, identitytype: 'email' },
      ],
      [
        'a social id',
        webhook({ origin: 'psid-x', channelType: 'social' }),
        { identity: 'psid-x', identitytype: 'socialId' },
      ],
      [
        'the time of the delivery',
        webhook({ createdTime: created }, { comciscotimestamp: stamped }),
        { time: new Date(stamped).toISOString() },
      ],
      ['the time of the payload', webhook({ createdTime: created }), { time: new Date(created).toISOString() }],
      ['the time of arrival', webhook({}), { time: new Date(now).toISOString() }],
      [
        'the misspelled organization',
        webhook({}, { comciscoorgid: undefined, comciscocorgid: 'org' }),
        { identity: ann },
      ],
    ];
    for (const [title, body, stored] of cases) {
      it(`stores a contact-center webhook under ${title}`, async () => {
        const made = client();
        expect((await publish(made, body)).status).to.equal(202);
        const { data } = await made.json(historyPath(''));
        expect(data[0]).to.include(stored);
        expect(data[0]).to.not.have.any.keys('comciscoorgid', 'comciscocorgid', 'comciscotimestamp');
      });
    }

    it('finds the customer of a webhook that only has the task', async () => {
      const made = client();
      await publish(made, webhook({ direction: 'OUTBOUND' }));
      await publish(made, {
        ...webhook({}),
        type: 'agent:state_change',
        data: { taskId: 't', currentState: 'wrapup' },
      });
      const { data } = await made.json(historyPath(''));
      expect(data.map(({ identity }) => identity)).to.deep.equal(['+15550109999', '+15550109999']);
    });

    it('refuses a webhook without a customer', async () => {
      const login = { ...webhook({}), type: 'agent:login', data: { agentId: 'a' } };
      expect((await publish(client(), login)).status).to.equal(400);
    });
  });

  describe('persons', () => {
    const root = '/admin/v1/api/person';
    const withPersons = () => {
      const made = client();
      const { persons } = made.world.project(project);
      const a = persons.create({
        firstName: 'Ann',
        lastName: 'Berg',
        aliases: [
          { type: 'phone', value: ann },
          { type: 'email', value: annMail },
        ],
      });
      const b = persons.create({ firstName: 'Li', aliases: [{ type: 'customerId', value: 'C,7' }] });
      const at = (id: string) => `${root}/workspace-id/${project}/person-id/${id}`;
      const patch = (id: string, ...operations: Json[]) =>
        made.send('PATCH', at(id), operations, 'application/json-patch+json');
      return { ...made, a, b, at, patch };
    };

    it('are found by any alias of a list, with commas inside an alias encoded', async () => {
      const { json, call } = withPersons();
      const wanted = [ann, 'C,7', 'nobody'].map(encodeURIComponent).join(',');
      const { data } = await json(`${root}/workspace-id/${project}/aliases/${wanted}`);
      expect(data.map(({ firstName }) => firstName)).to.deep.equal(['Ann', 'Li']);
      expect(data[0]).to.deep.include({
        phone: [ann],
        email: [annMail],
        aliases: [ann, annMail],
        workspaceId: project,
      });
      expect((await call(`${root}/workspace-id/${project}/aliases/nobody`)).status).to.equal(404);
    });

    it('are found by aliases in a body, under both names', async () => {
      const { send } = withPersons();
      for (const name of ['identities', 'aliases']) {
        const response = await send('POST', `${root}/workspace-id/${project}/aliases/search`, { [name]: ['C,7'] });
        expect(((await response.json()) as Answer).data[0]).to.include({ firstName: 'Li' });
      }
    });

    it('are listed, filtered, sorted and paged', async () => {
      const { json } = withPersons();
      const list = `${root}/workspace-id/${project}`;
      const names = async (query: string) => (await json(`${list}?${query}`)).data.map(({ firstName }) => firstName);
      expect(await names(`filter=${encodeURIComponent(`firstName=='Li'`)}`)).to.deep.equal(['Li']);
      expect(await names('sortBy=firstName&sort=DESC&pageSize=1')).to.deep.equal(['Li']);
    });

    const patches: readonly [title: string, operation: Json, expected: Json][] = [
      ['adds at a position', { op: 'add', path: '/phone/1', value: '+2' }, { phone: [ann, '+2'] }],
      ['adds at the end', { op: 'add', path: '/customerId/-', value: 'C-1' }, { customerId: ['C-1'] }],
      ['removes, and ignores the value', { op: 'remove', path: '/email/0', value: annMail }, { aliases: [ann] }],
      ['replaces a name', { op: 'replace', path: '/firstName', value: 'Anne-Lise' }, { firstName: 'Anne-Lise' }],
      ['updates (the documented word)', { op: 'update', path: '/lastName', value: 'Åberg' }, { lastName: 'Åberg' }],
    ];
    for (const [title, operation, expected] of patches) {
      it(`are changed by a JSON Patch that ${title}`, async () => {
        const { a, patch } = withPersons();
        const response = await patch(a.id, operation);
        expect(response.status).to.equal(202);
        expect(((await response.json()) as { data: Json }).data).to.deep.include(expected);
      });
    }

    it('cause the documented conflict, without a change, if an alias belongs to another person', async () => {
      const { a, patch, world } = withPersons();
      const response = await patch(a.id, { op: 'add', path: '/customerId/0', value: 'C,7' });
      const { status, errors } = (await response.json()) as Answer;
      expect(response.status).to.equal(400);
      expect(status).to.equal('400 BAD_REQUEST');
      expect(errors).to.deep.equal(['Alias to be added already exists to some other Person: C,7']);
      expect(world.project(project).persons.get(a.id)).to.equal(a);
    });

    it('cause a 409 for an alias that they have, 400 for a position that does not exist, 415 for plain JSON', async () => {
      const { a, at, patch, send } = withPersons();
      expect((await patch(a.id, { op: 'add', path: '/phone/1', value: ann })).status).to.equal(409);
      expect((await patch(a.id, { op: 'add', path: '/phone/5', value: '+9' })).status).to.equal(400);
      expect((await patch(a.id, { op: 'remove', path: '/phone/1' })).status).to.equal(400);
      expect((await patch(a.id, { op: 'move', path: '/phone/0' })).status).to.equal(400);
      expect((await patch('nobody', { op: 'remove', path: '/phone/0' })).status).to.equal(404);
      expect((await send('PATCH', at(a.id), [])).status).to.equal(415);
    });

    it('are created, extended, reduced, merged and deleted', async () => {
      const { a, b, at, send, call, world } = withPersons();
      const { persons } = world.project(project);
      const of = (verb: string, id: string) => `${root}/${verb}/workspace-id/${project}/person-id/${id}`;
      const values = (id: string) => persons.get(id).aliases.map(({ value }) => value);

      expect(
        (await send('POST', `${root}/workspace-id/${project}`, { firstName: 'Zo', phone: ['+3'] })).status,
      ).to.equal(201);
      expect(persons.byAlias('+3')?.firstName).to.equal('Zo');
      await send('PATCH', of('add-identities', b.id), { email: ['li@example.org'] }, 'application/json-patch+json');
      expect(values(b.id)).to.deep.equal(['C,7', 'li@example.org']);
      await send('PATCH', of('remove-identities', b.id), ['C,7'], 'application/json-patch+json');
      expect(values(b.id)).to.deep.equal(['li@example.org']);
      const merge = `${root}/merge/workspace-id/${project}/primary-person-id/${a.id}`;
      expect((await send('POST', merge, { personIdsToMerge: [b.id] })).status).to.equal(202);
      expect(values(a.id)).to.deep.equal([ann, annMail, 'li@example.org']);
      expect((await call(at(b.id), { method: 'DELETE' })).status).to.equal(404);
      expect(((await (await call(at(a.id), { method: 'DELETE' })).json()) as Json).firstName).to.equal('Ann');
      expect(persons.byAlias(ann)).to.equal(undefined);
    });

    it('are created or merged by identities, and lose the other aliases with the override option', async () => {
      const { a, b, send, world } = withPersons();
      const { persons } = world.project(project);
      const path = `${root}/merge-identities/workspace-id/${project}`;
      await send('POST', path, { phone: [ann], customerId: ['C,7'], socialId: ['s'] });
      expect(persons.list().map(({ id }) => id)).to.deep.equal([a.id]);
      expect(() => persons.get(b.id)).to.throw('Person not found');
      expect(persons.byAlias('s')?.id).to.equal(a.id);
      await send('POST', path, { phone: [ann], override: true });
      expect(persons.get(a.id).aliases).to.deep.equal([{ type: 'phone', value: ann }]);
      await send('POST', path, { phone: ['+77'] });
      expect(persons.list()).to.have.length(2);
    });
  });

  describe('templates, profiles and projects', () => {
    const templates = `/admin/v1/api/profile-view-template/workspace-id/${project}`;
    const attribute = {
      displayName: 'Orders',
      version: '0.1',
      event: 'order:shipped',
      metaDataType: 'string',
      metaData: 'order',
      limit: 5,
      lookBackDurationType: 'days',
      lookBackPeriod: 10,
      aggregationMode: 'Count',
      verbose: 'true',
    };
    const withTemplate = async () => {
      const made = client();
      const response = await made.send('POST', templates, { name: 'My view', attributes: [attribute] });
      expect(response.status).to.equal(201);
      const { data } = (await response.json()) as { data: { id: string } };
      made.world.publish(project, event('a', 1, { data: { order: 'A-1' } }));
      return { ...made, id: data.id };
    };

    it('templates are stored, read by ID and name, changed, deleted', async () => {
      const { id, call, json, send } = await withTemplate();
      for (const path of [`template-id/${id}`, 'template-name/My%20view', 'template-id/My%20view']) {
        expect((await json(`${templates}/${path}`)).data).to.include({ id, name: 'My view', workspaceId: project });
      }
      const renamed = { name: 'Renamed', attributes: [] };
      expect((await send('PUT', `${templates}/template-id/${id}`, renamed)).status).to.equal(200);
      expect((await json(templates)).data.map(({ name }) => name)).to.deep.equal(['Renamed']);
      expect((await send('POST', templates, { name: 'x', attributes: [{}] })).status).to.equal(400);
      const bare = (await (await call(`${templates}/template-id/${id}`, { method: 'DELETE' })).json()) as Json;
      expect(bare.name).to.equal('Renamed');
      expect((await call(`${templates}/template-id/${id}`)).status).to.equal(404);
    });

    it('a person is shown by alias or ID with a template by ID or name', async () => {
      const { id, json, world } = await withTemplate();
      const personId = world.project(project).persons.byAlias(ann)!.id;
      const view = `/v1/api/progressive-profile-view/workspace-id/${project}`;
      for (const who of [`identity/${encodeURIComponent(ann)}`, `person-id/${personId}`]) {
        for (const template of [`template-id/${id}`, 'template-name/My%20view']) {
          const { data, meta } = await json(`${view}/${who}/${template}`);
          expect(meta).to.include({ personId, templateId: id });
          const [first] = data[0]!.attributes as { result: string; journeyEvents: (string | null)[] }[];
          expect(first!.result).to.equal('1');
          expect(JSON.parse(first!.journeyEvents[0]!)).to.include({
            id: 'a',
            identityType: 'phone',
            workspaceId: null,
          });
          expect(first!.journeyEvents[1]).to.equal(null);
        }
      }
    });

    it('an unknown person or template causes a 404', async () => {
      const { call } = await withTemplate();
      const view = `/v1/api/progressive-profile-view/workspace-id/${project}`;
      expect((await call(`${view}/identity/nobody/template-name/My%20view`)).status).to.equal(404);
      expect((await call(`${view}/identity/${encodeURIComponent(ann)}/template-name/none`)).status).to.equal(404);
    });

    it('the profile is streamed without an envelope whenever an event or a change of the person changes it', async () => {
      const made = await withTemplate();
      const path = `/v1/api/progressive-profile-view/stream/workspace-id/${project}/identity/${encodeURIComponent(ann)}/template-name/My%20view`;
      const stream = reading(await made.call(path));
      made.world.publish(project, event('b', 0, { data: { order: 'A-2' } }));
      made.world.publish(project, event('c', 0, { identity: annMail, identitytype: 'email' }));
      await waitUntil(() => stream.messages().length > 0);
      expect(stream.messages()).to.have.length(1);
      expect((stream.messages()[0]!.attributes as Json[])[0]).to.include({ result: '2' });
    });

    it('projects and their subscriptions are listed', async () => {
      const { json, world } = client();
      world.addProject({ id: 'p2', name: 'Sandbox' });
      const { data } = await json('/admin/v1/api/workspace');
      expect(data.map(({ wxccSubscriptionIds }) => wxccSubscriptionIds)).to.deep.equal([['s1'], null]);
      const named = await json(`/admin/v1/api/workspace?filter=${encodeURIComponent(`workspaces.name=='Sandbox'`)}`);
      expect(named.data.map(({ id }) => id)).to.deep.equal(['p2']);
      expect((await json('/admin/v1/api/workspace/workspace-id/p2')).data).to.include({ name: 'Sandbox' });
      const subscriptions = await json(`/admin/v1/api/wxcc-subscription/workspace-id/${project}`);
      expect(subscriptions.data[0]).to.deep.include({ id: 's1', status: 'active', eventTypes: ['task:*', 'agent:*'] });
    });
  });

  describe('streams', () => {
    it('send published events to each alias of the person, and to no other person', async () => {
      const made = client();
      made.world.publish(project, event('a', 2));
      made.world.publish(project, event('b', 1, { identity: annMail, identitytype: 'email', previousidentity: ann }));
      const phone = reading(await made.call(eventStream(ann)));
      const mail = reading(await made.call(eventStream(annMail)));
      const other = reading(await made.call(eventStream('+19990')));
      await publish(made, event('c', 0));
      await publish(made, event('d', 0, { identity: '+19990' }));
      await waitUntil(() => phone.messages().length > 0 && mail.messages().length > 0 && other.messages().length > 0);
      expect(
        [phone, mail, other].map(({ messages }) =>
          messages()
            .map(({ id }) => id)
            .join(''),
        ),
      ).to.deep.equal(['c', 'c', 'd']);
      expect(phone.state.text).to.match(/^data: \{.*\}\n\n$/);
    });

    it('use only the literal alias if streams do not follow the identity graph', async () => {
      const made = client({ streamFollowsGraph: false });
      made.world.publish(project, event('a', 2));
      made.world.publish(project, event('b', 1, { identity: annMail, identitytype: 'email', previousidentity: ann }));
      const stream = reading(await made.call(eventStream(ann)));
      await publish(made, event('c', 0, { identity: annMail, identitytype: 'email' }));
      await publish(made, event('d', 0));
      await waitUntil(() => stream.messages().length > 0);
      expect(stream.messages().map(({ id }) => id)).to.deep.equal(['d']);
    });

    it('accept the form with the alias in the body', async () => {
      const made = client();
      const path = `/v1/api/events/stream/workspace-id/${project}/identity`;
      const stream = reading(await made.send('POST', path, { identity: ann }));
      await publish(made, event('a', 0));
      await waitUntil(() => stream.messages().length === 1);
      expect((await made.send('POST', path, {})).status).to.equal(400);
    });

    it('apply the filters of the query', async () => {
      const made = client();
      const stream = reading(await made.call(eventStream(ann, `filter=${encodeURIComponent(`type=='b'`)}`)));
      await publish(made, event('a', 0, { type: 'a' }));
      await publish(made, event('b', 0, { type: 'b' }));
      await waitUntil(() => stream.messages().length > 0);
      expect(stream.messages().map(({ id }) => id)).to.deep.equal(['b']);
    });

    it('send some contact-center payloads as text, with the ID, type and time of the history', async () => {
      const made = client();
      const stream = reading(await made.call(eventStream(ann)));
      for (let n = 0; n < 12; n++) await publish(made, event(`${n}`, n, { source: 'wxcc', data: { taskId: 't' } }));
      await waitUntil(() => stream.messages().length === 12);
      const inText = stream.messages().filter(({ data }) => typeof data === 'string');
      expect(inText.length).to.be.within(1, 11);
      expect(inText[0]).to.include({ datacontenttype: 'string', data: '{"taskId":"t"}' });
      const key = ({ id, type, time }: Json) => [id, type, time].join();
      const { data } = await made.json(annsHistory('sort=desc'));
      expect(stream.messages().map(key)).to.have.members(data.map(key));
    });

    it('are registered, without the token, until the reader stops', async () => {
      const made = client();
      const leave = new AbortController();
      const stream = reading(await made.call(eventStream(ann), { signal: leave.signal }));
      const open = (await (await made.call('/emulator/streams')).json()) as unknown;
      expect(open).to.deep.equal([{ kind: 'event-stream', identity: ann, openedAt: new Date(now).toISOString() }]);
      leave.abort();
      await waitUntil(() => made.streams.list().length === 0 && stream.state.ended === 'broken');
    });

    it('are freed when the body is cancelled', async () => {
      const made = client();
      const response = await made.call(eventStream(ann));
      expect(made.streams.list()).to.have.length(1);
      await response.body!.cancel();
      await waitUntil(() => made.streams.list().length === 0);
    });

    it('send comments as heartbeats', async () => {
      const stream = reading(await client({ heartbeat: 5 }).call(eventStream(ann)));
      await waitUntil(() => stream.state.text.includes(': heartbeat\n\n: heartbeat\n\n'));
    });
  });

  describe('search', () => {
    const query =
      'query($from:Long!,$to:Long!,$a:String!){taskDetails(from:$from,to:$to,filter:{or:[{id:{equals:$a}}]}){tasks{id}}}';
    const day = 24 * 60 * minute;
    const task = (id: string, minutesAgo: number, type: string, data: Json = {}) =>
      event(`${id} ${type} ${minutesAgo}`, minutesAgo, { type, source: 'wxcc', data: { taskId: id, ...data } });

    interface Found {
      readonly data: { readonly taskDetails: { readonly tasks: readonly Json[] } } | null;
      readonly errors?: readonly Json[];
    }
    const search = async ({ send }: Client, variables: object, text = query): Promise<Found & { status: number }> => {
      const span = { from: now - day, to: now };
      const response = await send('POST', '/search', { query: text, variables: { ...span, ...variables } });
      return { ...((await response.json()) as Found), status: response.status };
    };
    const found = async (made: Client, variables: object) => (await search(made, variables)).data?.taskDetails.tasks;

    const busy = (): Client => {
      const made = client();
      const { agents, handling } = made.world;
      for (const name of ['Ada', 'Ben', 'Cleo']) agents.set(name.toLowerCase(), name);
      handling.set('t2', { agents: ['Cleo', 'Ada'], wrapUp: 'Sold', csat: 5 });
      for (const [id, ending] of [
        ['t1', { terminatingParty: 'Agent' }],
        ['t2', { terminatingParty: 'Customer' }],
      ] as const) {
        made.world.publish(project, task(id, 60, 'task:new'));
        made.world.publish(project, task(id, 59, 'task:parked', { queueId: 'q', queueName: 'Sales' }));
        made.world.publish(project, task(id, 57, 'task:connected'));
        made.world.publish(project, task(id, 52, 'task:connected'));
        made.world.publish(project, task(id, 50, 'task:ended', ending));
        made.world.publish(project, task(id, 50, 'agent:state_change', { agentId: 'ben', currentState: 'wrapup' }));
      }
      made.world.publish(project, task('gave-up', 60, 'task:new'));
      made.world.publish(project, task('gave-up', 58, 'task:ended'));
      made.world.publish(project, task('going-on', 2, 'task:new'));
      return made;
    };
    const agentsIn = (record: Json | undefined) =>
      (record?.['activities'] as { nodes: readonly Json[] }).nodes
        .filter(({ eventName }) => eventName === 'connected')
        .map(({ agentName }) => agentName);

    it('makes the same record from the same events of a contact; its last agent is the one who wrapped up', async () => {
      const [record] = (await found(busy(), { a: 't1' })) ?? [];
      expect(record).to.deep.include({
        id: 't1',
        isActive: false,
        terminatingEnd: 'Agent',
        totalDuration: 10 * minute,
      });
      expect(record).to.deep.include({ queueDuration: 2 * minute, connectedDuration: 7 * minute });
      expect(record?.['lastAgent']).to.deep.equal({ id: 'ben', name: 'Ben' });
      expect(record?.['lastQueue']).to.deep.equal({ id: 'q', name: 'Sales' });
      expect(agentsIn(record)[1]).to.equal('Ben');
      expect(agentsIn(record)[0]).to.be.oneOf(['Ada', 'Cleo']);
      expect(await found(busy(), { a: 't1' })).to.deep.equal([record]);
    });

    it("uses the agents, wrap-up and score of the contact's handling", async () => {
      const [record] = (await found(busy(), { a: 't2' })) ?? [];
      expect(agentsIn(record)).to.deep.equal(['Cleo', 'Ada']);
      expect(record).to.deep.include({ lastWrapupCodeName: 'Sold', csatScore: 5, terminatingEnd: 'Customer' });
    });

    it('has no agent, wrap-up and score for a contact that is not answered, or ongoing', async () => {
      for (const id of ['gave-up', 'going-on']) {
        const [record] = (await found(busy(), { a: id })) ?? [];
        expect(record).to.deep.include({ id, lastAgent: null, lastWrapupCodeName: null, csatScore: null });
        expect(record?.['isActive']).to.equal(id === 'going-on');
      }
    });

    it('finds nothing outside the time, and no unknown contact', async () => {
      expect(await found(busy(), { a: 't1', to: now - 61 * minute })).to.deep.equal([]);
      expect(await found(busy(), { a: 'nobody' })).to.deep.equal([]);
    });

    it('refuses the same requests as the service', async () => {
      const made = busy();
      const status = async (variables: object) => (await search(made, { a: 't1', ...variables })).status;
      expect(await status({ to: now + minute })).to.equal(422);
      expect(await status({ from: now - 31 * day })).to.equal(422);
      expect(await status({ from: now - 1100 * day, to: now - 1090 * day })).to.equal(422);
      expect(await status({ from: 'yesterday' })).to.equal(400);
      expect((await made.send('POST', '/search', {})).status).to.equal(400);
      const { status: fine, data, errors } = await search(made, { a: 't1' }, '{ agentSession { id } }');
      expect([fine, data, errors?.length]).to.deep.equal([200, null, 1]);
      made.faults.add({ route: 'search', status: 403 });
      expect(await status({})).to.equal(403);
    });
  });

  describe('the bearer check', () => {
    const status = async ({ fetch }: Client, path: string, headers: HeadersInit = {}) => {
      const response = await fetch(`https://cjds.example${path}`, { headers });
      await response.body?.cancel();
      return response.status;
    };

    it("answers 401 in the gateway's words without a token, and with an expired one", async () => {
      const made = client();
      const response = await made.fetch(`https://cjds.example${annsHistory()}`);
      expect(response.status).to.equal(401);
      expect(((await response.json()) as Answer).error?.key).to.equal('401');
      expect(await status(made, annsHistory(), { authorization: 'Bearer expired-yesterday' })).to.equal(401);
      expect(await status(made, annsHistory(), { authorization: 'Basic good' })).to.equal(401);
      expect(await status(made, annsHistory(), { authorization: 'Bearer good' })).to.equal(404);
    });

    it('accepts the token in the query on streams only', async () => {
      const made = client();
      expect(await status(made, eventStream(ann, 'bearerToken=good'))).to.equal(200);
      expect(await status(made, eventStream(ann, 'bearerToken=expired'))).to.equal(401);
      expect(await status(made, annsHistory('bearerToken=good'))).to.equal(401);
    });

    it('only accepts the configured tokens, as they are at that time', async () => {
      const tokens = new Set(['one']);
      const made = client({ tokens });
      expect(await status(made, annsHistory(), { authorization: 'Bearer one' })).to.equal(404);
      tokens.clear();
      tokens.add('two');
      expect(await status(made, annsHistory(), { authorization: 'Bearer one' })).to.equal(401);
      expect(await status(made, annsHistory(), { authorization: 'Bearer two' })).to.equal(404);
    });
  });

  describe('faults', () => {
    const set = ({ send }: Client, fault: unknown) => send('POST', '/emulator/faults', fault);

    it('can be set, listed and cleared, and must be valid', async () => {
      const made = client();
      await set(made, [
        { route: 'events', status: 500 },
        { route: 'person', delay: [1, 2] },
      ]);
      expect(await (await made.call('/emulator/faults')).json()).to.have.length(2);
      await made.call('/emulator/faults', { method: 'DELETE' });
      expect(made.faults.list()).to.deep.equal([]);
      expect((await set(made, { route: 'nowhere' })).status).to.equal(400);
      expect((await set(made, { statsu: 500 })).status).to.equal(400);
    });

    it('set a status on one route, for the next requests only', async () => {
      const made = client();
      made.world.publish(project, event('a', 1));
      await set(made, { route: 'events', status: 429, retryAfter: 7, count: 2 });
      const first = await made.call(annsHistory());
      expect(first.status).to.equal(429);
      expect(first.headers.get('retry-after')).to.equal('7');
      expect((await made.call('/admin/v1/api/workspace')).status).to.equal(200);
      expect((await made.call(annsHistory())).status).to.equal(429);
      expect((await made.call(annsHistory())).status).to.equal(200);
    });

    const bodies: readonly [fault: Json, expected: RegExp][] = [
      [{ status: 500 }, /"status":"500 INTERNAL_SERVER_ERROR"/],
      [{ status: 403 }, /"error":\{"key":"403"/],
      [{ status: 403, body: 'cjds' }, /"status":"403 FORBIDDEN"/],
      [{ status: 502, body: 'html' }, /^<html>/],
      [{ status: 503, body: 'empty' }, /^$/],
    ];
    for (const [fault, expected] of bodies) {
      it(`have the body ${String(expected)} for ${JSON.stringify(fault)}`, async () => {
        const made = client();
        await set(made, fault);
        const response = await made.call(annsHistory());
        expect(response.status).to.equal(fault.status);
        expect(await response.text()).to.match(expected);
      });
    }

    it('fail like a broken network', async () => {
      const made = client();
      await set(made, { network: true });
      const failure: unknown = await made.call(annsHistory()).catch((error: unknown) => error);
      expect(failure).to.be.instanceOf(TypeError);
    });

    it('delay a response, and let an abort end the wait', async () => {
      const made = client();
      await set(made, { route: 'events', delay: 60_000, count: 1 });
      await set(made, { route: 'workspace', delay: [1, 3] });
      const leave = new AbortController();
      const waiting = made.call(annsHistory(), { signal: leave.signal }).catch((error: unknown) => error);
      expect((await made.call('/admin/v1/api/workspace')).status).to.equal(200);
      leave.abort();
      expect(await waiting).to.include({ name: 'AbortError' });
    });

    it('do not delay a response for a client that has disconnected', async () => {
      const made = client();
      await set(made, { delay: 60_000 });
      const leave = new AbortController();
      const request = new Request(`https://cjds.example${annsHistory()}`, { signal: leave.signal });
      const answer = getResponse(made.handlers, request, { quiet: true });
      leave.abort();
      expect((await answer)?.status).to.equal(401);
    });

    it('free a stream whose reader stopped before the response', async () => {
      const made = client();
      await set(made, { route: 'event-stream', delay: 20 });
      const leave = new AbortController();
      const waiting = made.call(eventStream(ann), { signal: leave.signal }).catch((error: unknown) => error);
      leave.abort();
      await waiting;
      await made.call(eventStream('later'));
      await waitUntil(() => made.streams.list().every(({ identity }) => identity === 'later'));
    });

    const streaming = async (fault: Json | undefined, options: EmulatorOptions = {}) => {
      const made = client(options);
      if (fault) await set(made, fault);
      const stream = reading(await made.call(eventStream(ann)));
      return {
        made,
        ...stream,
        publishAll: async (text: string) => {
          for (const id of text) await publish(made, event(id, 0));
        },
      };
    };

    for (const [how, ended] of [
      ['drop', 'broken'],
      ['end', 'closed'],
    ] as const) {
      it(`${how} the streams that are open now, once`, async () => {
        const { made, state } = await streaming(undefined);
        await set(made, { route: 'event-stream', stream: how });
        await waitUntil(() => state.ended === ended);
        expect(made.streams.list()).to.deep.equal([]);
        await made.call(eventStream(ann));
        expect(made.streams.list()).to.have.length(1);
      });
    }

    it('do not affect streams of another route', async () => {
      const { made } = await streaming(undefined);
      await set(made, { route: 'profile-stream', stream: 'drop' });
      expect(made.streams.list()).to.have.length(1);
    });

    it('drop a stream after some messages', async () => {
      const { state, messages, publishAll } = await streaming({ stream: 'end', after: 2 });
      await publishAll('abc');
      await waitUntil(() => state.ended === 'closed');
      expect(
        messages()
          .map(({ id }) => id)
          .join(''),
      ).to.equal('ab');
    });

    it('silence a stream: no messages and no heartbeats', async () => {
      const { made, state, publishAll } = await streaming({ stream: 'silent' }, { heartbeat: 2 });
      const other = reading(await client({ heartbeat: 2 }).call(eventStream(ann)));
      await publishAll('a');
      await waitUntil(() => other.state.text.includes('heartbeat'));
      expect(state.text).to.equal('');
      made.faults.clear();
      await waitUntil(() => state.text.includes('heartbeat'));
    });

    const harmed: readonly [fault: string, count: number, expected: string][] = [
      ['duplicate', 1, 'aabc'],
      ['reorder', 1, 'bac'],
    ];
    for (const [fault, count, expected] of harmed) {
      it(`deliver ${expected} when abc meets ${fault}`, async () => {
        const { messages, publishAll } = await streaming({ stream: fault, count });
        await publishAll('abc');
        await waitUntil(() => messages().length === expected.length);
        expect(
          messages()
            .map(({ id }) => id)
            .join(''),
        ).to.equal(expected);
      });
    }

    it('send half a message before a whole one', async () => {
      const { state, publishAll } = await streaming({ stream: 'malformed', count: 1 });
      await publishAll('a');
      await waitUntil(() => state.text.split('\n\n').length === 3);
      const [half = '', whole = ''] = state.text.split('\n\n');
      expect(() => JSON.parse(half.slice(6)) as unknown).to.throw();
      expect(JSON.parse(whole.slice(6))).to.include({ id: 'a' });
    });

    it('expire every token used so far, and accept a new one', async () => {
      const made = client();
      expect((await made.call('/admin/v1/api/workspace')).status).to.equal(200);
      await set(made, { token: 'expired' });
      expect((await made.call('/admin/v1/api/workspace')).status).to.equal(401);
      const renewed = { headers: { authorization: 'Bearer renewed' } };
      expect((await made.call('/admin/v1/api/workspace', renewed)).status).to.equal(200);
    });
  });

  describe('the demo data', () => {
    const demo = (at = now) => createEmulator({ now: () => at, seed: seedDemoWorld });

    it('has every customer with every alias, and nothing for the unknown one', () => {
      const { persons, events } = demo().world.project(demoProjectId);
      for (const { aliases, firstName, key } of demoCustomers) {
        for (const alias of aliases) expect(persons.byAlias(alias)?.firstName, alias).to.equal(firstName);
        const count = events.of(aliases).length;
        if (key === 'unknown') expect(count).to.equal(0);
        else if (key === 'long') expect(count).to.equal(10_000);
        else expect(count, key).to.be.greaterThan(2);
      }
    });

    it('has no events in the future', () => {
      const { events } = demo().world.project(demoProjectId);
      expect(events.of().filter(({ at }) => at > now)).to.deep.equal([]);
    });

    it('has the profile of the first customer', async () => {
      const { handlers } = demo();
      const [{ address }] = demoCustomers;
      const path = `/v1/api/progressive-profile-view/workspace-id/${demoProjectId}/identity/${encodeURIComponent(address)}`;
      const response = await emulatorFetch(handlers)(
        `https://cjds.example${path}/template-name/${encodeURIComponent(demoTemplateName)}`,
        { headers: { authorization: 'Bearer good' } },
      );
      const { data } = (await response.json()) as Answer;
      const shown = (data[0]!.attributes as { queryTemplate: { displayName: string }; result: string }[]).map(
        ({ queryTemplate, result }) => `${queryTemplate.displayName}: ${result}`,
      );
      expect(shown).to.deep.equal([
        'Contacts, last 10 days: 4',
        'Contacts, last 24 hours: 1',
        'Plan: Premium Fibre',
        'Preferred channel: Chat',
        'Customer since: 2019-04-02',
        'Lifetime value: 2184.5',
        'Open invoices: 1',
        'Time zone: America/Los_Angeles',
      ]);
    });

    it('is the same for the same time', () => {
      const world = () => demo().world.project(demoProjectId).events.of();
      expect(JSON.stringify(world())).to.equal(JSON.stringify(world()));
    });
  });
});
