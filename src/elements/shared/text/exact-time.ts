import { customerClock } from '../../../domain/time/customer-clock.js';
import { ago, dateText, fullDateTime } from '../../../domain/time/format-time.js';
import type { FirstMessages } from '../../../i18n/messages.js';

/** What the text of a time depends on, apart from the time. */
export interface TimeSetting {
  /** IANA time zone of the agent; default: the browser's. */
  readonly zone: string | undefined;
  /** IANA time zone of the customer, if it is known. */
  readonly customerZone: string | undefined;
  /** BCP 47 tag. */
  readonly locale: string;
  readonly messages: FirstMessages;
}

/** "Friday, 20 November 2026 at 10:42:11 GMT+1 · 3 hours ago · 01:42 there (Los Angeles)"; times in epoch milliseconds. */
export function exactTime(time: number, now: number, setting: TimeSetting): string {
  const { locale, messages, zone } = setting;
  const there = thereText(time, setting, (day) => dateText(day, locale));
  return [fullDateTime(time, zone, locale), ago(time, now, locale), there].filter(Boolean).join(messages.separator);
}

/**
 * The customer's local time as text; empty when it equals the agent's local time.
 *
 * @param sayDay formats the customer's day (a `dayKey`) when it differs from the agent's day
 */
export function thereText(
  time: number,
  { customerZone, locale, messages, zone }: TimeSetting,
  sayDay: (day: string) => string,
): string {
  const clock = customerClock(time, customerZone, zone, locale);
  if (clock === undefined) return '';
  const { day } = clock;
  return day === undefined ? messages.there(clock) : messages.thereOnDay({ ...clock, day: sayDay(day) });
}
