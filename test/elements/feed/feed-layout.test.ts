import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { entryOfEvent, entryOfInteraction, oldestFirst, type Entry } from '../../../src/domain/timeline/entry.js';
import type { JourneyEvent } from '../../../src/domain/event/event.js';
import { interactionFrom } from '../../../src/domain/interaction/interaction.js';
import { dayKey } from '../../../src/domain/time/format-time.js';
import { createSizeIndex } from '../../../src/elements/feed/size-index.js';
import { createFeed, type Feed } from '../../../src/elements/feed/feed-layout.js';
import {
  changedRange,
  lineOrder,
  linesOf,
  countNewer,
  newestTime,
  type Line,
} from '../../../src/elements/feed/feed-lines.js';
import type { EntryOrder } from '../../../src/elements/shared/events/filter-event.js';
import { event } from '../../support/events.js';

const minute = 60_000;
const ten = Date.parse('2026-11-20T10:00:00Z');
const inMinutes = (time: number): number => (time - ten) / minute;

/** The sizes of the style sheet, and the estimate for a line that was never drawn. Pixels. */
const heading = 34;
const row = 56;
const card = 98;

const lone = (at: number, id = `e${at}`): Entry => entryOfEvent(event(id, at, { source: 'shop', type: 'page:seen' }));
const contact = (...events: readonly JourneyEvent[]): Entry =>
  entryOfInteraction(interactionFrom(events, ten + 600 * minute));
const part = (taskId: string, at: number, type: string): JourneyEvent =>
  event(`${taskId} ${type}`, at, { type, data: { taskId } });
const call = (taskId: string, from: number, to: number): Entry =>
  contact(part(taskId, from, 'task:new'), part(taskId, to, 'task:ended'));
const sorted = (...entries: readonly Entry[]): readonly Entry[] => entries.toSorted(oldestFirst);
const on = (...times: readonly string[]): readonly Entry[] =>
  sorted(...times.map((time) => lone(inMinutes(Date.parse(time)), time)));

const feedOf = (lines: readonly Line[], order: EntryOrder = 'newest-first', zone = 'UTC'): Feed => {
  const feed = createFeed();
  feed.update(lines, order, zone);
  return feed;
};
const everyPlace = ({ length }: Feed): readonly number[] => Array.from({ length }, (_, place) => place);
const keys = (feed: Feed): readonly (string | undefined)[] =>
  everyPlace(feed).map((place) => {
    const line = feed.lineAt(place);
    return line?.kind === 'event' ? line.event.id : line?.key;
  });
const tops = (feed: Feed): readonly number[] => everyPlace(feed).map((place) => feed.topOf(place));
const totalOf = (feed: Feed): number => feed.layOut([]).after;

describe('the sizes of many lines', () => {
  const extents = createSizeIndex();
  extents.splice(0, 0, [10, 20, 30]);
  const given = (...sizes: readonly number[]) => {
    const made = createSizeIndex();
    made.splice(0, 0, sizes);
    return made;
  };
  const starts = (made: ReturnType<typeof createSizeIndex>) =>
    Array.from({ length: made.length + 1 }, (_, index) => made.startOf(index));

  const offsets: readonly (readonly [offset: number, index: number])[] = [
    [-1, 0],
    [0, 0],
    [9.9, 0],
    [10, 1],
    [29.5, 1],
    [30, 2],
    [59, 2],
    [60, 2],
    [1e9, 2],
  ];
  for (const [offset, index] of offsets) {
    it(`have line ${index} at ${offset}`, () => expect(extents.indexAt(offset)).to.equal(index));
  }

  it('are added up', () => {
    expect([starts(extents), extents.total, extents.sizeOf(1), extents.sizeOf(3)]).to.deep.equal([
      [0, 10, 30, 60],
      60,
      20,
      0,
    ]);
  });

  it('are empty without lines', () => {
    const none = createSizeIndex();
    expect([none.length, none.total, none.indexAt(0), none.startOf(0)]).to.deep.equal([0, 0, -1, 0]);
  });

  it('move what follows the line that grew, and nothing before it', () => {
    const made = given(10, 20, 30);
    made.resize(1, 25);
    expect(starts(made)).to.deep.equal([0, 10, 35, 65]);
    made.resize(0, 0);
    expect(starts(made)).to.deep.equal([0, 0, 25, 55]);
  });

  const splices: readonly (readonly [string, Parameters<typeof extents.splice>, readonly number[]])[] = [
    ['grow at the end', [3, 0, [5, 5]], [0, 10, 30, 60, 65, 70]],
    ['grow at the beginning', [0, 0, [5]], [0, 5, 15, 35, 65]],
    ['shrink in between', [1, 1, []], [0, 10, 40]],
    ['are replaced', [1, 2, [1]], [0, 10, 11]],
    ['all go', [0, 3, []], [0]],
    ['stay', [1, 0, []], [0, 10, 30, 60]],
  ];
  for (const [what, change, expected] of splices) {
    it(`${what}, whether they had been added up or not`, () => {
      const made = [given(10, 20, 30), given(10, 20, 30)] as const;
      expect(made[0].total).to.equal(60);
      for (const each of made) each.splice(...change);
      expect(made.map(starts)).to.deep.equal([expected, expected]);
      expect(made.map(({ total }) => total)).to.deep.equal([expected.at(-1), expected.at(-1)]);
    });
  }
});

describe('the difference of two lists', () => {
  const cases: readonly (readonly [before: string, after: string, difference: string])[] = [
    ['abc', 'abc', '3 0 0'],
    ['', 'ab', '0 0 2'],
    ['ab', '', '0 2 0'],
    ['abc', 'abcd', '3 0 1'],
    ['abc', 'xabc', '0 0 1'],
    ['abc', 'axc', '1 1 1'],
    ['abcd', 'ad', '1 2 0'],
    ['aab', 'ab', '1 1 0'],
    ['ab', 'aab', '1 0 1'],
    ['abc', 'bca', '0 3 3'],
    ['abc', 'xyz', '0 3 3'],
  ];
  for (const [before, after, stretch] of cases) {
    it(`of "${before}" and "${after}" is ${stretch}`, () => {
      const { start, old, now } = changedRange([...before], [...after]);
      expect(`${start} ${old} ${now}`).to.equal(stretch);
    });
  }
});

describe('the lines of the feed', () => {
  const entries = sorted(lone(1), call('t', 0, 5), lone(9));
  const gap = (to: number) => ({ from: 0, to: ten + to * minute });
  const where: readonly (readonly [to: number, place: number])[] = [
    [-1, 0],
    [1, 0],
    [2, 1],
    [5, 1],
    [9, 2],
    [10, 3],
  ];
  for (const [to, place] of where) {
    it(`have a gap until minute ${to} at ${place}, before the entry at its end`, () => {
      const lines = linesOf(entries, gap(to));
      expect(lines.findIndex(({ kind }) => kind === 'gap')).to.equal(place);
      expect(lines.filter(({ kind }) => kind !== 'gap')).to.deep.equal(entries);
    });
  }

  it('are the entries themselves where there is no gap', () => {
    expect(linesOf(entries, undefined)).to.equal(entries);
  });

  it('follow the sort order, each equal only to itself', () => {
    for (const to of [-1, 1, 2, 5, 9, 10]) {
      const lines = linesOf(entries, gap(to));
      for (const [first, a] of lines.entries()) {
        for (const [second, b] of lines.entries()) {
          expect(Math.sign(lineOrder(a, b))).to.equal(Math.sign(first - second));
        }
      }
    }
  });
});

describe('the events newer than a time', () => {
  const entries = sorted(
    lone(1),
    contact(part('t', 2, 'task:new'), part('t', 8, 'task:connected'), part('t', 9, 'task:ended')),
    lone(7),
  );
  const cases: readonly (readonly [minutes: number, count: number])[] = [
    [0, 5],
    [1, 4],
    [5, 3],
    [7, 2],
    [8, 1],
    [9, 0],
  ];
  for (const [at, count] of cases) {
    it(`are ${count} after minute ${at}, those within contacts too`, () => {
      expect(countNewer(entries, ten + at * minute, ten)).to.equal(count);
    });
  }

  it('are not hidden by an event with a broken time, which does not count itself', () => {
    const broken = lone(inMinutes(Date.parse('2099-01-01')), 'broken');
    const known = sorted(lone(1), broken);
    const seen = newestTime(known, ten);
    expect(seen).to.equal(lone(1).time);
    expect(countNewer(known, seen, ten)).to.equal(0);
    expect(countNewer(sorted(...known, lone(2)), seen, ten)).to.equal(1);
    expect(newestTime([broken], ten)).to.equal(-Infinity);
  });
});

describe('the days of the feed', () => {
  const shown = (lines: readonly Line[], zone: string, order: EntryOrder = 'newest-first'): string => {
    const feed = feedOf(lines, order, zone);
    return feed
      .layOut(everyPlace(feed))
      .days.map(({ day, lines }) => `${day}:${lines.length}`)
      .join(' ');
  };
  const cases: readonly (readonly [zone: string, times: readonly string[], days: string])[] = [
    ['UTC', ['2026-11-20T00:00:00Z', '2026-11-19T23:59:59Z'], '2026-11-20:1 2026-11-19:1'],
    ['America/New_York', ['2026-11-20T04:59:59Z', '2026-11-19T05:00:00Z'], '2026-11-19:2'],
    // midnight at a quarter past and a quarter to the hour of universal time
    ['Asia/Kathmandu', ['2026-11-20T18:15:00Z', '2026-11-20T18:14:59Z'], '2026-11-21:1 2026-11-20:1'],
    ['Pacific/Chatham', ['2026-11-20T10:15:00Z', '2026-11-20T10:14:59Z'], '2026-11-21:1 2026-11-20:1'],
    ['Asia/Kolkata', ['2026-11-20T18:30:00Z', '2026-11-20T18:29:59Z'], '2026-11-21:1 2026-11-20:1'],
    // clocks go back: the day has 25 hours
    [
      'Europe/Berlin',
      ['2026-10-25T22:59:59Z', '2026-10-24T22:00:00Z', '2026-10-24T21:59:59Z'],
      '2026-10-25:2 2026-10-24:1',
    ],
    // clocks go forward at midnight
    ['America/Santiago', ['2026-09-06T04:00:00Z', '2026-09-06T03:59:59Z'], '2026-09-06:1 2026-09-05:1'],
    [
      'UTC',
      ['2026-01-01T00:00:00Z', '2025-12-31T23:59:59Z', '1970-01-01T00:00:00Z'],
      '2026-01-01:1 2025-12-31:1 1970-01-01:1',
    ],
    ['UTC', [], ''],
  ];
  for (const [zone, times, days] of cases) {
    it(`in ${zone} are ${days || 'none'}, the other way round when old comes first`, () => {
      expect(shown(on(...times), zone)).to.equal(days);
      expect(shown(on(...times), zone, 'oldest-first')).to.equal(days.split(' ').toReversed().join(' '));
    });
  }

  it('have an unnamed day at both ends for times outside of the calendar', () => {
    const broken = [-1e17, Infinity].map((time) => entryOfEvent(event(`at ${time}`, 0, { time })));
    for (const entries of [sorted(...broken, lone(0)), sorted(...broken)]) {
      const feed = feedOf(entries);
      const days = feed.layOut(everyPlace(feed)).days;
      const names = days.map(({ day }) => day);
      expect(names).to.deep.equal(entries.length === 3 ? ['', '2026-11-20', ''] : ['', '']);
      expect(new Set(days.map(({ key }) => key)).size).to.equal(days.length);
      expect(tops(feed)).to.deep.equal(days.map((_, index) => heading + index * (heading + row)));
      expect(days.map(({ before, after }) => [before, after])).to.deep.equal(days.map(() => [0, 0]));
    }
  });
});

describe('a gap in the feed', () => {
  const shown = (times: readonly string[], to: string, zone = 'UTC'): string => {
    const feed = feedOf(linesOf(on(...times), { from: 0, to: Date.parse(to) }), 'newest-first', zone);
    return feed
      .layOut(everyPlace(feed))
      .days.map(({ day, lines }) => {
        const names = lines.map(({ line }) => (line.kind === 'event' ? line.event.id : line.key));
        return `${day} ${names.join(' ')}`;
      })
      .join(' | ');
  };
  const [early, noon, late, before, ago] = [
    '2026-11-20T08:00Z',
    '2026-11-20T12:00Z',
    '2026-11-20T20:00Z',
    '2026-11-19T12:00Z',
    '2026-11-01T12:00Z',
  ];
  const cases: readonly (readonly [where: string, times: readonly string[], to: string, lines: string])[] = [
    ['between two entries', [late, early], noon, `2026-11-20 ${late} gap ${early}`],
    ['below the entry that its later end is', [noon, early], noon, `2026-11-20 ${noon} gap ${early}`],
    ['above everything', [noon, before], late, `2026-11-20 gap ${noon} | 2026-11-19 ${before}`],
    ['below everything', [late, noon], early, `2026-11-20 ${late} ${noon} gap`],
    ['at the end of its day', [late, before], noon, `2026-11-20 ${late} gap | 2026-11-19 ${before}`],
    ['at the start of its day', [late, before], '2026-11-19T20:00Z', `2026-11-20 ${late} | 2026-11-19 gap ${before}`],
    ['on a day of its own in between', [late, ago], before, `2026-11-20 ${late} | 2026-11-19 gap | 2026-11-01 ${ago}`],
    ['on a day of its own above all', [before], noon, `2026-11-20 gap | 2026-11-19 ${before}`],
    ['on a day of its own below all', [noon], before, `2026-11-20 ${noon} | 2026-11-19 gap`],
    ['alone', [], noon, '2026-11-20 gap'],
  ];
  for (const [where, times, to, lines] of cases) {
    it(`is ${where}`, () => expect(shown(times, to)).to.equal(lines));
  }

  it('is on its day in the agent’s zone', () => {
    expect(shown([late], noon, 'Pacific/Chatham')).to.equal(`2026-11-21 ${late} gap`);
  });

  it('is identified by its place, and found after it has moved', () => {
    for (const order of ['newest-first', 'oldest-first'] as const) {
      const entries = sorted(lone(1), lone(2), lone(3));
      const [before, after] = [1.5, 2.5].map((to) => linesOf(entries, { from: 0, to: ten + to * minute }));
      const feed = feedOf(before!, order);
      const gap = before!.find(({ kind }) => kind === 'gap')!;
      const place = order === 'newest-first' ? 2 : 1;
      expect([feed.placeOf(gap), feed.find(gap)]).to.deep.equal([place, place]);
      feed.update(after!, order, 'UTC');
      expect(feed.find(gap)).to.equal(order === 'newest-first' ? 1 : 2);
      feed.update(entries, order, 'UTC');
      expect(feed.find(gap)).to.equal(undefined);
    }
  });
});

describe('the feed', () => {
  const entries = sorted(lone(0), lone(1), call('t', 0, 2), lone(3));

  it('counts places from the top in both orders', () => {
    expect(keys(feedOf(entries))).to.deep.equal(['e3', 'task t', 'e1', 'e0']);
    expect(keys(feedOf(entries, 'oldest-first'))).to.deep.equal(['e0', 'e1', 'task t', 'e3']);
    expect([-1, 4, Number.NaN].map(feedOf(entries).lineAt)).to.deep.equal([undefined, undefined, undefined]);
  });

  it('has no places when it is empty', () => {
    const feed = feedOf([]);
    expect([feed.length, feed.placeAt(0), feed.find(lone(0)), feed.lineAt(0)]).to.deep.equal([
      0,
      -1,
      undefined,
      undefined,
    ]);
    expect(feed.layOut([0, 1])).to.deep.equal({ days: [], length: 0, after: 0 });
  });

  it('estimates unknown sizes, and keeps measured ones', () => {
    const feed = feedOf(entries);
    const first = [heading, heading + row, heading + row + card, heading + row + card + row];
    expect([...tops(feed), totalOf(feed)]).to.deep.equal([...first, first[3]! + row]);
    feed.measure(1, 100.5);
    expect(tops(feed)).to.deep.equal([34, 90, 190.5, 246.5]);
    feed.update([...entries, lone(4)], 'newest-first', 'UTC');
    expect(tops(feed)).to.deep.equal([34, 90, 146, 246.5, 302.5]);
    feed.update([...entries], 'oldest-first', 'Pacific/Chatham');
    expect(tops(feed)).to.deep.equal([34, 90, 146, 246.5]);
    feed.measure(9, 7);
    feed.forget();
    feed.update(entries, 'newest-first', 'UTC');
    expect(tops(feed)).to.deep.equal(first);
  });

  it('adds the heading of each day to its first line from the top', () => {
    const days = on('2026-11-19T10:00Z', '2026-11-19T11:00Z', '2026-11-20T10:00Z');
    expect(tops(feedOf(days))).to.deep.equal([34, 124, 180]);
    expect(tops(feedOf(days, 'oldest-first'))).to.deep.equal([34, 90, 180]);
  });

  const atOffsets: readonly (readonly [offset: number, place: number])[] = [
    [-50, 0],
    [0, 0],
    [89, 0],
    [91, 1],
    [179, 1],
    [181, 2],
    [235, 2],
    [1e9, 2],
  ];
  for (const [offset, place] of atOffsets) {
    it(`has place ${place} at ${offset}, a heading being part of the line below it`, () => {
      const days = on('2026-11-18T10:00Z', '2026-11-19T11:00Z', '2026-11-20T10:00Z');
      const feed = feedOf(days.with(0, lone(inMinutes(days[1]!.time) - 1)));
      expect(feed.placeAt(offset)).to.equal(place);
      const turned = feedOf(days.slice(1).concat(lone(inMinutes(days[2]!.time) + 1)), 'oldest-first');
      expect(turned.placeAt(offset)).to.equal(place);
    });
  }

  it('adds live events above, without moving the lines below', () => {
    const feed = feedOf(entries);
    const fromBelow = () => tops(feed).map((top) => totalOf(feed) - top);
    const before = fromBelow();
    feed.update([...entries, lone(4), lone(5)], 'newest-first', 'UTC');
    expect(keys(feed)).to.deep.equal(['e5', 'e4', 'e3', 'task t', 'e1', 'e0']);
    expect(fromBelow().slice(2)).to.deep.equal(before);
  });

  it('moves the heading of a day to its new first line when live events arrive', () => {
    const days = on('2026-11-19T10:00Z', '2026-11-20T10:00Z');
    const feed = feedOf(days);
    expect(tops(feed)).to.deep.equal([34, 124]);
    const more = [...days, lone(1)];
    feed.update(more, 'newest-first', 'UTC');
    expect([...tops(feed), totalOf(feed)]).to.deep.equal([34, 90, 180, 236]);
    feed.update([days[0]!, lone(-1440 + 5), ...more.slice(1)], 'newest-first', 'UTC');
    expect([...tops(feed), totalOf(feed)]).to.deep.equal([34, 90, 180, 236, 292]);
    feed.update(days.slice(0, 1), 'newest-first', 'UTC');
    expect([...tops(feed), totalOf(feed)]).to.deep.equal([34, 90]);
  });

  it('appends history below, or above when old comes first', () => {
    const [older, newer] = [sorted(lone(-3), lone(-2)), entries];
    for (const order of ['newest-first', 'oldest-first'] as const) {
      const feed = feedOf(newer, order);
      feed.update([...older, ...newer], order, 'UTC');
      const fresh = feedOf([...older, ...newer], order);
      expect([keys(feed), tops(feed)]).to.deep.equal([keys(fresh), tops(fresh)]);
    }
  });

  it('finds a line that has moved, and knows the place of a removed one', () => {
    const feed = feedOf(entries);
    const [before, after] = [entries[2]!, call('t', 0, 9)];
    expect(before.key).to.equal(after.key);
    expect([feed.placeOf(before), feed.find(before)]).to.deep.equal([1, 1]);
    feed.update(sorted(...entries.filter((entry) => entry !== before), after), 'newest-first', 'UTC');
    expect([feed.find(before), feed.find(after)]).to.deep.equal([0, 0]);
    feed.update(sorted(lone(0), lone(3)), 'newest-first', 'UTC');
    expect([feed.find(before), feed.find(lone(1))]).to.deep.equal([undefined, undefined]);
    expect([feed.placeOf(before), feed.placeOf(lone(-5)), feed.placeOf(lone(5))]).to.deep.equal([0, 1, 0]);
    feed.update(sorted(lone(0), lone(3)), 'oldest-first', 'UTC');
    expect([feed.placeOf(before), feed.placeOf(lone(-5)), feed.placeOf(lone(5))]).to.deep.equal([1, 0, 1]);
  });

  it('draws the requested lines, with space for the others within and around their days', () => {
    const days = on(
      '2026-11-18T10:00Z',
      '2026-11-19T10:00Z',
      '2026-11-19T11:00Z',
      '2026-11-19T12:00Z',
      '2026-11-19T13:00Z',
      '2026-11-20T10:00Z',
    );
    const feed = feedOf(days);
    const { days: drawn, length, after } = feed.layOut([2, 3]);
    expect([length, after]).to.deep.equal([6, heading + row]);
    expect(drawn.map(({ day, before, after }) => [day, before, after])).to.deep.equal([
      ['2026-11-19', heading + row, row],
    ]);
    expect(drawn[0]?.lines.map(({ place, before }) => [place, before])).to.deep.equal([
      [2, row],
      [3, 0],
    ]);
  });
});

/* What can happen to a feed, and what is known of it by plain sums. */

type Happening =
  | { readonly kind: 'come'; readonly at: readonly number[] }
  | { readonly kind: 'go'; readonly at: number; readonly count: number }
  | { readonly kind: 'move'; readonly from: number; readonly to: number }
  | { readonly kind: 'gap'; readonly to: number | undefined }
  | { readonly kind: 'measure'; readonly place: number; readonly size: number }
  | { readonly kind: 'order' | 'forget' }
  | { readonly kind: 'zone'; readonly zone: string };

const week = 7 * 24 * 60;
const someMinute = fc.integer({ min: -week, max: 0 });
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('come' as const), at: fc.array(someMinute, { maxLength: 12 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('come' as const),
      at: fc.array(fc.integer({ min: 1, max: 600 }), { maxLength: 2 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('go' as const), at: fc.nat({ max: 40 }), count: fc.nat({ max: 10 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('move' as const), from: fc.nat({ max: 40 }), to: someMinute }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('gap' as const), to: fc.option(someMinute, { nil: undefined }) }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('measure' as const),
      place: fc.nat({ max: 40 }),
      // Halves add up exactly.
      size: fc.nat({ max: 800 }).map((halves) => 1 + halves / 2),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('order' as const, 'forget' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('zone' as const), zone: fc.constantFrom('UTC', 'Asia/Kathmandu') }),
  },
);

const course = fc.array(fc.tuple(happening, fc.uniqueArray(fc.nat({ max: 40 }), { maxLength: 8 })), { maxLength: 25 });

interface Stacked {
  readonly line: Line;
  readonly day: string;
  readonly begins: boolean;
  /** The top of the row itself, below its heading. */
  readonly top: number;
  readonly end: number;
}

/** Everything drawn, one below the other. */
function stack(
  lines: readonly Line[],
  order: EntryOrder,
  zone: string,
  sizes: ReadonlyMap<string, number>,
): readonly Stacked[] {
  const stacked: Stacked[] = [];
  let end = 0;
  let above = '';
  for (const line of order === 'newest-first' ? lines.toReversed() : lines) {
    const day = dayKey(line.time, zone);
    const begins = day !== above;
    above = day;
    const top = end + (begins ? heading : 0);
    end = top + (sizes.get(line.key) ?? (line.kind === 'interaction' ? card : row));
    stacked.push({ line, day, begins, top, end });
  }
  return stacked;
}

const expectPlaces = (feed: Feed, stacked: readonly Stacked[]): void => {
  expect(everyPlace(feed).map(feed.lineAt)).to.deep.equal(stacked.map(({ line }) => line));
  expect(tops(feed)).to.deep.equal(stacked.map(({ top }) => top));
  stacked.forEach(({ begins, line, top, end }, place) => {
    expect([feed.placeOf(line), feed.find(line)]).to.deep.equal([place, place]);
    const edge = begins ? top - heading : top;
    for (const offset of [edge + 0.25, (edge + end) / 2, end - 0.25]) expect(feed.placeAt(offset)).to.equal(place);
  });
};

/** Follows the layout from the top to the bottom as a page would. */
function expectLayout(feed: Feed, stacked: readonly Stacked[], places: readonly number[]): void {
  const layout = feed.layOut(places);
  const drawn = layout.days.flatMap(({ lines }) => lines);
  expect(drawn.map(({ place }) => place)).to.deep.equal(places.filter((place) => place < stacked.length));
  expect(new Set(layout.days.map(({ key }) => key)).size).to.equal(layout.days.length);
  let reached = 0;
  for (const day of layout.days) {
    const ofDay = stacked.filter((each) => each.day === day.day);
    expect(day.before).to.be.at.least(0);
    reached += day.before + heading;
    expect(reached).to.equal(ofDay[0]?.top);
    for (const { line, place, before } of day.lines) {
      expect(before).to.be.at.least(0);
      reached += before;
      const expected = stacked[place]!;
      expect([line, day.day, reached]).to.deep.equal([expected.line, expected.day, expected.top]);
      reached += expected.end - expected.top;
    }
    expect(day.after).to.be.at.least(0);
    reached += day.after;
    expect(reached).to.equal(ofDay.at(-1)?.end);
  }
  expect(layout.length).to.equal(stacked.length);
  expect(reached + layout.after).to.equal(stacked.at(-1)?.end ?? 0);
}

describe('a feed that changes', () => {
  it('matches plain sums after any change, and has the same height for any drawn lines (seed 20261120)', () => {
    fc.assert(
      fc.property(course, (happenings) => {
        const feed = createFeed();
        const sizes = new Map<string, number>();
        let entries: readonly Entry[] = [];
        let gapAt: number | undefined;
        let order: EntryOrder = 'newest-first';
        let zone = 'UTC';
        let count = 0;
        const take = (taken: readonly Entry[], added: readonly Entry[]): void => {
          entries = sorted(...entries.filter((entry) => !taken.includes(entry)), ...added);
        };

        for (const [happening, places] of happenings) {
          switch (happening.kind) {
            case 'come':
              take(
                [],
                happening.at.map((at) => (++count % 3 === 0 ? call(`t${count}`, at - 1, at) : lone(at, `e${count}`))),
              );
              break;
            case 'go':
              take(entries.slice(happening.at, happening.at + happening.count), []);
              break;
            case 'move': {
              const contacts = entries.filter(({ kind }) => kind === 'interaction');
              const moved = contacts[happening.from % contacts.length];
              if (moved?.kind !== 'interaction') break;
              const at = inMinutes(moved.time) + 1 - happening.to / 100;
              take([moved], [call(moved.interaction.taskId, at - 2, at)]);
              break;
            }
            case 'gap':
              gapAt = happening.to;
              break;
            case 'measure': {
              const line = feed.lineAt(happening.place);
              feed.measure(happening.place, happening.size);
              if (line !== undefined) sizes.set(line.key, happening.size);
              break;
            }
            case 'order':
              order = order === 'newest-first' ? 'oldest-first' : 'newest-first';
              break;
            case 'forget':
              sizes.clear();
              feed.forget();
              break;
            case 'zone':
              zone = happening.zone;
          }
          const lines = linesOf(entries, gapAt === undefined ? undefined : { from: 0, to: ten + gapAt * minute });
          feed.update(lines, order, zone);
          const stacked = stack(lines, order, zone, sizes);
          expectPlaces(feed, stacked);
          for (const drawn of [places.toSorted((a, b) => a - b), stacked.map((_, place) => place), []]) {
            expectLayout(feed, stacked, drawn);
          }
        }
      }),
      { numRuns: 200, seed: 20_261_120, endOnFailure: false },
    );
  });
});
