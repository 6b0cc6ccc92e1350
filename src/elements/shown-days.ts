import type { Entry } from '../domain/entry.js';
import type { GapLine, TimelineDay } from '../domain/timeline.js';

/**
 * The days that hold the first `count` entries; the last of them perhaps not whole. A gap is no entry: it is shown as
 * soon as what stands above it is.
 */
export function firstEntries(
  days: readonly TimelineDay<Entry | GapLine>[],
  count: number,
): readonly TimelineDay<Entry | GapLine>[] {
  const shown: TimelineDay<Entry | GapLine>[] = [];
  let left = count;
  for (const { day, entries } of days) {
    const end = entries.findIndex(({ kind }) => kind !== 'gap' && left-- <= 0);
    if (end !== 0) shown.push({ day, entries: end === -1 ? entries : entries.slice(0, end) });
    if (end !== -1) break;
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
