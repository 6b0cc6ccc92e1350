import type { ProfileValue } from './profile-value.js';
import { dateText, dayAndClock, dayKey, durationText, relativeDay, relativeTime } from '../time/format-time.js';

/** A value in the format of the locale. For a time, `relative` is its distance from now; else it is empty. */
export interface FormattedValue {
  readonly text: string;
  readonly relative: string;
}

/** Fractions are noise in large numbers and important in small ones. */
const numberText = (number: number, locale: string): string =>
  new Intl.NumberFormat(locale, Math.abs(number) < 1 ? { maximumSignificantDigits: 3 } : {}).format(number);

/**
 * Formats numbers, dates and durations; `undefined` if the value stays as it is.
 *
 * @param now epoch milliseconds
 */
export function formatProfileValue(
  value: ProfileValue,
  now: number,
  zone: string | undefined,
  locale: string,
): FormattedValue | undefined {
  switch (value.kind) {
    case 'number':
      return { text: numberText(value.number, locale), relative: '' };
    case 'duration':
      return { text: durationText(value.ms), relative: '' };
    case 'day':
      return { text: dateText(value.day, locale), relative: relativeDay(value.day, dayKey(now, zone), locale) };
    case 'time':
      return { text: dayAndClock(value.time, zone, locale), relative: relativeTime(value.time, now, locale) };
    default:
      return undefined;
  }
}
