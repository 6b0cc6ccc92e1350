import { expect } from '@open-wc/testing';
import { binIndexAt, binEdges } from '../../../src/domain/timeline/activity.js';
import { binsInRange, rangeOfBins } from '../../../src/domain/timeline/activity-range.js';
import { startOf, timeFrames, type TimeFrame } from '../../../src/domain/timeline/filter.js';

const now = Date.parse('2026-11-20T12:34:56Z');
const hour = 3_600_000;
const day = 24 * hour;

/** The wall clock of a zone, `MM-dd HH:mm`. */
const wall = (time: number | undefined, timeZone: string) =>
  new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeStyle: 'short', timeZone }).format(time).slice(5);

const lengths = (edges: readonly number[]) => edges.slice(1).map((edge, index) => edge - edges[index]!);

/** How many of how many hours most are, and those that differ: `29 x 6, 7: 11-13 12:00 to 11-20 18:00`. */
function summary(edges: readonly number[], zone: string): string {
  const hours = lengths(edges).map((length) => length / hour);
  const usual = hours.toSorted((a, b) => a - b)[hours.length >> 1]!;
  const bins = [`${hours.length} x ${usual}`, ...hours.filter((length) => length !== usual)].join(', ');
  return `${bins}: ${wall(edges[0], zone)} to ${wall(edges.at(-1), zone)}`;
}

const zones = ['UTC', 'Europe/Berlin', 'Asia/Kathmandu', 'Pacific/Chatham', 'Australia/Lord_Howe', 'America/Sao_Paulo'];

describe('the bins of the activity strip', () => {
  const cases: readonly [title: string, frameZoneDay: string, binsInHours: string, oldest?: number][] = [
    ['hours for a day', '24-hours UTC 2026-11-20', '25 x 1: 11-19 12:00 to 11-20 13:00'],
    ['hours of the zone', '24-hours Asia/Kathmandu 2026-11-20', '25 x 1: 11-19 18:00 to 11-20 19:00'],
    ['quarters of a day for a week', '7-days UTC 2026-11-20', '29 x 6: 11-13 12:00 to 11-20 18:00'],
    ['a week with a clock set back', '7-days Europe/Berlin 2026-10-28', '29 x 6, 7: 10-21 12:00 to 10-28 18:00'],
    ['a week with a clock set forward', '7-days Europe/Berlin 2026-04-01', '30 x 6, 5: 03-25 06:00 to 04-01 18:00'],
    ['days for a month', '30-days UTC 2026-11-20', '31 x 24: 10-21 00:00 to 11-21 00:00'],
    ['days of the zone', '30-days Pacific/Chatham 2026-11-20', '31 x 24: 10-22 00:00 to 11-22 00:00'],
    ['a month with a clock set back', '30-days Europe/Berlin 2026-11-20', '31 x 24, 25: 10-21 00:00 to 11-21 00:00'],
    ['two days each for 90', '90-days UTC 2026-11-20', '46 x 48: 08-21 00:00 to 11-21 00:00'],
    [
      'a midnight that the clocks skip',
      '30-days America/Sao_Paulo 2018-11-20',
      '32 x 24, 23: 10-20 00:00 to 11-21 00:00',
    ],
    ['a midnight that comes twice', '30-days America/Havana 2026-11-20', '31 x 24, 25: 10-21 00:00 to 11-21 00:00'],
    ['a day that the calendar leaves out', '30-days Pacific/Apia 2012-01-10', '31 x 24: 12-11 00:00 to 01-12 00:00'],
    ['at least a day, for any first contact', 'all UTC 2026-11-20', '25 x 1: 11-19 12:00 to 11-20 13:00', now - 60_000],
    ['from the first contact yesterday', 'all UTC 2026-11-20', '31 x 1: 11-19 06:00 to 11-20 13:00', now - 30 * hour],
    ['from the first contact last week', 'all UTC 2026-11-20', '33 x 6: 11-12 12:00 to 11-20 18:00', now - 8 * day],
    ['from the first contact last month', 'all UTC 2026-11-20', '41 x 24: 10-11 00:00 to 11-21 00:00', now - 40 * day],
    ['three days each', 'all UTC 2026-11-20', '51 x 72: 06-21 00:00 to 11-21 00:00', now - 150 * day],
    ['a week each', 'all UTC 2026-11-20', '58 x 168: 10-11 00:00 to 11-21 00:00', now - 400 * day],
    ['two weeks each', 'all UTC 2026-11-20', '51 x 336: 12-07 00:00 to 11-21 00:00', now - 700 * day],
    ['ten years at most, for a time of 1970', 'all UTC 2026-11-20', '58 x 1512: 11-19 00:00 to 11-21 00:00', 0],
    [
      'ten years at most, for a time no Date can hold',
      'all UTC 2026-11-20',
      '58 x 1512: 11-19 00:00 to 11-21 00:00',
      -1e17,
    ],
    ['a day, for a first contact that lies ahead', 'all UTC 2026-11-20', '25 x 1: 11-19 12:00 to 11-20 13:00', 1e17],
  ];
  for (const [title, frameZoneDay, binsInHours, oldest] of cases) {
    it(`are ${title}`, () => {
      const [frame, zone = '', date] = frameZoneDay.split(' ');
      const edges = binEdges(frame as TimeFrame, oldest, Date.parse(`${date}T12:34:56Z`), zone);
      expect(summary(edges, zone)).to.equal(binsInHours);
    });
  }

  it('are empty before there is an entry, without a frame', () => {
    expect(binEdges('all', undefined, now, 'UTC')).to.deep.equal([]);
    expect(binEdges('90-days', undefined, now, 'UTC')).to.have.length(47);
  });

  it('cover their frame, ascend, and are at most 60, all through a year', () => {
    const oldest = [2, 20, 200, 2000].map((days) => now - 366 * day - days * day);
    for (const zone of zones) {
      for (let time = now - 366 * day; time < now; time += 101.3 * hour) {
        for (const frame of timeFrames) {
          const first = oldest[Math.floor(time / hour) % oldest.length]!;
          const edges = binEdges(frame, first, time, zone);
          const start = frame === 'all' ? first : startOf(frame, time);
          const at = `${frame} ${zone} ${new Date(time).toISOString()}`;
          if (!(edges[0]! <= start && start < edges[1]! + 2 * day)) expect.fail(`${at} begins ${wall(edges[0], zone)}`);
          if (!(edges.at(-2)! <= time && time < edges.at(-1)!)) expect.fail(`${at} ends ${wall(edges.at(-1), zone)}`);
          if (edges.length > 61) expect.fail(`${at} has ${edges.length} edges`);
          if (lengths(edges).some((length) => !(length > 0))) expect.fail(`${at} does not rise`);
        }
      }
    }
  });

  it('stay the same while now is within the last bin', () => {
    for (const zone of ['UTC', 'Europe/Berlin', 'Australia/Lord_Howe']) {
      for (const frame of timeFrames) {
        const first = now - 50 * day;
        let edges = binEdges(frame, first, first + hour, zone);
        for (let time = first + hour; time < now; time += 3.7 * hour) {
          if (time >= edges.at(-1)!) edges = binEdges(frame, first, time, zone);
          const again = binEdges(frame, first, time, zone);
          if (again.join() !== edges.join()) expect.fail(`${frame} ${zone} moved at ${new Date(time).toISOString()}`);
        }
      }
    }
  });

  it('are made from any times, even from none', () => {
    for (const frame of timeFrames) {
      for (const first of [undefined, NaN, Infinity, -Infinity, 1e17, -1e17, 8.64e15]) {
        for (const time of [0, NaN, 1e17, -1e17, 8.64e15, -8.64e15])
          expect(binEdges(frame, first, time, 'Europe/Berlin').length).to.be.below(62);
      }
    }
  });
});

describe('the bin of a time', () => {
  const edges = [10, 20, 40];
  const cases: readonly [time: number, bin: number][] = [
    [-1e17, -1],
    [9.9, -1],
    [10, 0],
    [19, 0],
    [20, 1],
    [39.9, 1],
    [40, -1],
    [1e17, -1],
    [NaN, -1],
  ];
  for (const [time, bin] of cases) it(`is ${bin} for ${time}`, () => expect(binIndexAt(edges, time)).to.equal(bin));

  it('is -1 if there are no bins', () => {
    expect(binIndexAt([], 1)).to.equal(-1);
    expect(binIndexAt([1], 1)).to.equal(-1);
  });
});

describe('the bins of a range', () => {
  const edges = [10, 20, 40, 50];
  const cases: readonly [title: string, from: number, to: number, bins: string][] = [
    ['begin and end at edges', 20, 40, '1 to 2'],
    ['reach over what is only touched', 25, 41, '1 to 3'],
    ['are one for a single time', 25, 25, '1 to 2'],
    ['are one for a single time at an edge', 20, 20, '1 to 2'],
    ['are all for more than all', 0, 99, '0 to 3'],
    ['are the first for what lies before', 1, 2, '0 to 1'],
    ['are the last for what lies after', 60, 70, '2 to 3'],
  ];
  for (const [title, from, to, bins] of cases)
    it(title, () => expect(binsInRange(edges, { from, to }).join(' to ')).to.equal(bins));

  it('are all bins without a range', () => {
    expect(binsInRange(edges, undefined)).to.deep.equal([0, 3]);
    expect(rangeOfBins(edges, 0, 3)).to.equal(undefined);
  });

  it('give the same range again', () => {
    expect(rangeOfBins(edges, 1, 2)).to.deep.equal({ from: 20, to: 40 });
    expect(rangeOfBins(edges, 0, 2)).to.deep.equal({ from: 10, to: 40 });
    expect(rangeOfBins([], 0, -1)).to.equal(undefined);
  });
});
