import { expect } from '@open-wc/testing';
import { legAgentName } from '../../../src/domain/interaction/leg-agent.js';
import type { Channel } from '../../../src/domain/event/channel.js';
import type { InteractionRecord } from '../../../src/domain/interaction/interaction-record.js';
import { entryOfEvent, entryOfInteraction } from '../../../src/domain/timeline/entry.js';
import type { Interaction } from '../../../src/domain/interaction/interaction.js';
import type { JourneyEvent } from '../../../src/domain/event/event.js';
import { wasAnswered } from '../../../src/domain/interaction/answered.js';
import { totalsIn } from '../../../src/domain/interaction/leg-totals.js';
import { legSegments, legendOf } from '../../../src/elements/entry/leg-segments.js';
import { endingOf } from '../../../src/elements/entry/interaction-details.js';
import { describe as describeEntry, eventTitle, type Description } from '../../../src/elements/entry/describe-entry.js';
import { humanise, shorten } from '../../../src/elements/shared/text/humanise.js';
import { iconForKeyword } from '../../../src/elements/shared/icons/icon-keywords.js';
import { keywordIcons } from '../../../src/elements/shared/icons/icon-set.js';
import { en } from '../../support/english.js';
import { event } from '../../support/events.js';
import type { LegKind, Leg } from '../../../src/domain/interaction/leg.js';

keywordIcons.fill(iconForKeyword);

const ten = Date.parse('2026-11-20T10:00:00Z');
const setting = { messages: en, zone: 'UTC', locale: 'en-GB', currentTaskId: 'mine' };

function contact(channel: Channel, parts: Partial<Interaction> = {}): Interaction {
  return {
    taskId: 'theirs',
    channel,
    direction: 'inbound',
    queue: 'Billing',
    startedAt: ten,
    latestAt: ten + 100_000,
    endedAt: ten + 100_000,
    outcome: 'answered',
    queues: ['Billing'],
    endedBy: undefined,
    reason: undefined,
    transfers: [],
    agents: [],
    sentiment: undefined,
    legs: [leg('queue', 0, 40), leg('talk', 40, 100)],
    events: [event('a', 0)],
    ...parts,
  };
}

const leg = (kind: LegKind, from: number, to?: number, agent?: string): Leg => ({
  kind,
  from: ten + from * 1000,
  to: to === undefined ? undefined : ten + to * 1000,
  agent,
});

const ofContact = (interaction: Interaction): Description => describeEntry(entryOfInteraction(interaction), setting);

const ofEvent = (parts: Partial<JourneyEvent>): Description =>
  describeEntry(entryOfEvent(event('e', 0, parts)), setting);

const going = (kind: LegKind, parts: Partial<Interaction> = {}) =>
  contact('voice', { outcome: 'ongoing', endedAt: undefined, legs: [leg(kind, 40)], ...parts });

/** Handed on to a queue. */
const handedOn = (queue: string, parts: Partial<Interaction> = {}): Partial<Interaction> => ({
  outcome: 'transferred',
  transfers: [{ at: ten + 60_000, kind: 'cold', to: 'queue', queue }],
  ...parts,
});

describe('the words of a contact', () => {
  const cases: readonly [Interaction, title: string, subtitle: string, tag: string | undefined, icon: string][] = [
    [contact('voice'), 'Inbound call', 'Billing · 1:40 · answered', undefined, 'phone'],
    [
      contact('voice', { direction: 'outbound' }),
      'Outbound call',
      'Billing · 1:40 · answered',
      undefined,
      'phone-outgoing',
    ],
    [contact('voice', { direction: undefined }), 'Call', 'Billing · 1:40 · answered', undefined, 'phone'],
    [contact('voice', { outcome: 'transferred' }), 'Inbound call, transferred', 'Billing · 1:40', undefined, 'phone'],
    [
      contact('voice', {
        outcome: 'abandoned',
        legs: [leg('ivr', 0, 20), leg('queue', 20, 90), leg('ringing', 90, 100)],
      }),
      'Missed call',
      'Abandoned after 1:20 in Billing queue',
      undefined,
      'phone-missed',
    ],
    [
      contact('voice', { outcome: 'abandoned', queue: undefined }),
      'Missed call',
      'Abandoned after 1:40',
      undefined,
      'phone-missed',
    ],
    [
      contact('voice', { outcome: 'abandoned', legs: [leg('ivr', 0, 100)] }),
      'Missed call',
      'Abandoned after 1:40',
      undefined,
      'phone-missed',
    ],
    [contact('voice', { outcome: 'not-answered' }), 'Missed call', 'Billing · 1:40', undefined, 'phone-missed'],
    [
      contact('voice', { outcome: 'not-answered', direction: 'outbound' }),
      'Outbound call',
      'Billing · 1:40',
      'Not answered',
      'phone-outgoing',
    ],
    [contact('voice', { outcome: 'failed' }), 'Inbound call', 'Billing · 1:40', 'Failed', 'phone'],
    [contact('voice', { outcome: 'unknown', endedAt: undefined }), 'Inbound call', 'Billing', 'End unknown', 'phone'],
    [contact('chat'), 'Chat, answered', 'Billing · 1:40', undefined, 'chat'],
    [contact('chat', { outcome: 'transferred' }), 'Chat, transferred', 'Billing · 1:40', undefined, 'chat'],
    [contact('chat', { endedBy: 'agent' }), 'Chat, answered', 'Agent left · Billing · 1:40', undefined, 'chat'],
    [
      contact('chat', handedOn('Retention', { endedBy: 'customer' })),
      'Chat, transferred to Retention',
      'Customer left · 1:40',
      undefined,
      'chat',
    ],
    [
      contact('voice', handedOn('7d0b9a54-0c1d-4e2f-9a3b-4c5d6e7f8091', { endedBy: 'system' })),
      'Inbound call, transferred',
      'Ended by the system · Billing · 1:40',
      undefined,
      'phone',
    ],
    [contact('email', handedOn('Letters')), 'Email from customer, transferred to Letters', '1:40', undefined, 'email'],
    [
      contact('chat', { outcome: 'abandoned', legs: [leg('queue', 0, 100)] }),
      'Missed chat',
      'Abandoned after 1:40 in Billing queue',
      undefined,
      'chat',
    ],
    [contact('email'), 'Email from customer', 'Billing · 1:40 · answered', undefined, 'email'],
    [contact('email', { outcome: 'abandoned', legs: [] }), 'Email from customer', 'Billing', 'No reply yet', 'email'],
    [contact('email', { direction: 'outbound' }), 'Email to customer', 'Billing · 1:40 · answered', undefined, 'email'],
    [
      contact('social', { outcome: 'abandoned', legs: [leg('queue', 0, 100)] }),
      'Missed message',
      'Abandoned after 1:40 in Billing queue',
      undefined,
      'social',
    ],
    [going('talk'), 'Inbound call', 'Billing · with an agent since 10:00', 'Ongoing', 'phone'],
    [going('talk', { taskId: 'mine' }), 'Inbound call', 'Billing · with you since 10:00', 'Ongoing', 'phone'],
    [going('queue', { taskId: 'mine' }), 'Inbound call', 'Billing · waiting since 10:00', 'Ongoing', 'phone'],
    [going('hold'), 'Inbound call', 'Billing · on hold since 10:00', 'Ongoing', 'phone'],
  ];
  for (const [interaction, title, subtitle, tag, icon] of cases) {
    const { channel, direction, outcome, taskId } = interaction;
    it(`says "${title}", "${subtitle}" of a ${outcome} ${direction ?? ''} ${channel} contact (${taskId})`, () => {
      const description = ofContact(interaction);
      expect([description.title, description.subtitle, description.tag?.text, description.icon]).to.deep.equal([
        title,
        subtitle,
        tag,
        icon,
      ]);
    });
  }

  const endings: readonly [Interaction['endedBy'], reason: string | undefined, words: string | undefined][] = [
    ['customer', 'Customer Left', 'Customer left'],
    ['customer', undefined, 'Customer left'],
    ['system', 'Participant Invite Timer Expired', 'Ended by the system · Participant Invite Timer Expired'],
    [undefined, 'Customer Busy', 'Customer Busy'],
    [undefined, undefined, undefined],
  ];
  for (const [endedBy, reason, words] of endings) {
    it(`says ${words ?? 'nothing'} about the end, where ${reason ?? 'no reason'} is given and ${endedBy ?? 'nobody'} ended it`, () => {
      expect(endingOf(contact('voice', { endedBy, reason }), en)).to.equal(words);
    });
  }

  it('leave out a queue without a known name', () => {
    const queue = '7d0b9a54-0c1d-4e2f-9a3b-4c5d6e7f8091';
    expect(ofContact(contact('voice', { queue })).subtitle).to.equal('1:40 · answered');
  });
});

describe('the words of an event', () => {
  const custom = { source: 'https://shop.example.org/orders', type: 'order:shipped' };
  const cases: readonly [string, Partial<JourneyEvent>, title: string, subtitle: string, icon: string][] = [
    [
      'says what its publisher wants it to say',
      {
        ...custom,
        data: { parcels: 2, uiData: { title: 'Out for delivery', subTitle: '2 parcels', iconType: 'Quote' } },
      },
      'Out for delivery',
      '2 parcels',
      'document',
    ],
    [
      'makes words of a type',
      { ...custom, data: { parcels: 0, insured: false } },
      'Order shipped',
      'parcels 0 · insured false',
      'order',
    ],
    [
      'names the source where a custom event borrowed a task type',
      { source: 'Website', type: 'task:new' },
      'Website',
      '',
      'globe',
    ],
    [
      'says so when nothing names it',
      { source: 'custom/0b5e2c1e-8f0a-4f53-9f1c-0d7a54a1b001', type: 'task:new' },
      'Custom',
      '',
      'activity',
    ],
    ['knows the types of the contact center', { type: 'task:parked' }, 'Waiting in queue', '', 'phone'],
    [
      'tells an agent’s state',
      { type: 'agent:state_change', data: { currentState: 'wrapup-done' } },
      'Agent wrap-up done',
      'currentState wrapup-done',
      'agent',
    ],
    [
      'leaves the marks of links to the details',
      { data: { page: 'See [the offer](https://example.com/offer).' }, source: 'shop', type: 'order:offered' },
      'Order offered',
      'page See the offer.',
      'order',
    ],
    ['says when it cannot be read', { readable: false, type: '', raw: '{"half' }, 'Unreadable event', '', 'unreadable'],
  ];
  for (const [does, parts, title, subtitle, icon] of cases) {
    it(does, () => {
      const description = ofEvent(parts);
      expect([description.title, description.subtitle, description.icon]).to.deep.equal([title, subtitle, icon]);
    });
  }

  it('shorten a title of a megabyte', () => {
    expect(ofEvent({ ...custom, data: { uiData: { title: 'x'.repeat(1_000_000) } } }).title).to.have.lengthOf(240);
  });

  it('do not take a property of every object for a known type', () => {
    expect(eventTitle(event('e', 0, { type: 'constructor', source: 'x' }), en)).to.equal('Constructor');
    expect(iconForKeyword('constructor')).to.equal(undefined);
  });
});

describe('names as words', () => {
  for (const [name, words] of [
    ['order:shipped', 'Order shipped'],
    ['agent:state_change', 'Agent state change'],
    ['orderShipped', 'Order shipped'],
    ['SMS%20Notification', 'SMS notification'],
    ['https://portal.example.org/claims', 'Claims'],
    ['https://portal.example.org', undefined],
    ['custom/0b5e2c1e-8f0a-4f53-9f1c-0d7a54a1b001', 'Custom'],
    ['0b5e2c1e-8f0a-4f53-9f1c-0d7a54a1b001', undefined],
    ['', undefined],
  ] as const) {
    it(`makes "${words ?? 'nothing'}" of "${name}"`, () => {
      expect(humanise(name)).to.equal(words);
    });
  }

  it('cut only long names', () => {
    expect([shorten('abc', 3), shorten('abcd', 3)]).to.deep.equal(['abc', 'ab…']);
  });

  it('match icons by whole words', () => {
    const names = ['Page Visit', 'callback', 'inbound-call', undefined].map((name) => iconForKeyword(name)?.icon);
    expect(names).to.deep.equal(['globe', undefined, 'phone-incoming', undefined]);
  });
});

describe('the legs of a contact', () => {
  const legs = [leg('queue', 0, 10), leg('talk', 10, 30), leg('hold', 30, 40), leg('talk', 40)];

  const nobody = () => undefined;
  const names = new Map([
    ['a1', 'Maria Silva'],
    ['a2', 'Tom Baker'],
  ]);
  const nameOf = ({ agent }: Leg) => names.get(agent ?? '');
  const legend = (of: readonly Leg[], name: (leg: Leg) => string | undefined = nameOf): string =>
    legendOf(legSegments(of, ten + 100_000, name))
      .map(({ duration, kind, name: words }) => `${words ?? kind} ${duration / 1000}`)
      .join(', ');

  it('last until now while a leg continues', () => {
    const { kind, duration } = legSegments(legs, ten + 100_000, nobody).at(-1)!;
    expect([kind, duration]).to.deep.equal(['talk', 60_000]);
  });

  it('leave out legs without a length, so that a slow clock does no harm', () => {
    expect(legSegments(legs, ten, nobody)).to.have.lengthOf(3);
  });

  it('are added up by kind for the legend', () => {
    expect(legend(legs)).to.equal('queue 10, talk 80, hold 10');
  });

  it('list only the talk of each agent separately in the legend', () => {
    const both = [
      leg('talk', 0, 10, 'a1'),
      leg('hold', 10, 20, 'a1'),
      leg('talk', 20, 30, 'a1'),
      leg('talk', 30, 50, 'a2'),
      leg('hold', 50, 60, 'a2'),
    ];
    expect(legend(both)).to.equal('Maria Silva 20, hold 20, Tom Baker 20');
    expect(legend(both, nobody)).to.equal('talk 20, hold 20, talk 20');
  });

  const record = {
    turns: [
      { at: ten - 400, agentId: undefined, agentName: 'Maria Silva' },
      { at: ten + 30_400, agentId: 'a2', agentName: 'Tom Baker' },
    ],
  } as unknown as InteractionRecord;
  const whose: readonly [says: string, Leg, InteractionRecord | undefined, name: string | undefined][] = [
    ['the record at that time, though clocks differ', leg('talk', 0, 30), record, 'Maria Silva'],
    ['the record at that time', leg('talk', 30, 60), record, 'Tom Baker'],
    ['the record’s last turn while it lasts', leg('talk', 30), record, 'Tom Baker'],
    ['the record’s turn of the same agent before the time', leg('talk', 0, 30, 'a2'), record, 'Tom Baker'],
    ['the record’s turn that names no id', leg('talk', 0, 30, 'a9'), record, 'Maria Silva'],
    ['no source, where the record’s turn is another agent’s', leg('talk', 40, 50, 'a9'), record, undefined],
    ['the name known for the id, where the record’s turn is another agent’s', leg('talk', 40, 50, 'a1'), record, 'Ann'],
    ['the name known for the id', leg('talk', 0, 30, 'a1'), undefined, 'Ann'],
    ['no source, where only the ID is known', leg('talk', 0, 30, 'a9'), undefined, undefined],
    ['no source for an agent who was only called at that time', leg('ringing', 40, 50), record, undefined],
  ];
  for (const [says, of, known, name] of whose) {
    it(`get the agent name from ${says}`, () => {
      expect(legAgentName(of, known, (id) => (id === 'a1' ? 'Ann' : undefined))).to.equal(name);
    });
  }

  it('add up to waiting, ringing and handling', () => {
    const all = [
      leg('ivr', 0, 5),
      leg('queue', 5, 15),
      leg('ringing', 15, 18),
      leg('talk', 18, 30),
      leg('hold', 30, 40),
      leg('consult', 40, 50),
      leg('conference', 50),
    ];
    expect(totalsIn(all, ten + 60_000)).to.deep.equal({ waiting: 13_000, ringing: 3000, handling: 32_000 });
  });

  it('show whether the customer waits or is served', () => {
    expect([
      wasAnswered([leg('ivr', 0, 1), leg('queue', 1, 2), leg('ringing', 2, 3)]),
      wasAnswered(legs),
    ]).to.deep.equal([false, true]);
  });
});
