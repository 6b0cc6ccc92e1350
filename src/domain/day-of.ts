import { dayKey } from './time.js';

/** Every zone's days begin at a quarter of an hour of universal time, so one answer serves for all times within one. */
const quarterHour = 15 * 60 * 1000;

/** `dayKey` for many times of one zone: formatting is slow, looking up is not. */
export function createDayOf(zone: string | undefined): (time: number) => string {
  const days = new Map<number, string>();
  return (time) => {
    const quarter = Math.floor(time / quarterHour);
    let day = days.get(quarter);
    if (day === undefined) days.set(quarter, (day = dayKey(time, zone)));
    return day;
  };
}
