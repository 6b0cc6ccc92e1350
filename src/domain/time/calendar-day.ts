/*
 * Calendar days as numbers: day 0 is 1 January 1970, whatever the zone. They come from offsets, as naming each day by
 * `Intl` and searching for where it begins would cost many times more.
 */

export const hour = 3_600_000;

/** How long most days are, milliseconds. */
export const day = 24 * hour;

/** Offsets reach from -12 to +14 hours, so by then no zone's day has begun. */
const beforeAnyZone = 15 * hour;

let latest: { readonly zone: string | undefined; readonly wallClock: Intl.DateTimeFormat } | undefined;

/** Swedish writes dates the ISO way. */
function wallClockOf(zone: string | undefined): Intl.DateTimeFormat {
  if (latest === undefined || latest.zone !== zone) {
    const wallClock = new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeStyle: 'medium', timeZone: zone });
    latest = { zone, wallClock };
  }
  return latest.wallClock;
}

/** How far a zone's clocks are ahead of universal time, milliseconds; 0 when no Date can hold the time. */
function offsetAt(time: number, zone: string | undefined): number {
  if (!(Math.abs(time) <= 8.64e15)) return 0;
  const wall = Date.parse(`${wallClockOf(zone).format(time).replace(' ', 'T')}Z`);
  return wall - Math.floor(time / 1000) * 1000;
}

/** The calendar day of a time. */
export const dayNumber = (time: number, zone: string | undefined): number =>
  Math.floor((time + offsetAt(time, zone)) / day);

/**
 * When a day begins in a zone, epoch milliseconds: midnight; the moment after, where the clocks skip it; the first of
 * two. A day that the calendar leaves out begins with the next.
 */
export function startOfDay(number: number, zone: string | undefined): number {
  const midnight = number * day;
  const usual = midnight - offsetAt(midnight - beforeAnyZone, zone);
  const offset = offsetAt(usual, zone);
  const changed = midnight - offset;
  // Clocks that went forward at midnight: by the new offset it would lie before the change.
  return changed >= usual || offsetAt(changed, zone) === offset ? changed : usual;
}
