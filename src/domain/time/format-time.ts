/*
 * Times are epoch milliseconds; a day is `yyyy-MM-dd`. A zone is an IANA name that `readZone` accepted, or
 * `undefined` for the zone of the runtime; a locale is a BCP 47 tag.
 */

const styles = {
  day: { year: 'numeric', month: '2-digit', day: '2-digit' },
  clock: { timeStyle: 'short' },
  clockWithSeconds: { timeStyle: 'medium' },
  mediumDate: { dateStyle: 'medium' },
  dayAndClock: { dateStyle: 'medium', timeStyle: 'short' },
  full: { dateStyle: 'full', timeStyle: 'long' },
  weekday: { weekday: 'long' },
  date: { day: 'numeric', month: 'long' },
  dateAndYear: { day: 'numeric', month: 'long', year: 'numeric' },
  dateWithWeekday: { weekday: 'long', day: 'numeric', month: 'long' },
  dateAndYearWithWeekday: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

type Style = keyof typeof styles;

/** Creating a format takes about a hundred times as long as using it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatted(time: number, style: Style, locale: string, zone: string | undefined): string {
  // Outside the range of a Date: one broken event must not stop the others from being shown.
  if (!(Math.abs(time) <= 8.64e15)) return '';
  const key = `${style} ${locale} ${zone ?? ''}`;
  let format = formats.get(key);
  if (format === undefined)
    formats.set(key, (format = new Intl.DateTimeFormat(locale, { ...styles[style], timeZone: zone })));
  return format.format(time);
}

/** A time zone that `Intl` accepts; `undefined` for any other text. */
export function readZone(text: string | null | undefined): string | undefined {
  const zone = text?.trim();
  if (!zone) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone && zone;
  } catch {
    return undefined;
  }
}

/** The calendar day of a time, in the Swedish (ISO) format. Empty if the time is outside the range of a Date. */
export const dayKey = (time: number, zone: string | undefined): string => formatted(time, 'day', 'sv', zone);

/** The heading of a day in the timeline: "Today" and "Friday 20 November", "Tuesday" and "17 November". */
export interface DayHeading {
  /** "Today", "Yesterday", the weekday within a week, else the whole date. */
  readonly relative: string;
  /** The rest of the date; empty if `relative` is the whole date. */
  readonly full: string;
}

/** The heading of a day; `day` and `today` as `dayKey` returns them. */
export function dayHeading(day: string, today: string, locale: string): DayHeading {
  const date = Date.parse(day);
  const age = Math.round((Date.parse(today) - date) / 86_400_000);
  if (Number.isNaN(age)) return { relative: day, full: '' };
  const say = (style: Style): string => capitalised(formatted(date, style, locale, 'UTC'), locale);
  const thisYear = day.slice(0, 4) === today.slice(0, 4);
  const dateWithWeekday = say(thisYear ? 'dateWithWeekday' : 'dateAndYearWithWeekday');
  if (Math.abs(age) <= 1) {
    return { relative: capitalised(daysAgo(age, locale), locale), full: dateWithWeekday };
  }
  if (age > 1 && age < 7) return { relative: say('weekday'), full: say(thisYear ? 'date' : 'dateAndYear') };
  return { relative: dateWithWeekday, full: '' };
}

/** "today", "yesterday", "3 days ago", in calendar days. */
export const daysAgo = (days: number, locale: string): string =>
  new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-days, 'day');

function capitalised(text: string, locale: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase(locale) + text.slice(first.length);
}

/** "18 Nov 2026"; `day` as `dayKey` returns it. */
export const dateText = (day: string, locale: string): string =>
  formatted(Date.parse(day), 'mediumDate', locale, 'UTC');

/** "10:42", or as the locale writes it. */
export const clockTime = (time: number, zone: string | undefined, locale: string, seconds = false): string =>
  formatted(time, seconds ? 'clockWithSeconds' : 'clock', locale, zone);

/** "18 Nov 2026, 10:42", for a time whose day is not told already. */
export const dayAndClock = (time: number, zone: string | undefined, locale: string): string =>
  formatted(time, 'dayAndClock', locale, zone);

/** Date, time and zone in full. */
export const fullDateTime = (time: number, zone: string | undefined, locale: string): string =>
  formatted(time, 'full', locale, zone);

/** Milliseconds as `m:ss`, from an hour on as `h:mm:ss`. */
export function durationText(ms: number): string {
  const seconds = Number.isFinite(ms) ? Math.max(0, Math.floor(ms / 1000)) : 0;
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const tail = String(s).padStart(2, '0');
  return h > 0 ? `${h}:${String(m).padStart(2, '0')}:${tail}` : `${m}:${tail}`;
}

/** From how many of a unit on it is used: "45 days ago" says more than "1 month ago". */
const units = [
  ['year', 31_556_952_000, 2],
  ['month', 2_629_746_000, 2],
  ['week', 604_800_000, 2],
  ['day', 86_400_000, 1],
  ['hour', 3_600_000, 1],
  ['minute', 60_000, 1],
  ['second', 1000, 0],
] as const;

/** "3 hours ago", "in 2 months", in whole units that have passed; empty for what is no time. */
export function relativeTime(time: number, now: number, locale: string): string {
  const distance = time - now;
  const [unit, ms] = units.find(([, length, least]) => Math.abs(distance) >= length * least) ?? [];
  if (unit === undefined || !Number.isFinite(distance)) return '';
  // "yesterday" is for calendar days: it would be wrong for what was 47 hours ago.
  const numeric = unit === 'second' ? 'auto' : 'always';
  return new Intl.RelativeTimeFormat(locale, { numeric }).format(Math.trunc(distance / ms), unit);
}

/** "3 hours ago". Clocks differ: what seems to lie ahead is taken for now. */
export const ago = (time: number, now: number, locale: string): string =>
  relativeTime(Math.min(time, now), now, locale);

/** "today", "in 3 days", "7 years ago": a day seen from another one, both as `dayKey` gives them. */
export function relativeDay(day: string, today: string, locale: string): string {
  const [date, base] = [Date.parse(day), Date.parse(today)];
  const days = Math.round((base - date) / 86_400_000);
  return Math.abs(days) < 14 ? daysAgo(days, locale) : relativeTime(date, base, locale);
}
