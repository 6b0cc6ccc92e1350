import { dayKey } from './format-time.js';

const quarterHour = 15 * 60 * 1000;

/**
 * `dayKey` for many times of one zone: formatting is slow, looking up is not. Days begin at a quarter of an hour of
 * universal time, so one answer serves for all times within one; but for those few, such as in Newfoundland until 2011,
 * when clocks went back from a minute past midnight.
 */
export function createDayKeyCache(zone: string | undefined): (time: number) => string {
  const days = new Map<number, string | undefined>();
  return (time) => {
    const quarter = Math.floor(time / quarterHour);
    if (!days.has(quarter)) {
      const [first, last] = [quarter * quarterHour, (quarter + 1) * quarterHour - 1].map((end) => dayKey(end, zone));
      days.set(quarter, first === last ? first : undefined);
    }
    return days.get(quarter) ?? dayKey(time, zone);
  };
}
