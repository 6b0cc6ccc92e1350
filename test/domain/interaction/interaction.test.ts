import { expect } from '@open-wc/testing';
import { channelNamed, channelOf } from '../../../src/domain/event/channel.js';
import { eventKey, textOf, type JourneyEvent } from '../../../src/domain/event/event.js';
import { newestFirst } from '../../../src/domain/interaction/event-order.js';
import { taskIdOfInteraction, interactionFrom, type Interaction } from '../../../src/domain/interaction/interaction.js';
import { taskEvents } from '../../../src/domain/interaction/task-events.js';

const start = Date.parse('2026-11-20T10:00:00Z');
const hour = 3_600_000;

/** An event of the task `t1`, some seconds after ten o'clock; `agent:wrapup` is an agent's state. */
function step(type: string, second: number, data: object = {}, parts: Partial<JourneyEvent> = {}): JourneyEvent {
  const [, currentState] = /^agent:(.+)$/.exec(type) ?? [];
  const read = {
    id: `${type} ${second}`,
    source: '/com/cisco/wxcc/1',
    type: currentState === undefined ? type : 'agent:state_change',
    time: start + second * 1000,
    timeFrom: 'event' as const,
    identity: '+14155550132',
    identityType: 'phone',
    data: {
      taskId: 't1',
      ...(currentState === undefined
        ? { channelType: 'telephony', direction: 'INBOUND' }
        : { currentState, agentId: 'a1' }),
      ...data,
    },
    raw: {},
    readable: true,
    ...parts,
  };
  return { ...read, key: eventKey(read) };
}

/** `new 0, connected 20, agent:wrapup 30` as events; a type after a colon stays as it is. */
const course = (text: string, data: object = {}): readonly JourneyEvent[] =>
  text.split(', ').map((part) => {
    const [type = '', second] = part.split(' ');
    return step(type.includes(':') ? type.replace(/^:/, '') : `task:${type}`, Number(second), data);
  });

const legsOf = ({ legs }: Interaction): string =>
  legs
    .map(({ kind, from, to }) => `${kind} ${(from - start) / 1000}-${to === undefined ? '' : (to - start) / 1000}`)
    .join(', ');

const soon = start + 10 * 60_000;

describe('the legs of a contact', () => {
  const cases: readonly (readonly [title: string, events: string, outcome: string, legs: string, data?: object])[] = [
    [
      'a call through IVR, queue and ringing to an agent',
      'new 0, parked 20, connect 80, connected 90, ended 200',
      'answered',
      'ivr 0-20, queue 20-80, ringing 80-90, talk 90-200',
    ],
    [
      'a call without waiting',
      'new 0, connect 20, connected 30, ended 60',
      'answered',
      'ivr 0-20, ringing 20-30, talk 30-60',
    ],
    ['a call that still rings', 'new 0, connect 20', 'ongoing', 'ivr 0-20, ringing 20-'],
    [
      'an ongoing call',
      'new 0, parked 20, connect 80, connected 90',
      'ongoing',
      'ivr 0-20, queue 20-80, ringing 80-90, talk 90-',
    ],
    [
      'the hold',
      'new 0, connected 10, on-hold 20, hold-done 30, ended 40',
      'answered',
      'ivr 0-10, talk 10-20, hold 20-30, talk 30-40',
    ],
    [
      'a consultation, after which the customer is still on hold',
      'new 0, connected 10, on-hold 20, consulting 25, consult-done 35, hold-done 40, ended 50',
      'answered',
      'ivr 0-10, talk 10-20, hold 20-25, consult 25-35, hold 35-40, talk 40-50',
    ],
    [
      'a consultation while the colleague is called',
      'new 0, connected 10, consulting 20, connect 22, consult-done 30, hold-done 35, ended 50',
      'answered',
      'ivr 0-10, talk 10-20, consult 20-30, hold 30-35, talk 35-50',
    ],
    [
      'a consultation that starts before the hold event',
      'new 0, connected 10, consulting 20, on-hold 21, consult-done 30, ended 40',
      'answered',
      'ivr 0-10, talk 10-20, consult 20-30, hold 30-40',
    ],
    [
      'a conference',
      'new 0, connected 10, consulting 20, conferencing 30, connected 31, conference-done 50, ended 60',
      'answered',
      'ivr 0-10, talk 10-20, consult 20-30, conference 30-50, talk 50-60',
    ],
    [
      'a conference whose end is called by its short name',
      'new 0, connected 10, conferencing 20, :conference-done 30, ended 40',
      'answered',
      'ivr 0-10, talk 10-20, conference 20-30, talk 30-40',
    ],
    [
      'a conference that is put on hold',
      'new 0, connected 10, conferencing 20, on-hold 25, hold-done 30, conference-done 35, ended 40',
      'answered',
      'ivr 0-10, talk 10-20, conference 20-25, hold 25-30, conference 30-35, talk 35-40',
    ],
    [
      'a conference that ends in a transfer',
      'new 0, connected 10, conferencing 20, conference-transferred 30, ended 40',
      'transferred',
      'ivr 0-10, talk 10-20, conference 20-30, talk 30-40',
    ],
    [
      'a transfer to a queue',
      'new 0, connected 10, parked 20, connect 30, connected 35, ended 50',
      'transferred',
      'ivr 0-10, talk 10-20, queue 20-30, ringing 30-35, talk 35-50',
    ],
    [
      'a transfer to an agent',
      'new 0, connected 10, connect 20, connected 25, ended 50',
      'transferred',
      'ivr 0-10, talk 10-20, ringing 20-25, talk 25-50',
    ],
    [
      'a transfer of which only the answer is known',
      'new 0, connected 10, connected 25, ended 50',
      'transferred',
      'ivr 0-10, talk 10-25, talk 25-50',
    ],
    [
      'a warm transfer',
      'new 0, connected 10, consulting 20, connected 30, ended 50',
      'transferred',
      'ivr 0-10, talk 10-20, consult 20-30, talk 30-50',
    ],
    ['an ongoing transfer', 'new 0, connected 10, parked 20', 'ongoing', 'ivr 0-10, talk 10-20, queue 20-'],
    ['a caller who gives up in the queue', 'new 0, parked 20, ended 80', 'abandoned', 'ivr 0-20, queue 20-80'],
    ['a caller who gives up in the IVR', 'new 0, ended 15', 'abandoned', 'ivr 0-15'],
    ['a caller who gives up while it rings', 'new 0, connect 20, ended 30', 'abandoned', 'ivr 0-20, ringing 20-30'],
    [
      'a call that no agent answers',
      'new 0, connect 20, agent:not-responding 30, connect 40, ended 55',
      'not-answered',
      'ivr 0-20, ringing 20-30, queue 30-40, ringing 40-55',
    ],
    [
      'a call taken at the second ring',
      'new 0, connect 20, parked 30, connect 40, connected 45, ended 50',
      'answered',
      'ivr 0-20, ringing 20-30, queue 30-40, ringing 40-45, talk 45-50',
    ],
    [
      'an outbound call without an answer',
      'new 0, connect 1, ended 30',
      'not-answered',
      'ringing 0-30',
      { direction: 'OUTBOUND' },
    ],
    [
      'an outbound call',
      'new 0, connect 1, connected 10, ended 30',
      'answered',
      'ringing 0-10, talk 10-30',
      { direction: 'OUTBOUND' },
    ],
    [
      'a chat, which has no IVR',
      'new 0, connect 20, connected 25, ended 90',
      'answered',
      'queue 0-20, ringing 20-25, talk 25-90',
      { channelType: 'chat' },
    ],
    ['a task that could not be made', 'new 0, failed 1', 'failed', 'ivr 0-1'],
    ['a task of which only the failure is known', 'failed 1', 'failed', ''],

    // with agent states
    [
      'the wrap-up',
      'new 0, connected 10, ended 50, agent:wrapup 50, agent:wrapup-done 80',
      'answered',
      'ivr 0-10, talk 10-50, wrap-up 50-80',
    ],
    [
      'an ongoing wrap-up',
      'new 0, connected 10, ended 50, agent:wrapup 51',
      'answered',
      'ivr 0-10, talk 10-50, wrap-up 51-',
    ],
    [
      'a wrap-up shortly before the end',
      'new 0, connected 10, agent:wrapup 49, ended 50, agent:wrapup-done 80',
      'answered',
      'ivr 0-10, talk 10-50, wrap-up 50-80',
    ],
    [
      'a state in the other spelling',
      'new 0, connected 10, ended 50, agent:WrapUp 50, agent:WrapUp_Done 80',
      'answered',
      'ivr 0-10, talk 10-50, wrap-up 50-80',
    ],
    [
      'ringing of which only the agent tells',
      'new 0, agent:ringing 20, connected 30, ended 40',
      'answered',
      'ivr 0-20, ringing 20-30, talk 30-40',
    ],
    [
      'an answer of which only the agent tells',
      'new 0, connect 20, agent:connected 30, ended 40',
      'answered',
      'ivr 0-20, ringing 20-30, talk 30-40',
    ],
    [
      'an agent who is connected shortly before the task',
      'new 0, agent:connected 29, connected 30, ended 40',
      'answered',
      'ivr 0-30, talk 30-40',
    ],
    [
      'an agent whose phone rings for the next call',
      'new 0, connected 10, agent:ringing 20, ended 40',
      'answered',
      'ivr 0-10, talk 10-40',
    ],

    // lost, late, repeated events
    ['without its beginning', 'connected 10, ended 40', 'answered', 'talk 10-40'],
    [
      'without the answer',
      'new 0, connect 5, on-hold 20, hold-done 30, ended 40',
      'answered',
      'ivr 0-5, ringing 5-20, hold 20-30, talk 30-40',
    ],
    [
      'without the beginning of a hold',
      'new 0, connected 10, hold-done 30, ended 40',
      'answered',
      'ivr 0-10, talk 10-40',
    ],
    [
      'without the beginning of a consultation',
      'new 0, connected 10, on-hold 20, consult-done 30, ended 40',
      'answered',
      'ivr 0-10, talk 10-20, hold 20-40',
    ],
    [
      'without its end, which the wrap-up proves',
      'new 0, connected 10, agent:wrapup 50, agent:wrapup-done 60',
      'answered',
      'ivr 0-10, talk 10-50, wrap-up 50-60',
    ],
    [
      'on hold after what looked like a wrap-up',
      'new 0, connected 10, agent:wrapup 20, on-hold 30',
      'ongoing',
      'ivr 0-10, talk 10-30, hold 30-',
    ],
    [
      'a transfer while the first agent wraps up',
      'new 0, connected 10, connect 20, connected 25, agent:wrapup 26, agent:wrapup-done 40',
      'ongoing',
      'ivr 0-10, talk 10-20, ringing 20-25, talk 25-',
    ],
    [
      'with events after its end',
      'new 0, connected 10, ended 40, on-hold 50, connected 60, ended 70',
      'answered',
      'ivr 0-10, talk 10-40',
    ],
    [
      'with another beginning in its middle',
      'new 0, connected 10, new 20, ended 40',
      'answered',
      'ivr 0-10, talk 10-40',
    ],
    ['at the same time', 'ended 5, connected 5, new 5, connect 5, parked 5', 'answered', ''],
    [
      'with unknown types',
      'new 0, connected 10, origin-updated 20, task-message:appended 30, ended 40',
      'answered',
      'ivr 0-10, talk 10-40',
    ],
  ];

  for (const [title, text, outcome, legs, data] of cases) {
    const events = course(text, data);
    it(title, () => {
      const interaction = interactionFrom(events, soon);
      expect(interaction.outcome).to.equal(outcome);
      expect(legsOf(interaction)).to.equal(legs);
    });

    it(`${title}: in any order, and twice`, () => {
      const expected = interactionFrom(events, soon);
      const again = events.map((event) => step(event.type, (event.time - start) / 1000, event.data, { id: 'another' }));
      for (const mixed of [
        [...events].reverse(),
        [...events, ...events],
        [...events.slice(1), ...events.slice(0, 1)],
      ]) {
        expect(interactionFrom(mixed, soon)).to.deep.equal(expected);
      }
      const repeated = interactionFrom([...events, ...again], soon);
      expect(legsOf(repeated)).to.equal(legsOf(expected));
      expect(repeated.outcome).to.equal(outcome);
      expect(repeated.transfers).to.deep.equal(expected.transfers);
    });
  }

  it('has a case for each row of the event table', () => {
    const tested = new Set(cases.flatMap(([, text]) => course(text).map(({ type }) => type)));
    expect(Object.keys(taskEvents).filter((type) => !tested.has(type))).to.deep.equal([]);
  });

  it('never overlaps itself, even with the wrap-ups of two agents', () => {
    const events = [
      ...course('new 0, connected 10, connect 20, connected 25, agent:wrapup 26, agent:wrapup-done 30, ended 60'),
      step('agent:wrapup', 60, { agentId: 'a2' }),
      step('agent:wrapup-done', 75, { agentId: 'a2' }),
    ];
    expect(legsOf(interactionFrom(events, soon))).to.equal(
      'ivr 0-10, talk 10-20, ringing 20-25, talk 25-60, wrap-up 60-75',
    );
    expect(legsOf(interactionFrom(events.slice(0, -1), soon))).to.match(/wrap-up 60-$/);
  });

  it('counts how often the customer was handed on, not how many events say so', () => {
    const of = (text: string) => interactionFrom(course(text), soon).transfers.length;
    expect(of('new 0, connected 10, ended 20')).to.equal(0);
    expect(of('new 0, connected 10, parked 20, connect 30, connect 40, connected 45')).to.equal(1);
    expect(of('new 0, connected 10, connect 20, connected 25, connect 30, connected 35')).to.equal(2);
  });
});

describe('a contact', () => {
  const open = course('new 0, connected 10');
  const closing = (at: number) => interactionFrom(open, start + 10_000 + at).outcome;

  it('is ongoing for an hour after its last event, and unknown after that', () => {
    expect(closing(0)).to.equal('ongoing');
    expect(closing(hour - 1)).to.equal('ongoing');
    expect(closing(hour)).to.equal('unknown');
    expect(closing(-hour)).to.equal('ongoing');
  });

  it('has no endless leg after an hour without events', () => {
    const late = interactionFrom(open, start + 2 * hour);
    expect(legsOf(late)).to.equal('ivr 0-10');
    expect(late.endedAt).to.equal(undefined);
    const wrapUp = interactionFrom(course('new 0, connected 10, ended 20, agent:wrapup 20'), start + 2 * hour);
    expect(legsOf(wrapUp)).to.equal('ivr 0-10, talk 10-20');
  });

  it('does not become ongoing again by a recording or a sentiment', () => {
    const events = [...open, step('capture:available', 3500), step('empath:data', 3500)];
    expect(interactionFrom(events, start + 10_000 + hour).outcome).to.equal('unknown');
    expect(interactionFrom([step('empath:data', 0)], start).outcome).to.equal('unknown');
  });

  it('has the time of its latest event and the start of its earliest', () => {
    const events = [...course('new 0, connected 10, ended 40'), step('capture:available', 90)];
    expect(interactionFrom(events, soon)).to.deep.include({
      startedAt: start,
      latestAt: start + 90_000,
      endedAt: start + 40_000,
    });
  });

  it('lists each of its events once, newest first', () => {
    const events = course('new 0, connected 10, ended 40');
    const types = interactionFrom([...events, ...events], soon).events.map(({ type }) => type);
    expect(types).to.deep.equal(['task:ended', 'task:connected', 'task:new']);
  });

  const queues: readonly (readonly [string, readonly object[], string | undefined])[] = [
    ['its name', [{ queueId: 'q1', queueName: 'Billing' }], 'Billing'],
    ['its id, where no event has the name', [{ queueId: 'q1' }], 'q1'],
    [
      'the name another event gives to the same id',
      [{ queueId: 'q1', queueName: 'Billing' }, { queueId: 'q1' }],
      'Billing',
    ],
    ['the last one after a transfer', [{ queueId: 'q1', queueName: 'Billing' }, { queueId: 'q2' }], 'q2'],
    ['what is known, when the last event knows none', [{ queueId: 'q1' }, {}], 'q1'],
    ['none', [{}, { queueId: '', queueName: 7 }], undefined],
    [
      'none, where only the template of a chat is known',
      [{ channelType: 'chat', destination: 'Chat_temp_7' }],
      undefined,
    ],
  ];
  for (const [title, data, queue] of queues) {
    it(`names its queue: ${title}`, () => {
      const events = data.map((each, index) => step('task:parked', index, each));
      expect(interactionFrom(events, soon).queue).to.equal(queue);
    });
  }

  const reasons = [
    'Agent left',
    'Agent Left',
    'Agent Ended',
    'Customer left',
    'Customer Busy',
    'Not Found',
    '',
    null,
    7,
  ];
  const parties = ['Agent', 'Customer', 'System', 'caller', 'CUSTOMER', null, {}];
  const endings = [
    ...reasons.map((reason) => ({ reason })),
    ...parties.map((terminatingParty) => ({ terminatingParty })),
  ];
  for (const data of endings) {
    it(`ends in the same way for any party and reason: ${JSON.stringify(data)}`, () => {
      const ended = (before: string): string =>
        interactionFrom([...course(before), step('task:ended', 40, data)], soon).outcome;
      expect([ended('new 0, connected 10'), ended('new 0, parked 10')]).to.deep.equal(['answered', 'abandoned']);
    });
  }

  it('has its wrap-up even if the agent states name no agent', () => {
    const nobody = { agentId: undefined, agentName: 'Ann' };
    const events = [
      ...course('new 0, connected 10, ended 50'),
      step('agent:wrapup', 50, nobody),
      step('agent:wrapup-done', 80, nobody),
    ];
    expect(legsOf(interactionFrom(events, soon))).to.equal('ivr 0-10, talk 10-50, wrap-up 50-80');
  });

  it('has the channel and direction of any event that names them', () => {
    const events = [
      step('agent:wrapup', 9),
      step('task:ended', 5, { direction: undefined, channelType: undefined }),
      step('task:new', 0, { direction: 'outbound', channelType: 'email' }),
    ];
    expect(interactionFrom(events, soon)).to.deep.include({ channel: 'email', direction: 'outbound' });
    const silent = [step('agent:wrapup', 9), step('task:new', 0, { channelType: undefined })];
    expect(interactionFrom(silent, soon).channel).to.equal('voice');
    expect(interactionFrom([step('agent:wrapup', 9)], soon)).to.deep.include({
      channel: 'agent',
      direction: undefined,
    });
  });

  it('is not made from no events', () => expect(() => interactionFrom([], soon)).to.throw(RangeError));

  const members: readonly (readonly [string, JourneyEvent, boolean])[] = [
    ['a task event', step('task:new', 0), true],
    ['the short name of a conference end', step('conference-done', 0), true],
    ['an agent state', step('agent:wrapup', 0), true],
    ['a recording', step('capture:available', 0), true],
    ['a message', step('task-message:appended', 0), true],
    ...['/com/cisco/wxcc/5b1f7a20-1111-4222-8333-444455556666', 'wxcc', 'WXCC'].map(
      (source) =>
        [`another event from the contact center ${source}`, step('sla:breached', 0, {}, { source }), true] as const,
    ),
    ['a custom event with uiData', step('claim:filed', 0, { uiData: { title: 'Claim' } }, { source: 'portal' }), false],
    ['a custom event that borrows type and source', step('task:new', 0, { uiData: {} }, { source: 'wxcc' }), false],
    ['a custom event with unreadable uiData', step('task:new', 0, { uiData: 'text' }), false],
    ['a custom event without uiData', step('claim:filed', 0, {}, { source: 'portal' }), false],
    ['an event without a task', step('task:new', 0, { taskId: undefined }), false],
    ['an event whose task is no text', step('task:new', 0, { taskId: 7 }), false],
  ];
  for (const [title, event, member] of members) {
    it(`${member ? 'has' : 'does not have'} ${title} in it`, () => {
      expect(taskIdOfInteraction(event)).to.equal(member ? 't1' : undefined);
    });
  }
});

describe('an event', () => {
  const keys: readonly (readonly [string, Partial<JourneyEvent>, boolean])[] = [
    ['its id', { id: 'b' }, true],
    ['its source', { source: 'b' }, true],
    ['its type', { type: 'task:ended' }, true],
    ['its time', { time: start + 1 }, true],
    ['its task', { data: { taskId: 't2' } }, true],
    ['its identity', { identity: 'b' }, false],
    ['an origin that is masked', { data: { taskId: 't1', origin: '1+9****8095' } }, false],
    ['the way it came', { raw: { other: 1 } }, false],
  ];
  const event = (parts: Partial<JourneyEvent>) =>
    step('task:new', 0, {}, { id: 'id', data: { taskId: 't1' }, ...parts });
  for (const [title, parts, differs] of keys) {
    it(`is ${differs ? '' : 'not '}different from others by ${title}`, () => {
      expect(event(parts).key !== event({}).key).to.equal(differs);
    });
  }

  it('without a time is not different by its time of arrival', () => {
    const [a, b] = [0, 1].map((at) => event({ time: start + at, timeFrom: 'received' }).key);
    expect(a).to.equal(b);
  });

  it('without an ID is different by its content, at any depth', () => {
    let deep: object = {};
    for (let level = 0; level < 10_000; level++) deep = { deep };
    const keys = [{ a: 1 }, { a: 2 }, { deep }].map((data) => event({ id: '', data: data }).key);
    expect(new Set(keys).size).to.equal(3);
    const unreadable = ['{"a', '{"b', undefined].map((raw) => event({ id: '', raw, readable: false }).key);
    expect(new Set(unreadable).size).to.equal(3);
  });

  it('with the same time has its place in the natural order', () => {
    const order =
      'new, parked, connect, connected, on-hold, hold-done, consulting, consult-done, conferencing, conference-done, ended';
    const events = order.split(', ').map((name) => step(`task:${name}`, 0));
    const sorted = [...events].sort((a, b) => (a.key < b.key ? -1 : 1)).sort(newestFirst);
    expect(
      sorted
        .reverse()
        .map(({ type }) => type.slice(5))
        .join(', '),
    ).to.equal(order);
  });

  it('with the same time also has its place by its short name', () => {
    const types = ['task:conferencing', 'conference-done', 'task:ended'];
    const sorted = types.map((type) => step(type, 0)).sort(newestFirst);
    expect(sorted.map(({ type }) => type)).to.deep.equal([...types].reverse());
  });

  it('has no text if its payload has another type', () => {
    const data = Object.assign(Object.create({ d: 'x' }), { a: 1, b: '', c: ' x ' }) as JourneyEvent['data'];
    expect(['a', 'b', 'c', 'd', 'toString'].map((name) => textOf(data, name))).to.deep.equal([
      undefined,
      undefined,
      'x',
      undefined,
      undefined,
    ]);
  });

  const words: readonly (readonly [string | undefined, string | undefined])[] = [
    ['telephony', 'voice'],
    ['Voice', 'voice'],
    ['mobile', 'voice'],
    ['IVR', 'voice'],
    ['chat', 'chat'],
    ['customMessaging', 'chat'],
    ['EMAIL', 'email'],
    ['sms', 'sms'],
    ['social', 'social'],
    ['social_channel', 'social'],
    ['video', 'video'],
    ['Website', 'web'],
    ['web', 'web'],
    ['Page Visit', 'web'],
    ['workItem', 'work-item'],
    ['constructor', undefined],
    ['fax', undefined],
    [undefined, undefined],
  ];
  for (const [word, channel] of words) {
    it(`of "${word}" is of channel ${channel}`, () => expect(channelNamed(word)).to.equal(channel));
  }

  it('has the channel that it names, not that of its identity; nothing is more general than social', () => {
    const of = (data: JourneyEvent['data']) => channelOf(step('task:new', 0, {}, { data, identityType: 'phone' }));
    expect(of({ channelType: 'email' })).to.equal('email');
    expect(of({ channelType: 'social', channelSubType: 'sms' })).to.equal('social');
  });

  it('has the channel of its identity if the contact center names none', () => {
    const of = (parts: Partial<JourneyEvent>) => channelOf(step('task:new', 0, {}, { data: {}, ...parts }));
    expect(of({ identityType: 'phone' })).to.equal('voice');
    expect(of({ identityType: 'email' })).to.equal('email');
    expect(of({ identityType: 'chat' })).to.equal('chat');
    expect(of({ identityType: 'customerId' })).to.equal('custom');
    expect(of({ source: 'Website' })).to.equal('web');
    expect(of({ source: 'SMS%20Notifcation' })).to.equal('custom');
  });
});
