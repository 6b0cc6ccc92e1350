import { expect } from '@open-wc/testing';
import { JourneyError } from '../../../../src/domain/base/journey-error.js';
import type { JourneyEvent } from '../../../../src/domain/event/event.js';
import { readEvent, readHistoryPage, readStreamMessage } from '../../../../src/sources/cjds/wire/event-wire.js';
import { readPersons } from '../../../../src/sources/cjds/wire/person-wire.js';
import { readProfile, readProfileMessage } from '../../../../src/sources/cjds/wire/profile-wire.js';
import { readProjects } from '../../../../src/sources/cjds/wire/project-wire.js';
import { readTemplates } from '../../../../src/sources/cjds/wire/template-wire.js';

const received = Date.parse('2026-11-20T10:00:00Z');
const created = 1_770_110_104_221;

const wire = {
  id: 'e-1',
  specversion: '1.0',
  type: 'task:connected',
  source: '/com/cisco/wxcc/1',
  time: '2026-02-03T09:15:04.221Z',
  identity: '+15550100123',
  identitytype: 'phone',
  previousidentity: null,
  datacontenttype: 'application/json',
  data: { taskId: 't-1', createdTime: created },
};

function read(value: unknown): JourneyEvent {
  const event = readEvent(value, received);
  if (event === undefined) throw new Error('nothing was read');
  return event;
}

describe('readEvent', () => {
  it('reads an event and keeps the original', () => {
    const { key, ...event } = read(wire);
    expect(event).to.deep.equal({
      id: 'e-1',
      source: '/com/cisco/wxcc/1',
      type: 'task:connected',
      time: created,
      timeFrom: 'event',
      identity: '+15550100123',
      identityType: 'phone',
      data: wire.data,
      raw: wire,
      readable: true,
    });
    expect(event.raw).to.equal(wire);
    expect(key).to.contain('e-1').and.contain('t-1');
  });

  it('reads every spelling of the envelope as the same event', () => {
    const { identitytype, specversion, datacontenttype, previousidentity, ...rest } = wire;
    const camel = {
      ...rest,
      specVersion: specversion,
      dataContentType: datacontenttype,
      identityType: identitytype,
      previousIdentity: previousidentity,
      organizationId: null,
      workspaceId: null,
    };
    const { identity, ...nobody } = rest;
    const legacy = { ...nobody, person: identity, previously: null, identityType: identitytype };
    for (const variant of [camel, legacy]) {
      expect({ ...read(variant), raw: undefined }).to.deep.equal({ ...read(wire), raw: undefined });
    }
  });

  it('keeps the identity fields of older and newer envelopes', () => {
    for (const name of ['previousidentity', 'previousIdentity', 'previously']) {
      expect(read({ ...wire, [name]: 'ann@example.org' }).raw).to.have.property(name, 'ann@example.org');
    }
  });

  const payloads: readonly (readonly [string, unknown, unknown])[] = [
    ['an object', { a: 0, b: false, c: null }, { a: 0, b: false, c: null }],
    ['JSON text', '{"a":0,"b":{"c":"\\u2603"}}', { a: 0, b: { c: '☃' } }],
    ['JSON text within JSON text', JSON.stringify('{"a":0}'), { a: 0 }],
    ['JSON text of a list', '[1,2]', { value: [1, 2] }],
    ['plain text', 'Hello', { value: 'Hello' }],
    ['broken JSON', '{"a":', { value: '{"a":' }],
    ['text of a number, digit by digit', '0012345678901234567890', { value: '0012345678901234567890' }],
    ['text of a long number', '12345678901234567890', { value: '12345678901234567890' }],
    ['a list', [1, { a: 1 }], { value: [1, { a: 1 }] }],
    ['zero', 0, { value: 0 }],
    ['false', false, { value: false }],
    ['null', null, {}],
    ['nothing', undefined, {}],
    ['empty text', '', {}],
  ];
  for (const [name, data, expected] of payloads) {
    it(`reads a payload that is ${name}, with any content type`, () => {
      for (const datacontenttype of ['application/json', 'string', undefined]) {
        expect(read({ ...wire, data, datacontenttype }).data).to.deep.equal(expected);
      }
    });
  }

  const at = Date.parse('2026-02-03T09:15:04Z');
  const times: readonly (readonly [string, unknown, unknown, number, string])[] = [
    ['ISO with Z', '2026-02-03T09:15:04Z', created, at, 'event'],
    ['ISO with an offset', '2026-02-03T10:15:04+01:00', created, at, 'event'],
    ['ISO with an offset without colon', '2026-02-03T10:15:04+0100', created, at, 'event'],
    ['ISO with a negative offset', '2026-02-03T04:15:04-05:00', created, at, 'event'],
    ['ISO with nanoseconds', '2026-02-03T09:15:04.221123456Z', 0, created, 'event'],
    ['ISO in small letters', '2026-02-03t09:15:04z', created, at, 'event'],
    ['ISO with a space', '2026-02-03 09:15:04Z', created, at, 'event'],
    ['ISO without a zone, which is UTC', '2026-02-03T09:15:04', created, at, 'event'],
    ['a date alone, which is UTC', '2026-02-03', created, Date.parse('2026-02-03'), 'event'],
    ['epoch milliseconds', created, 0, created, 'event'],
    ['epoch milliseconds as text', String(created), 0, created, 'event'],
    ['absent, with a createdTime', undefined, created, created, 'payload'],
    ['absent, with a createdTime as text', undefined, String(created), created, 'payload'],
    ['absent, with an ISO createdTime', undefined, '2026-02-03T09:15:04Z', at, 'payload'],
    ['null, with a createdTime', null, created, created, 'payload'],
    ['empty, with a createdTime', '', created, created, 'payload'],
    ['no time, with a createdTime', 'yesterday', created, created, 'payload'],
    ['words a lenient parser takes for a date', 'task 1', created, created, 'payload'],
    ['impossible, with a createdTime', '2026-02-30T00:00:00Z', created, created, 'payload'],
    ['an object, with a createdTime', { at: 1 }, created, created, 'payload'],
    ['absent, like createdTime', undefined, undefined, received, 'received'],
    ['absent, and createdTime lacks digits', undefined, 161_351_009, received, 'received'],
    ['absent, and createdTime is no date any more', undefined, 1e20, received, 'received'],
    ['absent, and createdTime is 0', undefined, 0, received, 'received'],
  ];
  for (const [name, time, createdTime, expected, timeFrom] of times) {
    it(`uses the time from the ${timeFrom} if it is ${name}`, () => {
      expect(read({ ...wire, time, data: { createdTime } })).to.include({ time: expected, timeFrom });
    });
  }

  it('finds createdTime in a payload of JSON text', () => {
    const { time: _, ...timeless } = wire;
    expect(read({ ...timeless, data: JSON.stringify(wire.data) })).to.include({ time: created, timeFrom: 'payload' });
  });

  it('keeps events apart that share an ID, and recognizes the same event in any format', () => {
    const different = [
      wire,
      { ...wire, type: 'task:ended' },
      { ...wire, time: '2026-02-03T09:15:05Z' },
      { ...wire, data: { taskId: 't-2' } },
      { ...wire, source: 'wxcc' },
    ];
    expect(new Set(different.map((value) => read(value).key))).to.have.property('size', 5);
    const same = [
      wire,
      { ...wire, time: '2026-02-03T10:15:04.221+01:00' },
      { ...wire, time: String(created) },
      { ...wire, datacontenttype: 'string', data: JSON.stringify(wire.data) },
    ];
    expect(new Set(same.map((value) => read(value).key))).to.have.property('size', 1);
  });

  for (const identitytype of ['chat', 'socialId', 'temporaryId', 'customerId', 'email']) {
    it(`keeps the identity type ${identitytype} unchanged`, () => {
      expect(read({ ...wire, identitytype }).identityType).to.equal(identitytype);
    });
  }

  it('finds the customer of an outbound event by its identity, with or without a plus; the origin is the company', () => {
    for (const identity of ['+15550100123', '15550100123']) {
      const data = { taskId: 't-1', direction: 'OUTBOUND', origin: '+18005550100', destination: '+15550100123' };
      expect(read({ ...wire, identity, data })).to.include({ identity, identityType: 'phone' });
    }
  });

  it('reads an event with nothing but a type, and one whose id and identity are numbers', () => {
    const bare = { type: 'order:shipped' };
    expect(read(bare)).to.include({
      id: '',
      source: '',
      identity: '',
      identityType: '',
      time: received,
      readable: true,
    });
    expect(read({ ...wire, id: 7, identity: 15550100123 })).to.include({ id: '7', identity: '15550100123' });
  });

  it('ignores keys with a special meaning in JavaScript', () => {
    const text =
      '{"type":"x","__proto__":{"id":"evil"},"constructor":1,"data":{"__proto__":{"taskId":"evil"},"hasOwnProperty":1}}';
    const event = read(JSON.parse(text));
    expect(event.id).to.equal('');
    expect(event.data['taskId']).to.equal(undefined);
    expect(Object.keys(event.data)).to.deep.equal(['__proto__', 'hasOwnProperty']);
    expect(({} as Record<string, unknown>)['taskId']).to.equal(undefined);
  });

  for (const value of [
    undefined,
    null,
    '',
    {},
    { type: 'heartbeat' },
    { type: 'KEEP-ALIVE', time: 1 },
    { type: 'ping' },
  ]) {
    it(`reads ${JSON.stringify(value)} as a heartbeat`, () => {
      expect(readEvent(value, received)).to.equal(undefined);
    });
  }

  it('reads a time of a hundred thousand letters fast', () => {
    expect(read({ ...wire, time: 'T'.repeat(100_000), data: { createdTime: 'T'.repeat(100_000) } }).timeFrom).to.equal(
      'received',
    );
  });

  it('reads an event that its publisher called ping', () => {
    expect(readEvent({ type: 'ping', identity: 'ann@example.org' }, received)).to.include({ readable: true });
    expect(readEvent({ type: 'ping', data: { a: 1 } }, received)).to.include({ readable: true });
  });

  for (const value of ['garbage', 7, true, [], ['a'], { id: 'x', source: 'y' }, { type: '  ' }, { type: { a: 1 } }]) {
    it(`keeps ${JSON.stringify(value)} as an unreadable event`, () => {
      const event = read(value);
      expect(event).to.include({ readable: false, raw: value, type: '' });
    });
  }
});

describe('readStreamMessage', () => {
  const text = JSON.stringify({ ...wire, datacontenttype: 'string', data: JSON.stringify(wire.data) });

  it('reads an event', () => {
    expect(readStreamMessage(text, received)).to.include({ id: 'e-1', readable: true });
    expect(readStreamMessage(text, received)?.data).to.deep.equal(wire.data);
  });

  it('reads an event that is JSON text in JSON text', () => {
    expect(readStreamMessage(JSON.stringify(text), received)).to.include({ id: 'e-1', readable: true });
  });

  for (const heartbeat of [
    '',
    ' ',
    '\n',
    'ping',
    'heartbeat',
    '"ping"',
    '1770110104221',
    'null',
    'true',
    '{}',
    ': x',
  ]) {
    it(`returns nothing for ${JSON.stringify(heartbeat)}`, () => {
      expect(readStreamMessage(heartbeat, received)).to.equal(undefined);
    });
  }

  for (const broken of ['{"id":"e-1","type":"task', ' {', '[{"id":']) {
    it(`keeps ${JSON.stringify(broken)} as an unreadable event`, () => {
      const event = readStreamMessage(broken, received);
      expect(event).to.include({ readable: false, raw: broken, time: received, timeFrom: 'received' });
    });
  }
});

describe('readHistoryPage', () => {
  it('reads the events, skips empty entries and keeps unusual ones', () => {
    const page = readHistoryPage({ meta: { resultCount: 4 }, data: [wire, null, 'odd', {}] }, received);
    expect(page.map(({ readable }) => readable)).to.deep.equal([true, false]);
  });

  for (const empty of [undefined, {}, { meta: {} }, { data: null }, { data: [] }]) {
    it(`finds no events in ${JSON.stringify(empty)}`, () => {
      expect(readHistoryPage(empty, received)).to.deep.equal([]);
    });
  }
});

describe('an unreadable envelope', () => {
  const readers: Record<string, (answer: unknown) => unknown> = {
    history: (answer) => readHistoryPage(answer, received),
    persons: readPersons,
    profile: (answer) => readProfile(answer, ''),
    templates: readTemplates,
    projects: readProjects,
  };
  for (const [name, reader] of Object.entries(readers)) {
    it(`is malformed, not empty (${name})`, () => {
      for (const answer of [null, 'text', 7, [], { data: 'text' }, { data: 7 }]) {
        expect(() => reader(answer), JSON.stringify(answer))
          .to.throw(JourneyError)
          .with.property('kind', 'malformed');
      }
    });
  }
});

describe('readPersons', () => {
  it('reads names and aliases of every kind', () => {
    const answer = {
      data: [
        {
          id: 'p1',
          firstName: ' Ann ',
          lastName: 'Berg',
          phone: ['+15550100123'],
          email: ['ann@example.org'],
          customerId: ['C1007'],
          temporaryId: ['tmp'],
          socialId: ['soc'],
          aliases: ['ann@example.org', '+15550100123', 'C1007', 'tmp', 'soc'],
          override: null,
        },
      ],
    };
    expect(readPersons(answer)).to.deep.equal([
      {
        id: 'p1',
        firstName: 'Ann',
        lastName: 'Berg',
        aliases: [
          { kind: 'phone', value: '+15550100123' },
          { kind: 'email', value: 'ann@example.org' },
          { kind: 'customerId', value: 'C1007' },
          { kind: 'temporaryId', value: 'tmp' },
          { kind: 'socialId', value: 'soc' },
        ],
      },
    ]);
  });

  it('needs only an ID: names may be null, and every list may be missing', () => {
    const bare = { id: 'p1', firstName: null, lastName: null, phone: null };
    expect(readPersons({ data: [bare] })).to.deep.equal([{ id: 'p1', firstName: '', lastName: '', aliases: [] }]);
  });

  it('reads aliases of older persons that are not in a list by kind', () => {
    const old = { id: 'p1', email: ['a@b.c'], aliases: ['a@b.c', 'chat-7', 'chat-7', null, 15550100] };
    expect(readPersons({ data: [old] })[0]?.aliases).to.deep.equal([
      { kind: 'email', value: 'a@b.c' },
      { kind: 'unknown', value: 'chat-7' },
      { kind: 'unknown', value: '15550100' },
    ]);
  });

  it('reads a single value as a list, and removes repeats', () => {
    const person = { id: 'p1', phone: '+1555', email: ['a@b.c', 'a@b.c', ''] };
    expect(readPersons({ data: person })[0]?.aliases.map(({ value }) => value)).to.deep.equal(['+1555', 'a@b.c']);
  });

  it('keeps several persons apart, each once, and skips items without an ID', () => {
    const answer = { data: [{ id: 'a' }, null, { firstName: 'Ann' }, 'x', { id: 'b' }, { id: 'a' }] };
    expect(readPersons(answer).map(({ id }) => id)).to.deep.equal(['a', 'b']);
  });
});

describe('readProfile', () => {
  const attribute = (parts: object, template: object = {}) => ({
    queryTemplate: { displayName: 'Contacts', widgetAttributes: { type: 'table' }, ...template },
    result: '3',
    error: '',
    ...parts,
  });
  const view = (...attributes: unknown[]) => ({ personId: 'p', templateId: 't', attributes });
  const shown = (answer: unknown) => readProfile(answer, 'Default')?.attributes;
  const unsaid = { aggregation: '', type: '', field: '', limit: 0 };

  it('reads a view with and without an envelope', () => {
    const expected = {
      templateName: 'Default',
      attributes: [{ label: 'Contacts', value: '3', error: undefined, query: unsaid }],
    };
    const bare = view(attribute({}));
    for (const answer of [{ meta: {}, data: [bare] }, { data: bare }, bare]) {
      expect(readProfile(answer, 'Default')).to.deep.equal(expected);
    }
    expect(readProfileMessage(JSON.stringify(bare), 'Default')).to.deep.equal(expected);
  });

  it('reads the older container and its older keys', () => {
    const old = {
      hasError: false,
      eventDataAggregators: [],
      attributeView: [
        {
          queryTemplate: {
            metadata: 'origin',
            metadataType: 'STRING',
            lookbackPeriod: 10,
            lookbackDurationType: 'days',
            verbose: 'true',
          },
          result: 'a,b',
          error: null,
        },
      ],
    };
    expect(shown({ data: [old] })).to.deep.equal([
      { label: 'origin', value: 'a,b', error: undefined, query: { ...unsaid, type: 'string', field: 'origin' } },
    ]);
    expect(shown(view(attribute({}, { displayName: '', metaData: 'queueId' })))?.[0]?.label).to.equal('queueId');
  });

  it('returns an empty profile if the attributes are null, and undefined without a view', () => {
    expect(shown({ data: [{ personId: 'p', templateId: 't', attributes: null }] })).to.deep.equal([]);
    expect(shown({ templateId: 't' })).to.deep.equal([]);
    for (const none of [undefined, {}, { meta: {} }, { data: [] }, { data: null }, { data: [null] }]) {
      expect(readProfile(none, 'Default'), JSON.stringify(none)).to.equal(undefined);
    }
  });

  const results: readonly (readonly [unknown, unknown, string, string | undefined])[] = [
    ['0', '', '0', undefined],
    [0, null, '0', undefined],
    [null, null, '', undefined],
    ['', undefined, '', undefined],
    ['a, b', '', 'a, b', undefined],
    [null, 'Metadata is not a number', '', 'Metadata is not a number'],
  ];
  for (const [result, error, value, problem] of results) {
    it(`reads result ${JSON.stringify(result)} and error ${JSON.stringify(error)}`, () => {
      expect(shown(view(attribute({ result, error })))).to.deep.equal([
        { label: 'Contacts', value, error: problem, query: unsaid },
      ]);
    });
  }

  it('reads the query of an attribute', () => {
    const template = { aggregationMode: 'Sum', metaDataType: 'DOUBLE', metaData: 'amount', limit: 3 };
    expect(shown(view(attribute({}, template)))?.[0]?.query).to.deep.equal({
      aggregation: 'sum',
      type: 'double',
      field: 'amount',
      limit: 3,
    });
    expect(shown(view(attribute({}, { limit: '1' })))?.[0]?.query?.limit).to.equal(1);
    expect(shown(view(attribute({}, { limit: {}, metaData: null })))?.[0]?.query).to.deep.equal(unsaid);
  });

  it('returns tables, and attributes without a type', () => {
    const widgets = {
      table: { type: 'table' },
      capitals: { type: 'TABLE' },
      'no type': {},
      'null type': { type: null },
      'null widget': null,
      'no widget': undefined,
      tab: { type: 'tab' },
      inline: { type: 'inline' },
    };
    const attributes = Object.entries(widgets).map(([displayName, widgetAttributes]) =>
      attribute({}, { displayName, widgetAttributes }),
    );
    const labels = shown(view(...attributes))?.map(({ label }) => label);
    expect(labels).to.deep.equal(['table', 'capitals', 'no type', 'null type', 'null widget', 'no widget']);
  });

  it('accepts the events of a value as text, null or missing', () => {
    for (const journeyEvents of [undefined, null, [], [null, '{"id":"e","specVersion":"1.0"}', '{broken', 7]]) {
      expect(shown(view(attribute({ journeyEvents })))).to.have.length(1);
    }
  });

  it('skips invalid attributes, and keeps one without a template', () => {
    expect(shown(view(null, 'x', { result: '5' }))).to.deep.equal([
      { label: '', value: '5', error: undefined, query: unsaid },
    ]);
  });

  for (const text of ['', 'ping', '{}', '{"a":', '7', 'null', '[]', '{"data":7}']) {
    it(`returns no profile for the stream message ${JSON.stringify(text)}`, () => {
      expect(readProfileMessage(text, 'Default')).to.equal(undefined);
    });
  }
});

describe('readTemplates and readProjects', () => {
  it('read templates of all formats, by ID and name', () => {
    const old = { id: 't2', name: 'Old', attributes: [{ metadata: 'origin', lookbackPeriod: 1, verbose: 'true' }] };
    const templates = readTemplates({
      data: [{ id: 't1', name: 'New' }, old, { name: 'Only' }, { id: 't3' }, {}, null],
    });
    expect(templates).to.deep.equal([
      { id: 't1', name: 'New' },
      { id: 't2', name: 'Old' },
      { id: 'Only', name: 'Only' },
      { id: 't3', name: 't3' },
    ]);
  });

  it('read which projects have the contact-center connector', () => {
    const subscriptions: readonly unknown[] = [['s1'], [], null, undefined, [''], 's1'];
    const data = subscriptions.map((wxccSubscriptionIds, index) => ({ id: `p${index}`, wxccSubscriptionIds }));
    const projects = readProjects({ data: [...data, { name: 'no id', wxccSubscriptionIds: ['s'] }, null] });
    expect(projects.filter(({ connected }) => connected).map(({ id }) => id)).to.deep.equal(['p0']);
    expect(projects).to.have.length(6);
  });
});
