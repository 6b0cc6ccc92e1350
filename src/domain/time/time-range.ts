import { day } from './calendar-day.js';

const date = { day: 'numeric', month: 'short' } as const;
const dateAndClock = { ...date, hour: 'numeric', minute: '2-digit' } as const;

/**
 * "17 Oct – 3 Nov"; a short range that is not whole days has the time of day: "3 Nov, 10:00–11:00". `zone`: IANA, the
 * runtime's own if undefined; `locale`: BCP 47. Empty if the range is outside the range of a Date.
 */
export function rangeText({ from, to }: TimeRange, zone: string | undefined, locale: string): string {
  if (!(Math.abs(from) <= 8.64e15 && Math.abs(to) <= 8.64e15)) return '';
  const clock = new Intl.DateTimeFormat('sv', { timeStyle: 'medium', timeZone: zone });
  const wholeDays = [from, to].every((time) => clock.format(time) === '00:00:00');
  const short = !wholeDays && to - from < 2 * day;
  const format = new Intl.DateTimeFormat(locale, { ...(short ? dateAndClock : date), timeZone: zone });
  // A range that ends at midnight does not include that day.
  return format.formatRange(from, short ? to : to - 1);
}

/** A range of time, epoch milliseconds, without `to` itself. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}
