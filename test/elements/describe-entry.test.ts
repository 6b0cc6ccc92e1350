import { expect } from '@open-wc/testing';
import type { Channel } from '../../src/domain/channel.js';
import { entryOfEvent, entryOfInteraction } from '../../src/domain/entry.js';
import type { Interaction } from '../../src/domain/interaction.js';
import type { JourneyEvent } from '../../src/domain/event.js';
import type { Leg, LegKind } from '../../src/domain/legs.js';
import { wasTaken } from '../../src/domain/taken.js';
import { stretchesOf, totalsOf } from '../../src/elements/course.js';
import { describe as describeEntry, eventTitle, type Description } from '../../src/elements/describe-entry.js';
import { humanise, shorten } from '../../src/elements/humanise.js';
import { iconNamed } from '../../src/elements/icon-named.js';
import { en } from '../../src/i18n/en.js';
import { event } from '../support/events.js';

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
    transfers: 0,
    handovers: [],
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
      contact('voice', { outcome: 'abandoned' }),
      'Missed call',
      'Abandoned after 1:40 in Billing queue',
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
    [
      contact('chat', { outcome: 'abandoned' }),
      'Missed chat',
      'Abandoned after 1:40 in Billing queue',
      undefined,
      'chat',
    ],
    [contact('email'), 'Email from customer', 'Billing · 1:40 · answered', undefined, 'email'],
    [contact('email', { outcome: 'abandoned', legs: [] }), 'Email from customer', 'Billing', 'No reply yet', 'email'],
    [contact('email', { direction: 'outbound' }), 'Email to customer', 'Billing · 1:40 · answered', undefined, 'email'],
    [
      contact('social', { outcome: 'abandoned' }),
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

  it('leaves out a queue of which only the id is known', () => {
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
      'Agent done with wrap-up',
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

  it('shortens a title of a megabyte', () => {
    expect(ofEvent({ ...custom, data: { uiData: { title: 'x'.repeat(1_000_000) } } }).title).to.have.lengthOf(240);
  });

  it('does not take a property every object has for a known type', () => {
    expect(eventTitle(event('e', 0, { type: 'constructor', source: 'x' }), en)).to.equal('Constructor');
    expect(iconNamed('constructor')).to.equal(undefined);
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

  it('cuts only what is too long', () => {
    expect([shorten('abc', 3), shorten('abcd', 3)]).to.deep.equal(['abc', 'ab…']);
  });

  it('finds icons by whole words', () => {
    const names = ['Page Visit', 'callback', 'inbound-call', undefined].map((name) => iconNamed(name)?.icon);
    expect(names).to.deep.equal(['globe', undefined, 'phone-incoming', undefined]);
  });
});

describe('the course of a contact', () => {
  const legs = [leg('queue', 0, 10), leg('talk', 10, 30), leg('hold', 30, 40), leg('talk', 40)];

  it('reaches until now where a leg still lasts', () => {
    expect(stretchesOf(legs, ten + 100_000).at(-1)).to.deep.equal({ kind: 'talk', duration: 60_000 });
  });

  it('leaves out legs without a length, so a clock that is behind harms nothing', () => {
    expect(stretchesOf(legs, ten)).to.have.lengthOf(3);
  });

  it('adds up the stretches of a kind for the legend', () => {
    expect(totalsOf(stretchesOf(legs, ten + 100_000))).to.deep.equal([
      { kind: 'queue', duration: 10_000 },
      { kind: 'talk', duration: 80_000 },
      { kind: 'hold', duration: 10_000 },
    ]);
  });

  it('tells waiting from being served', () => {
    expect([wasTaken([leg('ivr', 0, 1), leg('queue', 1, 2), leg('ringing', 2, 3)]), wasTaken(legs)]).to.deep.equal([
      false,
      true,
    ]);
  });
});
