/*
 * Calendar days as numbers: day 0 is 1 January 1970 in every zone. They are computed from offsets, because finding each
 * day and its start with `Intl` would take many times longer.
 */

/** An hour in milliseconds. */
export const hour = 3_600_000;

/** The length of most days, milliseconds. */
export const day = 24 * hour;

/** Offsets go from -12 to +14 hours: this long before midnight UTC, the day has not started in any zone. */
const beforeAnyZone = 15 * hour;

let latest: { readonly zone: string | undefined; readonly wallClock: Intl.DateTimeFormat } | undefined;

/** The Swedish locale writes dates in ISO format. */
function wallClockOf(zone: string | undefined): Intl.DateTimeFormat {
  if (latest === undefined || latest.zone !== zone) {
    const wallClock = new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeStyle: 'medium', timeZone: zone });
    latest = { zone, wallClock };
  }
  return latest.wallClock;
}

/** The zone's offset from UTC, milliseconds; 0 if the time is outside the range of a Date. */
function offsetAt(time: number, zone: string | undefined): number {
  if (!(Math.abs(time) <= 8.64e15)) return 0;
  const wall = Date.parse(`${wallClockOf(zone).format(time).replace(' ', 'T')}Z`);
  return wall - Math.floor(time / 1000) * 1000;
}

/** The calendar day of a time (epoch milliseconds) in a zone. */
export const dayNumber = (time: number, zone: string | undefined): number =>
  Math.floor((time + offsetAt(time, zone)) / day);

/**
 * The start of a day in a zone, epoch milliseconds: midnight. If the clocks skip midnight, the moment after it; if they
 * show it twice, the first one. A day that the zone's calendar skips starts with the next day.
 */
export function startOfDay(number: number, zone: string | undefined): number {
  const midnight = number * day;
  const usual = midnight - offsetAt(midnight - beforeAnyZone, zone);
  const offset = offsetAt(usual, zone);
  const changed = midnight - offset;
  // If the clocks went forward at midnight, the new offset would give a time before the change.
  return changed >= usual || offsetAt(changed, zone) === offset ? changed : usual;
}
