import type { ProfileValue } from './profile-value.js';
import { dateText, dayAndClock, dayKey, durationText, relativeDay, relativeTime } from '../time/format-time.js';

/** A value in the locale's way, and how far from now it is where it is a time; else `relative` is empty. */
export interface FormattedValue {
  readonly text: string;
  readonly relative: string;
}

/** Fractions of great numbers tell nobody anything, those of small ones are all there is. */
const numberText = (number: number, locale: string): string =>
  new Intl.NumberFormat(locale, Math.abs(number) < 1 ? { maximumSignificantDigits: 3 } : {}).format(number);

/**
 * Writes numbers, dates and durations; `undefined` for what stays as it came.
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
