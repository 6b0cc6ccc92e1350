import type { Channel } from '../event/channel.js';
import { startOf, type TimeFrame } from './filter.js';
import { day, dayNumber, hour, startOfDay } from '../time/calendar-day.js';

/** How many entries there were, over time and by channel; what the activity strip draws. */
export interface Activity {
  /** Where the bins begin, epoch milliseconds, oldest first; the last edge is the end of the last bin. */
  readonly edges: readonly number[];
  /** One less than edges: entries by channel; a channel without any is absent. */
  readonly bins: readonly ReadonlyMap<Channel, number>[];
}

const mostBins = 60;

/** What claims to be older is a broken time, and must not squeeze all that is true into one bin. Milliseconds. */
export const longestSpan = 3653 * day;

/**
 * Where the bins of a frame begin, and where the last one ends: at most 60, from the frame's start or, for `all`, from
 * the oldest entry, at most ten years ago and at least a day. Hours for a day, quarters of a day for up to 13 days, else the
 * whole days of the zone, one or several to a bin. They stay while `now` moves within the last bin, whose end lies
 * beyond it. Empty when there is nothing to cover.
 */
export function binEdges(
  frame: TimeFrame,
  oldest: number | undefined,
  now: number,
  zone: string | undefined,
): readonly number[] {
  if (frame === 'all' && oldest === undefined) return [];
  // Everything is counted from what stays within the last bin, never from now.
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

/** Counted back from the end of today, so that the last bin is never a beginning of one. */
function wholeDays(first: number, today: number, zone: string | undefined): readonly number[] {
  const days = today + 1 - first;
  const least = Math.ceil(days / mostBins);
  const step = least > 3 ? 7 * Math.ceil(least / 7) : least;
  const bins = Math.ceil(days / step);
  const edges = Array.from({ length: bins + 1 }, (_, index) => startOfDay(today + 1 - (bins - index) * step, zone));
  return ascending(edges);
}

/** Steps from the beginning of each day; where the clocks change, the day's last part is longer or shorter. */
function partsOfDays(first: number, last: number, step: number, zone: string | undefined): readonly number[] {
  const starts = Array.from({ length: last + 2 - first }, (_, index) => startOfDay(first + index, zone));
  return starts.flatMap((start, index) => {
    const parts = Math.round(((starts[index + 1] ?? start + step) - start) / step);
    return Array.from({ length: parts }, (_, part) => start + part * step);
  });
}

/** Without the days that a zone's calendar leaves out. */
const ascending = (edges: readonly number[]): readonly number[] =>
  edges.filter((edge, index) => index === 0 || edge > (edges[index - 1] ?? edge));

/** The bin a time falls into; -1 when it lies outside of all. */
export function binIndexAt(edges: readonly number[], time: number): number {
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle] ?? time) <= time) low = middle + 1;
    else high = middle;
  }
  return low === edges.length ? -1 : low - 1;
}
