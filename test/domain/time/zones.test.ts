import { expect } from '@open-wc/testing';
import { createDayKeyCache } from '../../../src/domain/time/day-key-cache.js';
import { dayHeading, dayKey, type DayHeading } from '../../../src/domain/time/format-time.js';
import { dayNumber, startOfDay } from '../../../src/domain/time/calendar-day.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const quarterHour = 15 * minute;
const [begin, end] = [Date.UTC(2000, 0, 1), Date.UTC(2036, 0, 1)];

/** A time at which the clocks of a zone change; offsets from universal time, milliseconds. */
interface Change {
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

/*
 * The expected values: offsets between clock changes, and arithmetic. The changes come from Temporal if the browser has
 * it, else from a search by offsets. The tested code asks `Intl` for whole dates.
 */

interface ZonedDateTime {
  readonly epochMilliseconds: number;
  readonly offsetNanoseconds: number;
  getTimeZoneTransition(direction: 'next'): ZonedDateTime | null;
}
interface TemporalApi {
  readonly Instant: { fromEpochMilliseconds(time: number): { toZonedDateTimeISO(zone: string): ZonedDateTime } };
}
const { Temporal } = globalThis as { readonly Temporal?: TemporalApi };

function changesByTemporal({ Instant }: TemporalApi, zone: string): readonly Change[] {
  const changes: Change[] = [];
  let moment = Instant.fromEpochMilliseconds(begin - day).toZonedDateTimeISO(zone);
  for (;;) {
    const next = moment.getTimeZoneTransition('next');
    if (next === null || next.epochMilliseconds > end + day) return changes;
    const [before, after] = [moment.offsetNanoseconds / 1e6, next.offsetNanoseconds / 1e6];
    if (before !== after) changes.push({ at: next.epochMilliseconds, before, after });
    moment = next;
  }
}

function offsetByParts(zone: string): (time: number) => number {
  const digits = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const;
  const format = new Intl.DateTimeFormat('en', { ...digits, second: 'numeric', hourCycle: 'h23', timeZone: zone });
  return (time) => {
    const parts = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
    const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(time / 1000) * 1000;
  };
}

function changesBySearch(zone: string): readonly Change[] {
  const offsetOf = offsetByParts(zone);
  const changes: Change[] = [];
  const step = 20 * day; // Morocco's Ramadan time lasts longer
  for (let from = begin - day; from < end + day; from += step) {
    const [before, after] = [offsetOf(from), offsetOf(from + step)];
    if (before === after) continue;
    let [low, high] = [from, from + step];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (offsetOf(middle) === before) low = middle;
      else high = middle;
    }
    changes.push({ at: high, before, after });
  }
  return changes;
}

const zones = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])];
const changesOf = new Map<string, readonly Change[]>();

/** The wall clock of a zone, as if it were universal time. */
function wallOf(zone: string): (time: number) => number {
  const changes = changesOf.get(zone) ?? [];
  const first = changes[0]?.before ?? offsetByParts(zone)(begin);
  let next = 0;
  return (time) => {
    while (time >= (changes[next]?.at ?? Infinity)) next++;
    while (time < (changes[next - 1]?.at ?? -Infinity)) next--;
    return time + (changes[next - 1]?.after ?? first);
  };
}

const isoDay = (wall: number) => new Date(wall).toISOString().slice(0, 10);

/** The change, times shortly before and after it, and the midnights on both sides by both offsets. */
function momentsAround({ at, before, after }: Change): ReadonlySet<number> {
  const distances = [0, 1, quarterHour, hour, day].flatMap((distance) => [at - distance, at + distance]);
  const midnights = [before, after].flatMap((offset) =>
    [0, 1].map((days) => (Math.floor((at + offset) / day) + days) * day - offset),
  );
  return new Set([...distances, ...midnights.flatMap((midnight) => [midnight - 1, midnight, midnight + 1])]);
}

function* everyChange(): Generator<{ zone: string; wall: (time: number) => number; change: Change }> {
  for (const zone of zones) {
    const wall = wallOf(zone);
    for (const change of changesOf.get(zone) ?? []) yield { zone, wall, change };
  }
}

const expectNone = (wrong: readonly string[]) => expect(wrong.slice(0, 20)).to.deep.equal([]);

describe('days in every zone, 2000 to 2035', function () {
  this.timeout(20_000);

  before(() => {
    for (const zone of zones)
      changesOf.set(zone, Temporal === undefined ? changesBySearch(zone) : changesByTemporal(Temporal, zone));
  });

  it('are tested where clocks change: at skipped and repeated midnights, days and half hours', () => {
    expect(zones.length).to.be.above(400);
    expect([...everyChange()].length).to.be.above(10_000);
    const kinds: readonly [zone: string, at: string, hours: number][] = [
      ['Pacific/Apia', '2011-12-30T10:00Z', 24],
      ['America/Sao_Paulo', '2018-11-04T03:00Z', 1],
      ['Asia/Beirut', '2026-03-28T22:00Z', 1],
      ['America/Havana', '2026-11-01T05:00Z', -1],
      ['Australia/Lord_Howe', '2026-04-04T15:00Z', -0.5],
      ['America/St_Johns', '2010-11-07T02:31Z', -1],
    ];
    for (const [zone, at, hours] of kinds) {
      const change = changesOf.get(zone)?.find((known) => known.at === Date.parse(at));
      expect(change && (change.after - change.before) / hour, zone).to.equal(hours);
    }
  });

  it('have the same clock changes in both sources', () => {
    for (const zone of ['Pacific/Apia', 'Africa/Casablanca', 'America/St_Johns', 'Australia/Lord_Howe', 'UTC'])
      expect(changesBySearch(zone), zone).to.deep.equal(changesOf.get(zone));
  });

  it("have the names of the zone's calendar, around every clock change", () => {
    const wrong: string[] = [];
    for (const { zone, wall, change } of everyChange()) {
      for (const time of momentsAround(change)) {
        const [is, should] = [dayKey(time, zone), isoDay(wall(time))];
        if (is !== should) wrong.push(`${zone} ${new Date(time).toISOString()}: ${is}, not ${should}`);
      }
    }
    expectNone(wrong);
  });

  it("have the names of the zone's calendar, around the midnights that start a month", () => {
    const wrong: string[] = [];
    for (const zone of zones) {
      const wall = wallOf(zone);
      for (let month = 0; month < 36 * 12; month++) {
        const first = Date.UTC(2000, month, 1);
        const midnight = first - (wall(first) - first);
        for (const time of [midnight - 1, midnight]) {
          const [is, should] = [dayKey(time, zone), isoDay(wall(time))];
          if (is !== should) wrong.push(`${zone} ${new Date(time).toISOString()}: ${is}, not ${should}`);
        }
      }
    }
    expectNone(wrong);
  });

  it('have the headings "Today", "Yesterday", weekday or date, around every clock change', () => {
    const weekdays = ['Thursday', 'Friday', 'Saturday', 'Sunday', 'Monday', 'Tuesday', 'Wednesday']; // 1970 began with one
    const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'];
    months.push('October', 'November', 'December');
    const headed = (date: number, today: number): DayHeading => {
      const [year, month, dayOfMonth] = isoDay(date * day)
        .split('-')
        .map(Number) as [number, number, number];
      const weekday = weekdays[date % 7]!;
      const suffix = isoDay(today * day).startsWith(`${year}-`) ? '' : ` ${year}`;
      const named = `${dayOfMonth} ${months[month - 1]}${suffix}`;
      const near = ({ '-1': 'Tomorrow', 0: 'Today', 1: 'Yesterday' } as Record<number, string>)[today - date];
      if (near !== undefined) return { relative: near, full: `${weekday} ${named}` };
      const withinWeek = today > date && today - date < 7;
      return withinWeek ? { relative: weekday, full: named } : { relative: `${weekday} ${named}`, full: '' };
    };
    const known = new Map<string, DayHeading>(); // zones often change together, and making words takes long
    const wrong: string[] = [];
    for (const { zone, wall, change } of everyChange()) {
      for (const age of [0, 1, 2, 6, 7, 8]) {
        for (const time of [change.at - 1, change.at]) {
          const now = time + age * day;
          const days = `${dayKey(time, zone)} ${dayKey(now, zone)}`;
          let is = known.get(days);
          if (is === undefined) known.set(days, (is = dayHeading(dayKey(time, zone), dayKey(now, zone), 'en-GB')));
          const should = headed(Math.floor(wall(time) / day), Math.floor(wall(now) / day));
          const [isWords, shouldBe] = [is, should].map(({ relative, full }) => `${relative}; ${full}`.replace(',', ''));
          if (isWords !== shouldBe) wrong.push(`${zone} ${days}: ${isWords}, not ${shouldBe}`);
        }
      }
    }
    expectNone(wrong);
  });

  it('start with the first time of the day, around every clock change', () => {
    const wrong: string[] = [];
    for (const { zone, wall, change } of everyChange()) {
      const { at, before, after } = change;
      const numberAt = (time: number) => Math.floor(wall(time) / day);
      for (const number of [-1, 0, 1, 2].map((days) => numberAt(at) + days)) {
        const moments = [at, number * day - before, number * day - after].filter((time) => numberAt(time) >= number);
        const [is, should] = [startOfDay(number, zone), Math.min(...moments)];
        if (is !== should) wrong.push(`${zone} ${isoDay(number * day)}: ${is - should} ms off`);
        if (dayNumber(is, zone) !== numberAt(is)) wrong.push(`${zone} ${isoDay(number * day)}: another day`);
      }
    }
    expectNone(wrong);
  });

  it('are the same from the cache as without it, in any order', () => {
    const wrong: string[] = [];
    const lookUps = new Map<string, (time: number) => string>();
    for (const { zone, change } of everyChange()) {
      const dayOf = lookUps.get(zone) ?? createDayKeyCache(zone);
      lookUps.set(zone, dayOf);
      // Newest first, as a journey is read.
      for (const time of [...momentsAround(change)].sort((a, b) => b - a)) {
        if (dayOf(time) !== dayKey(time, zone)) wrong.push(`${zone} ${new Date(time).toISOString()}`);
      }
    }
    expectNone(wrong);
  });
});
