import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Entry, TimelineEntries } from '../../../src/domain/timeline/entry.js';
import type { JourneyEvent } from '../../../src/domain/event/event.js';
import {
  isActive,
  withoutStaleInsight,
  noFilter,
  withInsight,
  type Filter,
} from '../../../src/domain/timeline/filter.js';
import type { Insight, InsightKind } from '../../../src/domain/timeline/insight.js';
import type { InsightContext } from '../../../src/domain/insights/insight-context.js';
import { insightsOf } from '../../../src/domain/insights/insights.js';
import { satisfactionOf } from '../../../src/domain/timeline/satisfaction.js';
import { agentChoices } from '../../../src/domain/timeline/initial-filter.js';
import { defaultThresholds, readThresholds } from '../../../src/domain/insights/thresholds.js';
import { createTimeline, type Timeline } from '../../../src/domain/timeline/timeline.js';
import { event } from '../../support/events.js';

/** Ten o'clock, as that of `event`. */
const now = Date.parse('2026-11-20T10:00:00Z');
const hour = 3_600_000;
const week = 7 * 24;

/** A contact's events; steps as in `0 new, 60 connected`, in seconds after its start. */
function contact(
  taskId: string,
  hoursAgo: number,
  steps: string,
  data: Readonly<Record<string, unknown>> = {},
): readonly JourneyEvent[] {
  return steps.split(', ').map((step, index) => {
    const [seconds, type = ''] = step.split(' ');
    const [name = '', currentState] = type.split('=');
    return event(`${taskId} ${index}`, 0, {
      type: currentState === undefined ? `task:${name}` : 'agent:state_change',
      time: now - hoursAgo * hour + Number(seconds) * 1000,
      data: { taskId, channelType: 'telephony', direction: 'INBOUND', agentId: name, currentState, ...data },
    });
  });
}

const answered = '0 new, 10 connect, 15 connected, 300 ended';
const gaveUp = '0 new, 10 parked, 120 ended';
const handedOn = '0 new, 10 connect, 15 connected, 100 parked, 160 connect, 165 connected, 300 ended';
const waiting = '0 new, 5 parked';
const byMe = '0 new, 10 connect, 15 connected, 16 me=connected, 300 ended';
const byAnother = '0 new, 10 connect, 15 connected, 16 other=connected, 300 ended';
const current = contact('now', 0.05, '0 new, 10 connect, 15 connected');
const mail = { channelType: 'email' };
const chat = { channelType: 'chat' };
const outbound = { direction: 'OUTBOUND' };

const survey = (id: string, hoursAgo: number, data: Readonly<Record<string, unknown>>, type = 'survey:completed') =>
  event(id, 0, { source: 'surveys', type, time: now - hoursAgo * hour, data });
const page = (id: string, hoursAgo: number) => survey(id, hoursAgo, {}, 'page:seen');

const timelineOf = (events: readonly JourneyEvent[], at = now): Timeline => {
  const timeline = createTimeline(() => true);
  timeline.add(events, at);
  return timeline;
};

const usual: InsightContext = {
  now,
  zone: 'UTC',
  task: { interactionId: 'now', channel: 'voice', direction: 'inbound' },
  agentId: 'me',
  away: undefined,
  complete: false,
  thresholds: defaultThresholds,
};

const find = (events: readonly JourneyEvent[], context: Partial<InsightContext> = {}): readonly Insight[] =>
  insightsOf(timelineOf(events).known, { ...usual, ...context });

/** "3 7: a b now": the values, and what proves them. */
function told(insight: Insight | undefined, events: readonly JourneyEvent[]): string {
  if (insight === undefined) return '';
  const { keys, kind, ...values } = insight;
  const names = keys.map((key) => (/^task (.*)/.exec(key) ?? [])[1] ?? events.find((one) => one.key === key)!.id);
  expect(kind).to.be.a('string');
  return `${Object.values(values).join(' ')}: ${names.join(' ')}`.trim();
}

type Case = readonly [
  title: string,
  events: readonly (JourneyEvent | readonly JourneyEvent[])[],
  told: string,
  context?: Partial<InsightContext>,
];

const withThresholds = (thresholds: Partial<typeof defaultThresholds>): Partial<InsightContext> => ({
  thresholds: { ...defaultThresholds, ...thresholds },
});
const noTask = { task: undefined };
const outboundTask = { task: { ...usual.task!, direction: 'outbound' as const } };

/* By kind: the input and the expected insight; an empty text for none. */
const cases: Readonly<Partial<Record<InsightKind, readonly Case[]>>> = {
  open: [
    ['another ongoing contact', [current, contact('x', 0.2, waiting, chat)], '1: x'],
    ['two of them', [contact('y', 0.3, waiting), current, contact('x', 0.2, waiting, chat)], '2: y x'],
    ['not the current one', [current], ''],
    ['any ongoing contact without a task', [current], '1: now', noTask],
    ['none that fell silent an hour ago', [contact('x', 1.01, waiting)], ''],
    ['none that has ended', [contact('x', 0.5, answered)], ''],
    ['not an email: that is without a reply', [contact('x', 0.2, waiting, mail)], ''],
    ['an email that an agent works on', [contact('x', 0.2, '0 new, 5 connected', mail)], '1: x'],
  ],
  repeat: [
    ['the third with the current one', [contact('a', 90, answered), contact('b', 9, gaveUp), current], '3 7: a b now'],
    ['not the second', [contact('a', 90, answered), current], ''],
    ['the current one before its events', [contact('a', 90, answered), contact('b', 9, gaveUp)], '3 7: a b'],
    ['not without a task', [contact('a', 90, answered), contact('b', 9, gaveUp)], '', noTask],
    ['not counting a call of ours', [contact('a', 90, answered), contact('b', 9, gaveUp)], '', outboundTask],
    ['from exactly a week ago on', [contact('a', week, answered), contact('b', 9, answered), current], '3 7: a b now'],
    ['none that began before that', [contact('a', week + 0.01, answered), contact('b', 9, answered), current], ''],
    [
      'and shows none but those',
      [contact('a', 90, answered), contact('x', 80, answered, outbound), contact('b', 9, answered), current],
      '3 7: a b now',
    ],
    ['none of ours', [contact('a', 90, answered, outbound), contact('b', 9, answered), current], ''],
    ['none that could not be made', [contact('a', 90, '0 new, 1 failed'), contact('b', 9, answered), current], ''],
    [
      'letters and chats as well',
      [contact('a', 90, answered, mail), contact('b', 9, answered, chat), current],
      '3 7: a b now',
    ],
    [
      'as the thresholds say',
      [contact('a', 40, answered), current],
      '2 2: a now',
      withThresholds({ repeatContacts: 2, recentDays: 2 }),
    ],
    ['nothing without proof, however low the threshold', [], '', withThresholds({ repeatContacts: 1 })],
    ['no time that cannot be', [contact('a', -48, answered), contact('b', 9, answered), current], ''],
  ],
  transferred: [
    ['twice in two contacts', [contact('a', 90, handedOn), contact('b', 9, handedOn)], '2 7: a b'],
    [
      'twice in one',
      [contact('a', 9, `${handedOn.replace(', 300 ended', '')}, 200 parked, 250 connect, 255 connected, 300 ended`)],
      '2 7: a',
    ],
    ['not once', [contact('a', 90, handedOn), contact('b', 9, answered)], ''],
    ['not before the days that count', [contact('a', week + 0.1, handedOn), contact('b', 9, handedOn)], ''],
    [
      'with the current contact',
      [contact('a', 90, handedOn), contact('now', 0.1, handedOn.replace(', 300 ended', ''))],
      '2 7: a now',
    ],
  ],
  held: [
    [
      'for exactly the time that is long',
      [contact('a', 9, '0 new, 10 connected, 20 on-hold, 320 hold-done, 400 ended')],
      '300000: a',
    ],
    ['not for less', [contact('a', 9, '0 new, 10 connected, 20 on-hold, 319 hold-done, 400 ended')], ''],
    [
      'in several stretches',
      [contact('a', 9, '0 new, 10 connected, 20 on-hold, 220 hold-done, 230 on-hold, 330 hold-done, 400 ended')],
      '300000: a',
    ],
    ['not as long as it lasts', [contact('now', 0.5, '0 new, 10 connected, 20 on-hold')], ''],
  ],
  abandoned: [
    ['yesterday', [contact('a', 11, gaveUp)], '1 1: a'],
    ['the days are those of the zone', [contact('a', 11, gaveUp)], '1 0: a', { zone: 'Pacific/Auckland' }],
    ['today, though the clock is a little behind', [contact('a', -0.1, gaveUp)], '1 0: a'],
    ['twice', [contact('a', 60, gaveUp), contact('b', 9, gaveUp)], '2 0: a b'],
    [
      'only if no agent has fixed it since',
      [contact('a', 60, gaveUp), contact('b', 30, answered), contact('c', 9, gaveUp)],
      '1 0: c',
    ],
    ['not when it was answered later', [contact('a', 60, gaveUp), contact('b', 9, answered, chat)], ''],
    ['not when we called back', [contact('a', 60, gaveUp), contact('b', 9, answered, outbound)], ''],
    ['though the current contact is answered', [contact('a', 60, gaveUp), current], '1 3: a'],
    ['if no agent answered', [contact('a', 9, '0 new, 10 connect, 40 connect, 70 ended')], '1 0: a'],
    ['not when the customer did not answer us', [contact('a', 9, '0 new, 10 connect, 40 ended', outbound)], ''],
    ['not an email', [contact('a', 9, gaveUp, mail)], ''],
    ['not longer ago than a week', [contact('a', week + 1, gaveUp)], ''],
  ],
  'low-csat': [
    ['at the threshold', [survey('s', 9, { csat: 2 })], '2 5: s'],
    ['not above it', [survey('s', 9, { csat: 3 })], ''],
    ['only the last one', [survey('r', 90, { csat: 1 }), survey('s', 9, { csat: 4 })], ''],
    ['unless it is too old', [survey('s', 90 * 24 + 1, { csat: 1 })], ''],
    ['on a scale of its own in proportion', [survey('s', 9, { rating: 4, scale: 10 })], '4 10: s'],
    ['written out', [survey('s', 9, { csatScore: '1 of 5' })], '1 5: s'],
    [
      'also after a mood',
      [contact('a', 20, answered, { customerSentiment: 'positive' }), survey('s', 9, { csat: 1 })],
      '1 5: s',
    ],
  ],
  'low-nps': [
    ['at the threshold', [survey('s', 9, { nps: 6 })], '6 10: s'],
    ['not above it', [survey('s', 9, { nps: 7 })], ''],
    ['the worst there is', [survey('s', 9, { npsScore: '0' })], '0 10: s'],
  ],
  'negative-sentiment': [
    ['of the last contact', [contact('a', 9, answered, { customerSentiment: ' NEGATIVE' })], ': a'],
    [
      'not when a later one was better',
      [
        contact('a', 90, answered, { customerSentiment: 'negative' }),
        contact('b', 9, answered, { customerSentiment: 'neutral' }),
      ],
      '',
    ],
    [
      'not when a survey says otherwise',
      [contact('a', 90, answered, { customerSentiment: 'negative' }), survey('s', 9, { csat: 5 })],
      '',
    ],
    ['not of the current contact', [contact('now', 0.1, answered, { customerSentiment: 'negative' })], ''],
    ['of a lone event', [survey('s', 9, { customerSentiment: 'negative' }, 'empath:data')], ': s'],
    ['no other word', [contact('a', 9, answered, { customerSentiment: 'furious' })], ''],
  ],
  'no-reply': [
    ['to an email', [contact('a', 24, waiting, mail)], '1: a'],
    ['to two', [contact('a', 48, waiting, mail), contact('b', 24, gaveUp, mail)], '2: a b'],
    ['not once it was answered', [contact('a', 24, answered, mail)], ''],
    ['not once we wrote', [contact('a', 24, waiting, mail), contact('b', 9, answered, { ...mail, ...outbound })], ''],
    [
      'even if another email was answered before',
      [contact('b', 48, answered, mail), contact('a', 24, waiting, mail)],
      '1: a',
    ],
    ['not to the current one', [contact('now', 1, waiting, mail)], ''],
    ['not to an email of ours', [contact('a', 24, waiting, { ...mail, ...outbound })], ''],
    ['not to a call', [contact('a', 24, gaveUp)], ''],
    ['exactly 30 days later', [contact('a', 30 * 24, '0 new', mail)], '1: a'],
    ['not after that', [contact('a', 30 * 24 + 1, waiting, mail)], ''],
  ],
  switched: [
    ['from a chat', [contact('a', 20, answered, chat), current], 'chat voice: a now'],
    ['not from the same channel', [contact('a', 20, answered), current], ''],
    [
      'though the same channel came between',
      [contact('a', 20, answered, chat), contact('b', 9, answered), current],
      'chat voice: a now',
    ],
    [
      'when it ended exactly a day before',
      [contact('a', 24, '0 new, 5 ended', chat), contact('now', 0, '5 new, 6 connected')],
      'chat voice: a now',
    ],
    [
      'not when it ended longer before',
      [contact('a', 24, '0 new, 4 ended', chat), contact('now', 0, '5 new, 6 connected')],
      '',
    ],
    [
      'from a contact without any end, by its last event',
      [contact('a', 23, waiting, mail), current],
      'email voice: a now',
    ],
    ['before the events of the current contact', [contact('a', 20, answered, chat)], 'chat voice: a'],
    ['not without a current contact', [contact('a', 20, answered, chat)], '', noTask],
    ['not to one that came after', [contact('a', 0.01, waiting, chat), current], ''],
    ['not from one of ours', [contact('a', 20, answered, { ...chat, ...outbound }), current], ''],
  ],
  'since-looked': [
    [
      'entries that arrived since',
      [page('a', 9), page('b', 5), page('c', 2)],
      '1: b',
      { away: { from: now - 9 * hour, to: now - 4 * hour } },
    ],
    [
      'until the agent is back',
      [page('b', 5), page('c', 4)],
      '2: b c',
      { away: { from: now - 9 * hour, to: now - 4 * hour } },
    ],
    [
      'not the current contact',
      [page('b', 5), contact('now', 4.5, waiting)],
      '1: b',
      { away: { from: now - 9 * hour, to: now - 4 * hour } },
    ],
    ['nothing the first time', [page('b', 5)], ''],
  ],
  'since-spoken': [
    [
      'what came after the last contact',
      [page('a', 90), contact('x', 80, byMe), page('b', 70), contact('y', 9, answered), current],
      '2: b y',
    ],
    ['not after one with another agent', [contact('x', 80, byAnother), page('b', 70)], ''],
    ['since the later of two', [contact('w', 90, byMe), contact('x', 80, byMe), page('b', 70)], '1: b'],
    ['nothing when nothing came', [contact('x', 80, byMe), current], ''],
    ['nothing if the agent is not known', [contact('x', 80, byMe), page('b', 70)], '', { agentId: undefined }],
    ['nothing for an agent without a name', [contact('x', 80, byMe), page('b', 70)], '', { agentId: '' }],
    ['nothing after 30 days', [contact('x', 30 * 24 + 1, byMe), page('b', 70)], ''],
  ],
  'first-contact': [
    ['the current one', [current], ': now', { complete: true }],
    ['with any other events', [page('a', 90), current], ': now', { complete: true }],
    ['not with one before', [contact('x', 80, gaveUp), current], '', { complete: true }],
    ['not before all is known', [current], ''],
    ['not without events of it', [], '', { complete: true }],
    ['not without a current one', [current], '', { complete: true, task: undefined }],
  ],
};

describe('insights', () => {
  for (const [kind, rows] of Object.entries(cases)) {
    describe(kind, () => {
      for (const [title, events, expected, context] of rows) {
        it(`${expected === '' ? 'is not found' : 'is found'}: ${title}`, () => {
          const known = events.flat();
          expect(
            told(
              find(known, context).find((insight) => insight.kind === kind),
              known,
            ),
          ).to.equal(expected);
        });
      }
    });
  }

  it('are sorted by urgency', () => {
    const known = [
      ...contact('x', 0.2, waiting, chat),
      ...contact('l', 23, waiting, mail),
      ...contact('a', 60, handedOn),
      ...contact('b', 50, handedOn),
      ...contact('h', 40, '0 new, 10 connected, 20 on-hold, 520 hold-done, 600 ended'),
      ...contact('g', 12, gaveUp, chat),
      survey('s', 9, { csat: 1 }),
      ...current,
    ];
    expect(find(known).map(({ kind }) => kind)).to.deep.equal([
      ...['open', 'repeat', 'low-csat', 'transferred', 'no-reply', 'held', 'abandoned', 'switched'],
    ]);
  });

  it('are updated when contacts change', () => {
    const timeline = timelineOf([...contact('a', 24, waiting, mail)]);
    const kinds = () => insightsOf(timeline.known, usual).map(({ kind }) => kind);
    expect(kinds()).to.deep.equal(['no-reply', 'switched']);
    timeline.add([event('late', 0, { type: 'task:connected', time: now - hour, data: { taskId: 'a', ...mail } })], now);
    expect(kinds()).to.not.include('no-reply');
    expect(timeline.known.contacts.length).to.equal(1);
  });

  it('are found fast in hostile events', () => {
    const odd = [undefined, null, 0, -1, '', NaN, Infinity, 1e99, '9'.repeat(1000), '1/0', {}, [2], true, '__proto__'];
    const events = odd.flatMap((value, index) => [
      survey(`s ${index}`, index, { csat: value, rating: value, scale: value, customerSentiment: value }),
      ...contact(`c ${index}`, index, '0 new', { customerSentiment: value, csat: value }),
    ]);
    const kinds = find(events).map(({ kind }) => kind);
    expect(kinds).to.not.include('low-csat');
  });

  it('only read entries within the thresholds, in a journey of any length', () => {
    const touched = (count: number): number => {
      const events = Array.from({ length: count }, (_, index) =>
        index % 3 === 0
          ? survey(`s ${index}`, 24 * 100 + index, { csat: 4 })
          : event(`e ${index}`, 0, {
              type: 'task:new',
              time: now - (24 * 100 + index) * hour,
              data: { taskId: `t ${index}` },
            }),
      );
      const recent = [
        ...contact('a', 90, answered),
        ...contact('b', 9, handedOn),
        survey('r', 5, { csat: 1 }),
        ...current,
      ];
      const { known } = timelineOf([...events, ...recent]);
      let reads = 0;
      const counted = <E extends Entry>(list: readonly E[]): readonly E[] =>
        new Proxy(list, {
          get(target, name, receiver): unknown {
            if (typeof name === 'string' && /^\d+$/.test(name)) reads++;
            return Reflect.get(target, name, receiver);
          },
        });
      const watched: TimelineEntries = {
        all: counted(known.all),
        contacts: counted(known.contacts),
        opinions: counted(known.opinions),
      };
      const insights = insightsOf(watched, { ...usual, away: { from: now - 10 * hour, to: now } });
      expect(insights.map(({ kind }) => kind)).to.include.members(['repeat', 'low-csat', 'since-looked']);
      return reads;
    };
    const [short, long] = [touched(100), touched(20_000)];
    expect(short).to.be.above(3);
    // A binary search takes eight more steps for a list two hundred times as long.
    expect(long - short).to.be.below(150);
  });

  it('read at most a thousand entries, and show no wrong number', () => {
    const pages = Array.from({ length: 1500 }, (_, index) => page(`p ${index}`, 1 + index / 1000));
    const away = { from: now - 9 * hour, to: now };
    expect(find(pages, { away })).to.deep.equal([]);
    expect(find(pages.slice(0, 999), { away })[0]?.keys.length).to.equal(999);
  });
});

/* Random events in random order. */
const someContact = fc
  .record({
    task: fc.constantFrom('a', 'b', 'c', 'd', 'now'),
    hours: fc.constantFrom(0.05, 0.5, 3, 20, 30, 100, week, 300, -50),
    steps: fc.constantFrom(
      answered,
      gaveUp,
      handedOn,
      waiting,
      byMe,
      '0 new, 10 connected, 20 on-hold, 520 hold-done, 600 ended',
    ),
    data: fc.constantFrom({}, mail, chat, outbound, { customerSentiment: 'negative' }, { channelType: 7 }),
  })
  .map(({ task, hours, steps, data }) => contact(task, hours, steps, data));
const someSurvey = fc
  .tuple(
    fc.nat(),
    fc.constantFrom(1, 9, 90, 3000, -50),
    fc.constantFrom(1, 2, 5, '1/3', 99, null),
    fc.constantFrom('csat', 'nps'),
  )
  .map(([id, hours, value, name]) => [survey(`s ${id}`, hours, { [name]: value })]);
const someContext = fc
  .record({
    task: fc.constantFrom(usual.task, undefined, {
      interactionId: 'b',
      channel: 'email' as const,
      direction: 'inbound' as const,
    }),
    zone: fc.constantFrom('UTC', 'Asia/Kolkata', undefined),
    away: fc.constantFrom(undefined, { from: now - 25 * hour, to: now - hour }),
    complete: fc.boolean(),
    thresholds: fc.constantFrom(defaultThresholds, {
      ...defaultThresholds,
      repeatContacts: 1,
      transfers: 1,
      holdSeconds: 1,
    }),
  })
  .map((parts): InsightContext => ({ ...usual, ...parts }));

describe('every insight', () => {
  it('is proven by entries that exist, and does not depend on the order of arrival', () => {
    let told = 0;
    fc.assert(
      fc.property(
        fc.array(fc.oneof(someContact, someSurvey), { maxLength: 12 }),
        someContext,
        fc.nat(),
        fc.nat({ max: 20 }),
        (parts, context, seed, cut) => {
          // The timeline gets only one of two events with the same key.
          const events = [...new Map(parts.flat().map((one) => [one.key, one])).values()];
          const inOrder = timelineOf(events);
          const insights = insightsOf(inOrder.known, context);
          const keys = new Set(inOrder.view.shown.map(({ key }) => key));
          for (const insight of insights) {
            expect(insight.keys).to.not.deep.equal([]);
            for (const key of insight.keys) expect(keys.has(key), key).to.equal(true);
            expect(new Set(insight.keys).size).to.equal(insight.keys.length);
          }
          const mixed = events
            .map((one, index) => ({ one, at: (index * 7919 + seed) % 101 }))
            .sort((a, b) => a.at - b.at);
          const other = createTimeline(() => true);
          other.add(
            mixed.slice(0, cut).map(({ one }) => one),
            now,
          );
          other.add(
            mixed.slice(cut).map(({ one }) => one),
            now,
          );
          expect(insightsOf(other.known, context)).to.deep.equal(insights);
          told += insights.length;
        },
      ),
      { numRuns: 300 },
    );
    expect(told).to.be.above(300);
  });
});

describe('a survey answer', () => {
  const rows: readonly (readonly [data: object, expected: string, type?: string])[] = [
    [{ csat: 4 }, 'csat 4 of 5'],
    [{ csat: '4/5' }, 'csat 4 of 5'],
    [{ csat: '3 out of 7' }, 'csat 3 of 7'],
    [{ csatScore: 4.5 }, 'csat 4.5 of 5'],
    [{ csat: 80, maxScore: 100 }, 'csat 80 of 100'],
    [{ csat: 80 }, ''],
    [{ csat: 0 }, ''],
    [{ csat: -1 }, ''],
    [{ csat: 'good' }, ''],
    [{ csat: null, rating: 2 }, 'csat 2 of 5'],
    [{ rating: 2 }, '', 'product:seen'],
    [{ rating: 2 }, 'csat 2 of 5', 'feedback:given'],
    [{ nps: 0 }, 'nps 0 of 10'],
    [{ NPS: '11' }, ''],
    [{ nps: -3 }, ''],
    [{ npsScore: 9, csat: 1 }, 'nps 9 of 10'],
    [{ nested: { csat: 1 } }, ''],
    [{}, ''],
  ];
  for (const [data, expected, type] of rows) {
    it(`${JSON.stringify(data)} ${type ?? ''} ${expected === '' ? 'is no answer' : `is ${expected}`}`, () => {
      const source = type === 'product:seen' ? 'shop' : 'surveys';
      const { kind, score, best } =
        satisfactionOf(event('s', 0, { type: type ?? 'done', source, data: { ...data } })) ?? {};
      expect(kind === undefined ? '' : `${kind} ${score} of ${best}`).to.equal(expected);
    });
  }

  it('is not read from unreadable events or from a prototype', () => {
    expect(satisfactionOf(event('s', 0, { data: { csat: 1 }, readable: false }))).to.equal(undefined);
    expect(satisfactionOf(event('s', 0, { data: Object.create({ csat: 1 }) as JourneyEvent['data'] }))).to.equal(
      undefined,
    );
  });
});

describe('thresholds', () => {
  const rows: readonly (readonly [value: unknown, changed: object, wrong: readonly string[]])[] = [
    [undefined, {}, []],
    [null, {}, []],
    ['', {}, []],
    ['{}', {}, []],
    ['{"repeatContacts": 4, "lowCsat": 0}', { repeatContacts: 4, lowCsat: 0 }, []],
    [{ switchHours: 1.5 }, { switchHours: 1.5 }, []],
    ['{"repeatContacts": 4', {}, ['JSON']],
    ['[]', {}, ['JSON']],
    ['7', {}, ['JSON']],
    [7, {}, ['JSON']],
    ['{"repeat": 4, "transfers": 3}', { transfers: 3 }, ['repeat']],
    [
      { repeatContacts: '4', transfers: 0, recentDays: 1, holdSeconds: NaN },
      {},
      ['repeatContacts', 'transfers', 'recentDays', 'holdSeconds'],
    ],
    ['{"__proto__": 4, "constructor": 5}', {}, ['__proto__', 'constructor']],
  ];
  for (const [value, changed, wrong] of rows) {
    it(`${typeof value === 'string' ? value || 'empty text' : (JSON.stringify(value) ?? 'nothing')} is read`, () => {
      const read = readThresholds(value);
      expect(read.thresholds).to.deep.equal({ ...defaultThresholds, ...changed });
      expect(read.wrong).to.deep.equal(wrong);
    });
  }

  it('cannot be changed for all instances', () => {
    expect(Object.isFrozen(defaultThresholds)).to.equal(true);
  });
});

describe('the filter of an insight', () => {
  const events = [...contact('a', 90, answered), ...contact('b', 9, gaveUp), ...current, page('p', 3)];
  const repeat = (of: readonly JourneyEvent[] = events): Insight => find(of).find(({ kind }) => kind === 'repeat')!;
  const before: Filter = { ...noFilter, query: 'fridge', frame: '24-hours' };
  const keysShown = ({ view }: Timeline): readonly string[] => view.shown.map(({ key }) => key);

  it("shows exactly the insight's entries, with true counts, and ignores other choices", () => {
    const timeline = timelineOf(events);
    timeline.choose(before, 'UTC', now);
    const filter = withInsight(before, repeat());
    expect(isActive(filter)).to.equal(true);
    timeline.choose(filter, 'UTC', now);
    expect(keysShown(timeline)).to.deep.equal(repeat().keys);
    expect(timeline.view.total).to.equal(4);
    expect(timeline.view.counts.channel.get('voice')).to.equal(3);
    expect(timeline.view.activity.bins.reduce((sum, bin) => sum + (bin.get('voice') ?? 0), 0)).to.equal(3);
    timeline.add([page('q', 1)], now);
    expect(keysShown(timeline)).to.deep.equal(repeat().keys);
    timeline.choose(filter.only!.before, 'UTC', now);
    expect(keysShown(timeline).length).to.equal(4);
  });

  it('ends with a second click; another insight keeps the first choice', () => {
    const filter = withInsight(before, repeat());
    expect(withInsight(filter, repeat())).to.equal(before);
    const other = withInsight({ ...filter, query: 'x' }, { kind: 'first-contact', keys: ['task now'] });
    expect([other.query, other.only?.before]).to.deep.equal(['', before]);
  });

  it('follows changes of the insight, and ends with it', () => {
    const filter = withInsight(before, repeat());
    expect(withoutStaleInsight(filter, find(events))).to.equal(filter);
    const more = [...events, ...contact('c', 5, answered, chat)];
    expect(withoutStaleInsight(filter, find(more)).only?.insight).to.deep.equal(repeat(more));
    expect(withoutStaleInsight(filter, [])).to.equal(before);
    expect(withoutStaleInsight(noFilter, [])).to.equal(noFilter);
  });

  it('is not saved, and neither is a choice made during it', () => {
    const remembered: Filter = { ...noFilter, frame: '7-days' };
    const filter = withInsight(before, repeat());
    expect(agentChoices(remembered, before, filter)).to.equal(remembered);
    expect(agentChoices(remembered, filter, { ...filter, frame: '30-days' })).to.equal(remembered);
    expect(agentChoices(remembered, filter, before)).to.deep.equal(remembered);
    expect(agentChoices(remembered, filter, noFilter).frame).to.equal('all');
  });
});
