import type { Entry, TimelineDay } from '../domain/timeline.js';

/** The days that hold the first `count` entries; the last of them perhaps not whole. */
export function firstEntries(days: readonly TimelineDay[], count: number): readonly TimelineDay[] {
  const shown: TimelineDay[] = [];
  let left = count;
  for (const { day, entries } of days) {
    if (left <= 0) break;
    shown.push({ day, entries: entries.slice(0, left) });
    left -= entries.length;
  }
  return shown;
}

/** Epoch milliseconds of the newest entry; minus infinity when there is none. */
export const newestTime = (days: readonly TimelineDay[]): number => days[0]?.entries[0]?.time ?? -Infinity;

const eventsNewer = (entry: Entry, time: number): number =>
  entry.kind === 'event'
    ? Number(entry.time > time)
    : entry.interaction.events.filter((event) => event.time > time).length;

/** How many events are newer than `time`; looks no further than entries that are. */
export function newerThan(days: readonly TimelineDay[], time: number): number {
  let count = 0;
  for (const { entries } of days) {
    for (const entry of entries) {
      if (entry.time <= time) return count;
      count += eventsNewer(entry, time);
    }
  }
  return count;
}
