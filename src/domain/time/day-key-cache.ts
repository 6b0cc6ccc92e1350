import { dayKey } from './format-time.js';

const quarterHour = 15 * 60 * 1000;

/**
 * `dayKey` for many times of one zone, with a cache: formatting is slow. Days start at a quarter of an hour of UTC, so
 * one result is right for all times in a quarter. There are few exceptions, such as Newfoundland until 2011, where the
 * clocks changed one minute after midnight; those quarters are not cached.
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
