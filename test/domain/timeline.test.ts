import { expect } from '@open-wc/testing';
import { eventKey, newestFirst, type JourneyEvent } from '../../src/domain/event.js';
import { staleSince } from '../../src/domain/staleness.js';
import type { Entry } from '../../src/domain/entry.js';
import { daysFrom, entriesFrom, withGap } from '../../src/domain/timeline.js';
import {
  ago,
  clockTime,
  dayAndClock,
  dayHeading,
  dayKey,
  durationText,
  fullDateTime,
  readZone,
} from '../../src/domain/time.js';

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

const names = (entries: readonly Entry[]): string =>
  entries
    .map((entry) => (entry.kind === 'event' ? entry.event.id : entry.interaction.events.map(({ id }) => id).join('+')))
    .join(' ');

describe('the timeline', () => {
  it('makes one entry of a task, where its latest event stands', () => {
    const events = [
      event('e', 1, 'task:ended', { taskId: 't1' }),
      event('d', 2, 'claim:filed'),
      event('c', 3, 'task:connected', { taskId: 't1' }),
      event('b', 4, 'task:new', { taskId: 't2' }),
      event('a', 5, 'task:new', { taskId: 't1' }),
    ];
    const entries = entriesFrom(events, now);
    expect(names(entries)).to.equal('e+c+a d b');
    expect(entries.map(({ kind }) => kind)).to.deep.equal(['interaction', 'event', 'interaction']);
    expect(entries.map(({ time }) => (now - time) / 60_000)).to.deep.equal([1, 2, 4]);
  });

  it('makes one entry of a task whose origin is masked here and clear there', () => {
    const events = [
      event('b', 1, 'task:ended', { taskId: 't1', origin: '1+9****8095' }),
      event('a', 5, 'task:new', { taskId: 't1', origin: '+19725558095' }),
    ];
    expect(names(entriesFrom(events, now))).to.equal('b+a');
  });

  it('keeps the key of a task while events arrive', () => {
    const events = [event('b', 1, 'task:ended', { taskId: 't1' }), event('a', 5, 'task:new', { taskId: 't1' })];
    const [before, after] = [events.slice(1), events].map((known) => entriesFrom(known, now)[0]?.key);
    expect(before).to.equal(after);
  });

  it('lets agents and recordings of a task join it, and others stand alone', () => {
    const events = [
      event('e', 1, 'capture:available', { taskId: 't1' }),
      event('d', 2, 'agent:state_change', { taskId: 't1', currentState: 'wrapup' }),
      event('c', 3, 'agent:login'),
      event('b', 4, 'empath:data'),
      event('a', 5, 'task:new', { taskId: 't1' }),
    ];
    expect(names(entriesFrom(events, now))).to.equal('e+d+a c b');
  });

  it('leaves custom events alone, though they name the task they happened in', () => {
    const events = [
      event('c', 1, 'task:ended', { taskId: 't1' }),
      event('b', 2, 'task:new', { taskId: 't1', uiData: { title: 'Viewed prices' } }),
      event('a', 3, 'task:new', { taskId: 't1' }),
    ];
    expect(names(entriesFrom(events, now))).to.equal('c+a b');
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
      expect(entriesFrom([event('a', 1, 'x:y', { uiData: { hidden: value } })], now)).to.have.length(is ? 0 : 1);
    });
  }

  it('stands odd payloads', () => {
    const odd = [null, 7, [], { taskId: {} }, { taskId: '__proto__' }, { taskId: 'constructor' }, { uiData: [] }];
    const events = odd.map((data, index) => event(String(index), index, 'task:new', (data ?? {}) as object));
    expect(names(entriesFrom(events, now))).to.equal('0 1 2 3 4 5 6');
  });

  it('is made of 50,000 events in linear time, be they of one task or of many', () => {
    const types = ['task:ended', 'task:connected', 'task:connect', 'task:new', 'page:seen'];
    const journey = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        event(
          String(index),
          index * 61,
          types[index % 5] ?? '',
          index % 5 < 4 ? { taskId: `t${Math.floor(index / 5)}` } : {},
        ),
      ).sort(newestFirst);
    const costOf = (events: readonly JourneyEvent[]): number => {
      const runs = Array.from({ length: 2 }, () => {
        const started = performance.now();
        daysFrom(entriesFrom(events, now), 'Asia/Kathmandu');
        return performance.now() - started;
      });
      return Math.min(...runs);
    };
    expect(costOf(journey(50_000))).to.be.below(1500);
    const oneTask = Array.from({ length: 50_000 }, (_, index) =>
      event(String(index), index, 'task:on-hold', { taskId: 't' }),
    );
    expect(costOf(oneTask)).to.be.below(1500);
  });
});

describe('the days of a timeline', () => {
  const at = (time: string): Entry => {
    const one = event(time, 0, 'x:y');
    return { kind: 'event', key: time, time: Date.parse(time), event: one };
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
    it(`in ${zone} are ${days || 'none'}`, () => {
      const found = daysFrom(times.map(at), zone).map(({ day, entries }) => `${day}:${entries.length}`);
      expect(found.join(' ')).to.equal(days);
    });
  }

  it('are those of the machine when no zone is set', () => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const time = Date.parse('2026-11-20T10:15:00Z');
    expect(dayKey(time, undefined)).to.equal(dayKey(time, zone));
  });

  it('stand a time no calendar has', () => {
    for (const time of [Number.NaN, Infinity, 1e20]) {
      expect(dayKey(time, 'UTC')).to.equal('');
      expect(clockTime(time, 'UTC', 'en')).to.equal('');
      expect(fullDateTime(time, 'UTC', 'en')).to.equal('');
    }
  });
});

describe('a gap', () => {
  const at = (time: string): Entry => ({
    kind: 'event',
    key: time,
    time: Date.parse(time),
    event: event(time, 0, 'x:y'),
  });
  const shown = (times: readonly string[], to: string, zone = 'UTC'): string =>
    withGap(daysFrom(times.map(at), zone), { from: 0, to: Date.parse(to) }, zone)
      .map(({ day, entries }) => `${day} ${entries.map(({ kind, key }) => (kind === 'gap' ? 'gap' : key)).join(' ')}`)
      .join(' | ');
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
    it(`stands ${where}`, () => expect(shown(times, to)).to.equal(lines));
  }

  it('stands on the day it has in the agent’s zone', () => {
    expect(shown([late], noon, 'Pacific/Chatham')).to.equal(`2026-11-21 ${late} gap`);
  });

  it('leaves the days alone when there is none', () => {
    const days = daysFrom([at(noon)], 'UTC');
    expect(withGap(days, undefined, 'UTC')).to.equal(days);
  });
});

describe('what is shown', () => {
  const known = { status: 'ready', value: 1, error: undefined, asOf: 7 } as const;
  const cases: readonly (readonly [string, ReturnType<typeof staleSince>, Readonly<Parameters<typeof staleSince>>])[] =
    [
      ['is true while it is read', undefined, [{ ...known, status: 'loading' }]],
      ['is stale when it could not be read again', 7, [{ ...known, status: 'failed' }]],
      [
        'is stale when it could not be read again though the line is up',
        7,
        [{ ...known, status: 'failed' }, { status: 'live' }],
      ],
      ['has no time when it never came', undefined, [{ ...known, status: 'failed', asOf: undefined }]],
      ['is true when there is nothing to keep it so', undefined, [known]],
      ...(['live', 'off', 'connecting', 'catching-up', 'polling'] as const).map(
        (status) => [`is true while the connection is ${status}`, undefined, [known, { status }]] as const,
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
      // Whether a comma follows the weekday is up to the browser's version.
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

  it('is told in the zone asked for, not the machine’s', () => {
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
    [10 * 86_400_000, 'en', 'last week'],
  ];
  for (const [age, locale, text] of ages) {
    it(`that is ${age} milliseconds old is "${text}"`, () => expect(ago(time - age, time, locale)).to.equal(text));
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
