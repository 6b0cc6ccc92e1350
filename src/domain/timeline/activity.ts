import type { Channel } from '../event/channel.js';
import { startOf, type TimeFrame } from './filter.js';
import { day, dayNumber, hour, startOfDay } from '../time/calendar-day.js';

/** The number of entries over time and by channel, for the activity strip. */
export interface Activity {
  /** The starts of the bins, epoch milliseconds, oldest first. The last edge is the end of the last bin. */
  readonly edges: readonly number[];
  /** One less than edges: the number of entries by channel. A channel without entries is missing. */
  readonly bins: readonly ReadonlyMap<Channel, number>[];
}

const mostBins = 60;

/**
 * The maximum span of the strip, milliseconds. Older entries have a wrong time and would squeeze all others into one
 * bin.
 */
export const longestSpan = 3653 * day;

/**
 * The starts of the bins of a frame, and the end of the last one: at most 60 bins. They start at the frame's start or,
 * for `all`, at the oldest entry, at least one day and at most ten years ago. A bin is an hour for one day, six hours
 * for up to 13 days, else one or more whole days of the zone. The bins stay the same while `now` is within the last
 * one, which ends after `now`. Empty if there is nothing to cover.
 */
export function binEdges(
  frame: TimeFrame,
  oldest: number | undefined,
  now: number,
  zone: string | undefined,
): readonly number[] {
  if (frame === 'all' && oldest === undefined) return [];
  // Counted from a time that is fixed within the last bin, never from `now`: the bins must not move with every call.
  const startBefore = (time: number): number =>
    frame === 'all' ? Math.max(Math.min(oldest ?? time, time - day), time - longestSpan) : startOf(frame, time);
  const today = dayNumber(now, zone);
  const midnight = startOfDay(today, zone);
  const first = dayNumber(startBefore(midnight), zone);
  const length = (midnight - startBefore(midnight)) / day;
  if (length > 13) return wholeDays(first, today, zone);
  const edges = partsOfDays(first, today, length > 1 ? 6 * hour : hour, zone);
  const last = edges.findIndex((edge) => edge > now);
  const start = startBefore(edges[last - 1] ?? midnight);
  return edges.slice(
    edges.findLastIndex((edge) => edge <= start),
    last + 1,
  );
}

/** Counted back from the end of today, so that the last bin is always complete. */
function wholeDays(first: number, today: number, zone: string | undefined): readonly number[] {
  const days = today + 1 - first;
  const least = Math.ceil(days / mostBins);
  const step = least > 3 ? 7 * Math.ceil(least / 7) : least;
  const bins = Math.ceil(days / step);
  const edges = Array.from({ length: bins + 1 }, (_, index) => startOfDay(today + 1 - (bins - index) * step, zone));
  return ascending(edges);
}

/** Steps from the start of each day. When the clocks change, the last part of the day is longer or shorter. */
function partsOfDays(first: number, last: number, step: number, zone: string | undefined): readonly number[] {
  const starts = Array.from({ length: last + 2 - first }, (_, index) => startOfDay(first + index, zone));
  return starts.flatMap((start, index) => {
    const parts = Math.round(((starts[index + 1] ?? start + step) - start) / step);
    return Array.from({ length: parts }, (_, part) => start + part * step);
  });
}

/** Removes the edges of days that a zone's calendar skips. */
const ascending = (edges: readonly number[]): readonly number[] =>
  edges.filter((edge, index) => index === 0 || edge > (edges[index - 1] ?? edge));

/** The index of the bin with a time; -1 if the time is outside of all bins. */
export function binIndexAt(edges: readonly number[], time: number): number {
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle] ?? time) <= time) low = middle + 1;
    else high = middle;
  }
  return low === edges.length ? -1 : low - 1;
}
