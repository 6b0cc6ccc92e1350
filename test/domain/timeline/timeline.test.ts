import { expect } from '@open-wc/testing';
import type { Entry } from '../../../src/domain/timeline/entry.js';
import { eventKey, type JourneyEvent } from '../../../src/domain/event/event.js';
import { noFacets, type Facets } from '../../../src/domain/timeline/facets.js';
import { noFilter, type Filter } from '../../../src/domain/timeline/filter.js';
import { createSearch, isNarrower, termsOf } from '../../../src/domain/search/search.js';
import { mergeSorted, insertionIndex } from '../../../src/domain/base/sorted-list.js';
import { staleSince } from '../../../src/domain/status/staleness.js';
import { createTimeline, type Timeline } from '../../../src/domain/timeline/timeline.js';
import {
  ago,
  clockTime,
  dateText,
  dayAndClock,
  dayHeading,
  dayKey,
  durationText,
  fullDateTime,
  relativeDay,
  readZone,
} from '../../../src/domain/time/format-time.js';

const now = Date.parse('2026-11-20T12:00:00Z');

function event(id: string, minutesAgo: number, type: string, data: object = {}): JourneyEvent {
  const read = {
    id,
    source: type.startsWith('task:') ? 'wxcc' : 'portal',
    type,
    time: now - minutesAgo * 60_000,
    timeFrom: 'event' as const,
    identity: 'ann@example.org',
    identityType: 'email',
    data: data as JourneyEvent['data'],
    raw: {},
    readable: true,
  };
  return { ...read, key: eventKey(read) };
}

/** Oldest first; the events of a contact newest first. */
const names = (entries: readonly Entry[]): string =>
  entries
    .map((entry) => (entry.kind === 'event' ? entry.event.id : entry.interaction.events.map(({ id }) => id).join('+')))
    .join(' ');

const create = (): Timeline => {
  const search = createSearch((entry) => (entry.kind === 'event' ? '' : entry.interaction.outcome));
  return createTimeline((entry, terms) => search.matches(entry, terms), isNarrower);
};
const timelineOf = (...events: readonly JourneyEvent[]): Timeline => {
  const timeline = create();
  timeline.add(events, now);
  return timeline;
};
const shownOf = (...events: readonly JourneyEvent[]): readonly Entry[] => timelineOf(...events).view.shown;
const choosing = (chosen: Partial<Facets>, filter: Partial<Filter> = {}): Filter => ({
  ...noFilter,
  chosen: { ...noFacets, ...chosen },
  ...filter,
});
const search = (timeline: Timeline, query: string): void => {
  for (const pause of timeline.find(termsOf(query))) expect(pause).to.equal(undefined);
};

describe('the timeline', () => {
  it('makes one entry of a task, at its latest event', () => {
    const entries = shownOf(
      event('e', 1, 'task:ended', { taskId: 't1' }),
      event('d', 2, 'claim:filed'),
      event('c', 3, 'task:connected', { taskId: 't1' }),
      event('b', 4, 'task:new', { taskId: 't2' }),
      event('a', 5, 'task:new', { taskId: 't1' }),
    );
    expect(names(entries)).to.equal('b d e+c+a');
    expect(entries.map(({ kind }) => kind)).to.deep.equal(['interaction', 'event', 'interaction']);
    expect(entries.map(({ time }) => (now - time) / 60_000)).to.deep.equal([4, 2, 1]);
  });

  it('makes one entry of a task whose origin is masked in some events only', () => {
    const events = [
      event('b', 1, 'task:ended', { taskId: 't1', origin: '1+9****8095' }),
      event('a', 5, 'task:new', { taskId: 't1', origin: '+19725558095' }),
    ];
    expect(names(shownOf(...events))).to.equal('b+a');
  });

  it('keeps the key of a task while events arrive, and moves it to its latest event', () => {
    const timeline = timelineOf(event('a', 5, 'task:new', { taskId: 't1' }), event('x', 2, 'page:seen'));
    const [before] = timeline.view.shown;
    timeline.add([event('b', 1, 'task:ended', { taskId: 't1' })], now);
    expect(names(timeline.view.shown)).to.equal('x b+a');
    expect(timeline.view.shown[1]?.key).to.equal(before?.key);
    timeline.add([event('c', 3, 'task:connected', { taskId: 't1' })], now);
    expect(names(timeline.view.shown)).to.equal('x b+c+a');
    expect(timeline.view.total).to.equal(2);
  });

  it('adds agents and recordings of a task to it, and makes other events entries of their own', () => {
    const entries = shownOf(
      event('e', 1, 'capture:available', { taskId: 't1' }),
      event('d', 2, 'agent:state_change', { taskId: 't1', currentState: 'wrapup' }),
      event('c', 3, 'agent:login'),
      event('b', 4, 'empath:data'),
      event('a', 5, 'task:new', { taskId: 't1' }),
    );
    expect(names(entries)).to.equal('b c e+d+a');
  });

  it('keeps custom events separate, even if they name a task', () => {
    const entries = shownOf(
      event('c', 1, 'task:ended', { taskId: 't1' }),
      event('b', 2, 'task:new', { taskId: 't1', uiData: { title: 'Viewed prices' } }),
      event('a', 3, 'task:new', { taskId: 't1' }),
    );
    expect(names(entries)).to.equal('b c+a');
  });

  const hidden: readonly (readonly [unknown, boolean])[] = [
    [true, true],
    ['true', true],
    ['yes', true],
    [1, true],
    [{}, true],
    [false, false],
    ['false', false],
    ['No', false],
    [0, false],
    ['', false],
    [null, false],
    [undefined, false],
  ];
  for (const [value, is] of hidden) {
    it(`${is ? 'hides' : 'shows'} an event whose hidden is ${JSON.stringify(value)}`, () => {
      const { shown, total } = timelineOf(event('a', 1, 'x:y', { uiData: { hidden: value } })).view;
      expect([shown.length, total]).to.deep.equal(is ? [0, 0] : [1, 1]);
    });
  }

  it('reads unusual payloads', () => {
    const odd = [null, 7, [], { taskId: {} }, { taskId: '__proto__' }, { taskId: 'constructor' }, { uiData: [] }];
    const events = odd.map((data, index) => event(String(index), -index, 'task:new', (data ?? {}) as object));
    expect(names(shownOf(...events))).to.equal('0 1 2 3 4 5 6');
  });

  it("sorts events of the same time by the order of a contact's steps, in any order of arrival", () => {
    const events = [
      event('b', 1, 'task:ended', { taskId: 't2' }),
      event('a', 1, 'task:new', { taskId: 't1' }),
      event('x', 1, 'page:seen'),
      event('y', 1, 'page:seen'),
    ];
    expect(names(shownOf(...events))).to.equal('x y a b');
    expect(names(shownOf(...events.toReversed()))).to.equal('x y a b');
  });

  it('shows a contact as ongoing until an hour without events', () => {
    const timeline = timelineOf(event('a', 1, 'task:new', { taskId: 't1' }));
    const outcomes = () => [...timeline.view.counts.outcome];
    expect(outcomes()).to.deep.equal([['ongoing', 1]]);
    timeline.age(now + 58 * 60_000);
    expect(outcomes()).to.deep.equal([['ongoing', 1]]);
    timeline.age(now + 59 * 60_000);
    expect(outcomes()).to.deep.equal([['unknown', 1]]);
    timeline.add([event('b', -60, 'task:ended', { taskId: 't1' })], now + 60 * 60_000);
    expect(outcomes()).to.deep.equal([['abandoned', 1]]);
  });

  it("shows the agent's own contact as ongoing, however long the call takes", () => {
    const timeline = timelineOf(event('a', 1, 'task:new', { taskId: 't1' }));
    const outcomes = () => timeline.view.counts.outcome;
    timeline.setCurrentTask('t1', now);
    timeline.age(now + 180 * 60_000);
    expect([...outcomes()]).to.deep.equal([['ongoing', 1]]);
    timeline.add([event('b', -181, 'task:on-hold', { taskId: 't1' })], now + 300 * 60_000);
    expect([...outcomes()]).to.deep.equal([['ongoing', 1]]);
    timeline.setCurrentTask(undefined, now + 300 * 60_000);
    expect([...outcomes()]).to.deep.equal([['unknown', 1]]);
    timeline.setCurrentTask('t1', now + 300 * 60_000);
    expect([...outcomes()]).to.deep.equal([['ongoing', 1]]);
  });

  it('ends a wrap-up whose end was lost', () => {
    const timeline = timelineOf(
      event('a', 2, 'task:ended', { taskId: 't1' }),
      event('b', 1, 'agent:state_change', { taskId: 't1', currentState: 'wrapup' }),
    );
    const legs = () => timeline.view.shown.flatMap((entry) => (entry.kind === 'event' ? [] : entry.interaction.legs));
    expect(legs().map(({ kind, to }) => [kind, to])).to.deep.equal([['wrap-up', undefined]]);
    timeline.age(now + 60 * 60_000);
    expect(legs()).to.deep.equal([]);
  });
});

describe('the view of a timeline', () => {
  const events = [
    event('call', 1, 'task:new', { taskId: 't1', channelType: 'telephony', direction: 'INBOUND' }),
    event('claim', 90, 'claim:filed', { uiData: { filterTags: ['Claims', 'Web'], division: 'Retail' } }),
    event('order', 3 * 1440, 'order:shipped', { channelType: 'email' }),
  ];

  it('has the entries that match the filter, and counts of all entries', () => {
    const timeline = timelineOf(...events);
    timeline.choose(choosing({ channel: ['voice'] }), 'UTC', now);
    const { shown, total, counts } = timeline.view;
    expect([names(shown), total]).to.deep.equal(['call', 3]);
    expect(Object.fromEntries(counts.channel)).to.deep.equal({ voice: 1, custom: 1, email: 1 });
    expect(Object.fromEntries(counts.kind)).to.deep.equal({ contact: 1, '#claims': 0, '#web': 0, event: 0 });
    expect(Object.fromEntries(counts.division)).to.deep.equal({ retail: 0 });
  });

  it('ignores impossible times in the activity: an event of 1970 does not extend it', () => {
    const usual = timelineOf(...events).view.activity.edges;
    const broken = timelineOf(...events, event('epoch', now / 60_000, 'x:y')).view.activity.edges;
    expect(usual.length).to.be.above(2);
    expect(broken).to.deep.equal(usual);
  });

  it('narrows counts and activity to the frame, and only counts to a range', () => {
    const timeline = timelineOf(...events);
    const bars = () => timeline.view.activity.bins.flatMap((bin) => [...bin].map((each) => each.join(' '))).join();
    timeline.choose(choosing({}, { frame: '24-hours' }), 'UTC', now);
    expect([names(timeline.view.shown), bars()]).to.deep.equal(['claim call', 'custom 1,voice 1']);
    const range = { from: now - 90 * 60_000, to: now - 60_000 };
    timeline.choose(choosing({}, { frame: '24-hours', range }), 'UTC', now);
    expect([names(timeline.view.shown), bars()]).to.deep.equal(['claim', 'custom 1,voice 1']);
    expect(Object.fromEntries(timeline.view.counts.channel)).to.deep.equal({ voice: 0, custom: 1, email: 0 });
  });

  it('has no bar for entries outside the frame, even if its bin starts before the frame', () => {
    const timeline = timelineOf(event('early', 1435, 'page:seen'), event('within', 1425, 'page:seen'));
    timeline.choose(choosing({}, { frame: '24-hours' }), 'UTC', now + 10 * 60_000);
    const { shown, activity } = timeline.view;
    expect(names(shown)).to.equal('within');
    expect([...activity.bins[0]!]).to.deep.equal([['custom', 1]]);
  });

  it('removes a channel from a bin with its last entry', () => {
    const timeline = timelineOf(event('a', 200, 'task:new', { taskId: 't1', channelType: 'chat' }));
    timeline.add([event('b', 1, 'task:ended', { taskId: 't1' })], now);
    expect(timeline.view.activity.bins.flatMap((bin) => [...bin])).to.deep.equal([['chat', 1]]);
  });

  it('includes the start of the frame, and excludes the end of a range', () => {
    const timeline = timelineOf(...[0, 60, 1440].map((minutes) => event(`e${minutes}`, minutes, 'page:seen')));
    timeline.choose(choosing({}, { frame: '24-hours' }), 'UTC', now);
    expect(names(timeline.view.shown)).to.equal('e1440 e60 e0');
    timeline.choose(choosing({}, { range: { from: now - 3_600_000, to: now } }), 'UTC', now);
    expect(names(timeline.view.shown)).to.equal('e60');
  });

  it('removes entries from the frame as time passes', () => {
    const timeline = timelineOf(...events);
    timeline.choose(choosing({}, { frame: '24-hours' }), 'UTC', now);
    timeline.age(now + 22 * 3_600_000);
    expect(names(timeline.view.shown)).to.equal('claim call');
    timeline.age(now + 23 * 3_600_000);
    expect(names(timeline.view.shown)).to.equal('call');
    expect(timeline.view.counts.division.get('retail')).to.equal(0);
  });

  it('does not show late entries that are outside the frame by now', () => {
    const timeline = timelineOf(...events);
    timeline.choose(choosing({}, { frame: '24-hours' }), 'UTC', now);
    timeline.age(now + 60_000);
    timeline.add([event('late', 1440, 'page:seen')], now + 60_000);
    expect(names(timeline.view.shown)).to.equal('claim call');
  });

  it('shows nothing again when the clock goes back, and counts right', () => {
    const contacts = [1439.5, 600].map((minutes) =>
      event(`at ${minutes}`, minutes, 'task:new', { taskId: `${minutes}` }),
    );
    const timeline = timelineOf(...contacts);
    timeline.choose(choosing({}, { frame: '24-hours' }), 'UTC', now);
    expect(names(timeline.view.shown)).to.equal('at 1439.5 at 600');
    timeline.age(now + 60_000);
    timeline.age(now);
    expect(names(timeline.view.shown)).to.equal('at 600');
    timeline.add([event('again', 0, 'task:ended', { taskId: '1439.5' })], now);
    expect(names(timeline.view.shown)).to.equal('at 600 again+at 1439.5');
    expect([...timeline.view.counts.outcome]).to.deep.equal([
      ['unknown', 1],
      ['abandoned', 1],
    ]);
  });

  it('does not change when there is a new one', () => {
    const timeline = timelineOf(...events);
    const { view } = timeline;
    const copy = structuredClone({ ...view, shown: names(view.shown) });
    timeline.add([event('more', 0, 'page:seen'), event('end', 0, 'task:ended', { taskId: 't1' })], now);
    timeline.choose(choosing({ channel: ['voice'] }), 'UTC', now);
    timeline.age(now + 3_600_000);
    expect(structuredClone({ ...view, shown: names(view.shown) })).to.deep.equal(copy);
    expect(timeline.view.shown).not.to.equal(view.shown);
  });

  it('is the same object while nothing changes', () => {
    const timeline = timelineOf(...events);
    const { view } = timeline;
    timeline.age(now + 1000);
    timeline.add([event('hidden', 0, 'x:y', { uiData: { hidden: true } })], now + 2000);
    expect(timeline.view).to.equal(view);
  });
});

describe('a search in a timeline', () => {
  const many = Array.from({ length: 120 }, (_, index) =>
    event(`e${index}`, 300 - index, 'page:seen', { page: 'home' }),
  );

  it('shows entries with all terms, and everything without terms', () => {
    const timeline = timelineOf(event('b', 1, 'page:seen', { a: 'Berlin' }), event('a', 2, 'page:seen', { a: 'Bern' }));
    const found = ['ber', 'berl', 'bern ber', 'x', ''].map((query) => {
      search(timeline, query);
      return names(timeline.view.shown);
    });
    expect(found).to.deep.equal(['a b', 'b', 'a', '', 'a b']);
  });

  it('pauses, and changes nothing before its end', () => {
    const timeline = timelineOf(...many);
    const { view } = timeline;
    const run = timeline.find(termsOf('nowhere'));
    let pauses = 0;
    for (; run.next().done !== true; pauses++) expect(timeline.view).to.equal(view);
    expect(pauses).to.be.above(1);
    expect(timeline.view.shown).to.deep.equal([]);
  });

  it('includes entries that arrive during it, even of a contact that was searched already', () => {
    const timeline = timelineOf(event('a', 400, 'task:new', { taskId: 't1' }), ...many);
    const run = timeline.find(termsOf('rare'));
    run.next();
    timeline.add([event('new', 0, 'page:seen', { page: 'rare' })], now);
    timeline.add([event('b', 0, 'task:connected', { taskId: 't1', queueName: 'Rare' })], now);
    while (run.next().done !== true);
    expect(names(timeline.view.shown)).to.equal('new b+a');
  });

  it('also pauses for entries that arrive during it', () => {
    let looked = 0;
    const timeline = createTimeline(() => (looked++, true));
    timeline.add(many, now);
    const run = timeline.find(termsOf('home'));
    run.next();
    timeline.add(
      Array.from({ length: 1000 }, (_, index) => event(`late ${index}`, 0, 'page:seen')),
      now,
    );
    let most = 0;
    for (let done = false, before = looked; !done; before = looked) {
      done = run.next().done === true;
      most = Math.max(most, looked - before);
    }
    expect(most).to.be.at.most(50);
    expect(timeline.view.shown).to.have.length(1120);
  });

  it('drops a contact that was found when another event changes its text', () => {
    const timeline = timelineOf(event('a', 1, 'task:new', { taskId: 't1' }), ...many);
    search(timeline, 'ongoing');
    expect(names(timeline.view.shown)).to.equal('a');
    timeline.add([event('b', 0, 'task:ended', { taskId: 't1' })], now);
    expect(names(timeline.view.shown)).to.equal('');
  });

  it('leaves no trace when another search starts', () => {
    const timeline = timelineOf(...many);
    timeline.find(termsOf('nowhere')).next();
    search(timeline, 'e17');
    timeline.add([event('e17 too', 0, 'page:seen')], now);
    expect(names(timeline.view.shown)).to.equal('');
    search(timeline, 'home');
    expect(timeline.view.shown).to.have.length(120);
  });

  const typed: readonly (readonly [what: string, query: string])[] = [
    ['a number with dots', '415.555.0132'],
    ['a number with brackets', '(415)555-0132'],
    ['a number with a plus', '+1(415)555.0132'],
    ['a word', 'moreau'],
    ['several words', 'moreau anais'],
  ];
  for (const [what, query] of typed) {
    it(`has the same result for ${what}, typed or deleted letter by letter`, () => {
      const events = [event('a', 1, 'page:seen', { number: '+14155550132', name: 'Anaïs Moreau' }), ...many];
      for (const part of [
        (length: number) => query.slice(0, length),
        (length: number) => query.slice(query.length - length),
      ]) {
        const timeline = timelineOf(...events);
        for (let length = 1; length <= query.length; length++) search(timeline, part(length));
        expect(names(timeline.view.shown)).to.equal('a');
      }
    });
  }
});

describe('a sorted list', () => {
  const order = (a: number, b: number): number => a - b;
  const merges: readonly (readonly [list: readonly number[], items: readonly number[]])[] = [
    [[], []],
    [[], [1, 2]],
    [[1, 2], []],
    [
      [1, 2],
      [3, 4],
    ],
    [
      [3, 4],
      [1, 2],
    ],
    [
      [1, 4],
      [2, 3],
    ],
    [
      [1, 3, 5],
      [0, 2, 4, 6],
    ],
    [
      [0, 2, 4, 6],
      [1, 3, 5],
    ],
  ];
  for (const [list, items] of merges) {
    it(`inserts ${items.join() || 'nothing'} into ${list.join() || 'nothing'}`, () => {
      const merged = [...list];
      mergeSorted(merged, items, order);
      expect(merged).to.deep.equal([...list, ...items].sort(order));
    });
  }

  it('inserts more items than a call can have arguments', () => {
    const list = [-1, 300_000];
    const items = Array.from({ length: 200_000 }, (_, index) => index);
    mergeSorted(list, items, order);
    expect([list.length, list[0], list[1], list[200_000], list[200_001]]).to.deep.equal([
      200_002, -1, 0, 199_999, 300_000,
    ]);
  });

  it('has the index of an item, or of its place', () => {
    expect([0, 1, 2, 3, 4].map((sought) => insertionIndex([1, 3], sought, order))).to.deep.equal([0, 0, 1, 1, 2]);
    expect(insertionIndex([], 1, order)).to.equal(0);
  });
});

describe('the day of a time', () => {
  it('is that of the machine when no zone is set', () => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const time = Date.parse('2026-11-20T10:15:00Z');
    expect(dayKey(time, undefined)).to.equal(dayKey(time, zone));
  });

  it('is empty for a time that no calendar has', () => {
    for (const time of [Number.NaN, Infinity, 1e20]) {
      expect(dayKey(time, 'UTC')).to.equal('');
      expect(clockTime(time, 'UTC', 'en')).to.equal('');
      expect(fullDateTime(time, 'UTC', 'en')).to.equal('');
    }
  });
});

describe('shown data', () => {
  const known = { status: 'ready', value: 1, error: undefined, asOf: 7 } as const;
  const cases: readonly (readonly [string, ReturnType<typeof staleSince>, Readonly<Parameters<typeof staleSince>>])[] =
    [
      ['is not stale while it is loaded again', undefined, [{ ...known, status: 'loading' }]],
      ['is stale when it could not be loaded again', 7, [{ ...known, status: 'failed' }]],
      [
        'is stale when it could not be loaded again, even with an open connection',
        7,
        [{ ...known, status: 'failed' }, { status: 'live' }],
      ],
      ['has no time if it was never loaded', undefined, [{ ...known, status: 'failed', asOf: undefined }]],
      ['is not stale without a live connection to keep it current', undefined, [known]],
      ...(['live', 'off', 'connecting', 'catching-up', 'polling'] as const).map(
        (status) => [`is not stale while the connection is ${status}`, undefined, [known, { status }]] as const,
      ),
      ...(['reconnecting', 'paused', 'signed-out'] as const).map(
        (status) => [`is stale while the connection is ${status}`, 7, [known, { status }]] as const,
      ),
    ];
  for (const [title, since, given] of cases) it(title, () => expect(staleSince(...given)).to.equal(since));
});

describe('the heading of a day', () => {
  const withoutComma = (text: string): string => text.replace(',', '');
  const today = '2026-11-20';
  const cases: readonly (readonly [locale: string, day: string, relative: string, full: string])[] = [
    ['en-GB', '2026-11-20', 'Today', 'Friday 20 November'],
    ['en-GB', '2026-11-19', 'Yesterday', 'Thursday 19 November'],
    ['en-GB', '2026-11-21', 'Tomorrow', 'Saturday 21 November'],
    ['en-GB', '2026-11-18', 'Wednesday', '18 November'],
    ['en-GB', '2026-11-14', 'Saturday', '14 November'],
    ['en-GB', '2026-11-13', 'Friday 13 November', ''],
    ['en-GB', '2026-11-22', 'Sunday 22 November', ''],
    ['en-GB', '2025-11-20', 'Thursday 20 November 2025', ''],
    ['en-US', '2026-11-19', 'Yesterday', 'Thursday, November 19'],
    ['de', '2026-11-20', 'Heute', 'Freitag, 20. November'],
    ['fr', '2026-11-18', 'Mercredi', '18 novembre'],
    ['ja', '2026-11-20', '今日', '11月20日金曜日'],
    ['en', '', '', ''],
    ['en', 'no day', 'no day', ''],
  ];
  for (const [locale, day, relative, full] of cases) {
    it(`in ${locale} for "${day}" is "${relative}" and "${full}"`, () => {
      // The browser's version decides whether a comma follows the weekday.
      const found = dayHeading(day, today, locale);
      expect([found.relative, found.full].map(withoutComma)).to.deep.equal([relative, full].map(withoutComma));
    });
  }

  it('names the year of a weekday in the old year', () => {
    expect(dayHeading('2025-12-29', '2026-01-02', 'en-GB')).to.deep.equal({
      relative: 'Monday',
      full: '29 December 2025',
    });
  });
});

describe('a time', () => {
  const time = Date.parse('2026-11-20T10:42:07Z');

  it("is shown in the given zone, not in the machine's", () => {
    expect(clockTime(time, 'UTC', 'en-GB')).to.equal('10:42');
    expect(clockTime(time, 'Asia/Kathmandu', 'en-GB')).to.equal('16:27');
    expect(clockTime(time, 'UTC', 'en-GB', true)).to.equal('10:42:07');
    expect(clockTime(time, 'America/New_York', 'en-US')).to.match(/^5:42\sAM$/);
    expect(dayAndClock(time, 'Pacific/Chatham', 'en-GB')).to.match(/^21 Nov 2026,? 00:27$/);
    expect(fullDateTime(time, 'Europe/Berlin', 'en-GB')).to.match(
      /^Friday,? 20 November 2026.* 11:42:07 (CET|GMT\+1)$/,
    );
  });

  const durations: readonly (readonly [number, string])[] = [
    [0, '0:00'],
    [999, '0:00'],
    [21_000, '0:21'],
    [134_000, '2:14'],
    [3_599_999, '59:59'],
    [3_600_000, '1:00:00'],
    [90_061_000, '25:01:01'],
    [-5, '0:00'],
    [Number.NaN, '0:00'],
    [Infinity, '0:00'],
  ];
  for (const [ms, text] of durations) {
    it(`of ${ms} milliseconds lasts ${text}`, () => expect(durationText(ms)).to.equal(text));
  }

  const ages: readonly (readonly [number, string, string])[] = [
    [0, 'en', 'now'],
    [30_000, 'en', '30 seconds ago'],
    [-60_000, 'en', 'now'],
    [5 * 60_000, 'en', '5 minutes ago'],
    [3 * 3_600_000, 'en', '3 hours ago'],
    [3 * 3_600_000, 'de', 'vor 3 Stunden'],
    [23.9 * 3_600_000, 'en', '23 hours ago'],
    [47 * 3_600_000, 'en', '1 day ago'],
    [47 * 3_600_000, 'de', 'vor 1 Tag'],
    [10 * 86_400_000, 'en', '10 days ago'],
    [59 * 86_400_000, 'en', '8 weeks ago'],
    [80 * 86_400_000, 'ja', '2 か月前'],
    [700 * 86_400_000, 'en', '22 months ago'],
    [800 * 86_400_000, 'ko', '2년 전'],
    [3 * 3_600_000, 'ar-EG', 'قبل ٣ ساعات'],
    [Number.NaN, 'en', ''],
    [Infinity, 'en', ''],
  ];
  for (const [age, locale, text] of ages) {
    it(`that is ${age} milliseconds old is "${text}"`, () => expect(ago(time - age, time, locale)).to.equal(text));
  }

  const distances: readonly (readonly [day: string, locale: string, text: string])[] = [
    ['2026-11-20', 'en', 'today'],
    ['2026-11-18', 'de', 'vorgestern'],
    ['2026-11-21', 'fr', 'demain'],
    ['2026-11-07', 'en', '13 days ago'],
    ['2026-12-24', 'en', 'in 4 weeks'],
    ['2019-04-02', 'en', '7 years ago'],
    ['some day', 'en', ''],
  ];
  for (const [day, locale, text] of distances) {
    it(`on ${day} is "${text}" in ${locale}`, () => expect(relativeDay(day, '2026-11-20', locale)).to.equal(text));
  }

  const clocks: readonly (readonly [locale: string, clock: string, seconds: string, date: string])[] = [
    ['en-US', '1:53 PM', '1:53:20 PM', 'Nov 20, 2026'],
    ['en-GB', '13:53', '13:53:20', '20 Nov 2026'],
    ['de', '13:53', '13:53:20', '20.11.2026'],
    ['nl', '13:53', '13:53:20', '20 nov 2026'],
    ['pt-BR', '13:53', '13:53:20', '20 de nov. de 2026'],
    ['ja', '13:53', '13:53:20', '2026/11/20'],
    ['ko', '오후 1:53', '오후 1:53:20', '2026. 11. 20.'],
    ['zh-CN', '13:53', '13:53:20', '2026年11月20日'],
    ['ar-EG', '١:٥٣ م', '١:٥٣:٢٠ م', '٢٠/١١/٢٠٢٦'],
    ['hi', '1:53 pm', '1:53:20 pm', '20 नव॰ 2026'],
  ];
  for (const [locale, clock, seconds, date] of clocks) {
    it(`is written as ${locale} writes it`, () => {
      const at = Date.parse('2026-11-20T13:53:20Z');
      const written = [
        clockTime(at, 'UTC', locale),
        clockTime(at, 'UTC', locale, true),
        dateText('2026-11-20', locale),
      ];
      const plain = written.map((text) => text.replace(/\s/g, ' ').replace(/[\u200e\u200f]/g, ''));
      expect(plain).to.deep.equal([clock, seconds, date]);
    });
  }

  const zones: readonly (readonly [string | null | undefined, string | undefined])[] = [
    ['Europe/Berlin', 'Europe/Berlin'],
    [' UTC ', 'UTC'],
    ['Mars/Olympus', undefined],
    ['Europe', undefined],
    ['', undefined],
    [' ', undefined],
    [null, undefined],
    [undefined, undefined],
    ['a'.repeat(10_000), undefined],
  ];
  for (const [text, zone] of zones) {
    it(`${zone === undefined ? 'does not know' : 'knows'} the zone "${String(text).slice(0, 20)}"`, () => {
      expect(readZone(text)).to.equal(zone);
    });
  }
});
