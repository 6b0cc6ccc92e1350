import { hour } from '../../domain/time/calendar-day.js';
import type { TimeRange } from '../../domain/time/time-range.js';

/**
 * Texts for the times of an activity strip; with the time of day if bins are shorter than days. Times in epoch
 * milliseconds.
 */
export interface ActivityDates {
  /** "22 August" */
  day(time: number): string;
  /** The start of a bin: "22 August", "20 November at 14:00". */
  start(time: number): string;
  /** The end of a bin: its last day, or "today" or "now". */
  end(time: number): string;
  /** "18–19 November" */
  stretch(range: TimeRange): string;
  /** "18–19 Nov" */
  short(range: TimeRange): string;
  /** The labels below the strip: at its start, after one and two thirds or one half, and at its end. */
  readonly axis: readonly string[];
}

/** Creating formats is slow: call it once per edges (at least two), zone (IANA) and locale (BCP 47). */
export function activityDates(edges: readonly number[], zone: string | undefined, locale: string): ActivityDates {
  const bins = edges.length - 1;
  const [begin = 0, second = 0] = edges;
  const end = edges[bins] ?? 0;
  const [hasHours, isOfHours] = [second - begin < 20 * hour, second - begin < 2 * hour];
  const clock: Intl.DateTimeFormatOptions = hasHours ? { hour: 'numeric', minute: '2-digit' } : {};
  const year: Intl.DateTimeFormatOptions = end - begin < 300 * 24 * hour ? {} : { year: 'numeric' };
  const date: Intl.DateTimeFormatOptions = { ...year, day: 'numeric' };
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
  const day = format({ ...date, month: 'long' });
  const long = format({ ...date, month: 'long', ...clock });
  const short = format({ ...date, month: 'short', ...clock });
  const label = format(isOfHours ? { timeStyle: 'short' } : { ...(year.year ? year : date), month: 'short' });
  const parts = year.year ? [0, 1 / 2] : [0, 1 / 3, 2 / 3];
  const now = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(0, isOfHours ? 'second' : 'day');
  // A long word such as "Aujourd’hui" needs the space of the label before it.
  const hasRoom = (part: number) => part < 2 / 3 || now.length < 9;
  const labels = parts.map((part) => (hasRoom(part) ? label.format(edges[Math.round(part * bins)]) : ''));
  // A day that ends at midnight does not include the next day.
  const within = (time: number) => (hasHours ? time : time - 1);
  return {
    day: (time) => day.format(time),
    start: (time) => long.format(time),
    end: (time) => (time < end ? long.format(within(time)) : now),
    stretch: ({ from, to }) => long.formatRange(from, within(to)),
    short: ({ from, to }) => short.formatRange(from, within(to)),
    axis: [...labels.map((text, index) => (text === labels[index - 1] ? '' : text)), now],
  };
}
