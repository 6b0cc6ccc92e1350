import { clockTime, dayKey } from './format-time.js';

/** What a clock shows where the customer is. */
export interface CustomerClock {
  readonly time: string;
  /** The zone's city; such names are not translated. */
  readonly place: string;
  /** The day there, as `dayKey` gives it; `undefined` while it is the same here. */
  readonly day: string | undefined;
}

/** The customer's clock at a time (epoch milliseconds); `undefined` where it shows the same as the agent's. */
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
