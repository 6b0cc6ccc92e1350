import { day } from './calendar-day.js';

const date = { day: 'numeric', month: 'short' } as const;
const dateAndClock = { ...date, hour: 'numeric', minute: '2-digit' } as const;

/**
 * "17 Oct – 3 Nov"; what is no whole days, and short, with the time of day: "3 Nov, 10:00–11:00". In a zone (IANA; the
 * runtime's own when undefined) and a locale (BCP 47); empty when no Date can hold the range.
 */
export function rangeText({ from, to }: TimeRange, zone: string | undefined, locale: string): string {
  if (!(Math.abs(from) <= 8.64e15 && Math.abs(to) <= 8.64e15)) return '';
  const clock = new Intl.DateTimeFormat('sv', { timeStyle: 'medium', timeZone: zone });
  const wholeDays = [from, to].every((time) => clock.format(time) === '00:00:00');
  const short = !wholeDays && to - from < 2 * day;
  const format = new Intl.DateTimeFormat(locale, { ...(short ? dateAndClock : date), timeZone: zone });
  // A range that ends at midnight does not reach into that day.
  return format.formatRange(from, short ? to : to - 1);
}

/** A stretch of time, epoch milliseconds; `to` is no part of it. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}
