import { clockTime, dayKey } from './format-time.js';

/** The customer's local time. */
export interface CustomerClock {
  readonly time: string;
  /** The city in the zone's name; not translated. */
  readonly place: string;
  /** The customer's day, as `dayKey` returns it; `undefined` if the agent has the same day. */
  readonly day: string | undefined;
}

/** The customer's local time (`time`: epoch milliseconds); `undefined` if the agent's clock shows the same. */
export function customerClock(
  time: number,
  there: string | undefined,
  here: string | undefined,
  locale: string,
): CustomerClock | undefined {
  if (there === undefined) return undefined;
  const clock = clockTime(time, there, locale);
  const day = dayKey(time, there);
  const sameDay = day === dayKey(time, here);
  if (clock === '' || (sameDay && clock === clockTime(time, here, locale))) return undefined;
  const place = there.slice(there.lastIndexOf('/') + 1).replaceAll('_', ' ');
  return { time: clock, place, day: sameDay ? undefined : day };
}
