import { oldestFirst, type Entry } from '../../domain/timeline/entry.js';
import type { Gap } from '../../domain/status/gap.js';
import { insertionIndex } from '../../domain/base/sorted-list.js';
import { day } from '../../domain/time/calendar-day.js';

/** A gap, placed at the later end of its time range. */
export interface GapLine {
  readonly kind: 'gap';
  readonly key: 'gap';
  readonly time: number;
  readonly gap: Gap;
}

/** An entry or a gap. */
export type Line = Entry | GapLine;

/** Inserts a gap into entries, oldest first. Entries from the gap's later end on come after it. */
export function linesOf(entries: readonly Entry[], gap: Gap | undefined): readonly Line[] {
  if (gap === undefined) return entries;
  const lines: readonly Line[] = entries;
  const place = insertionIndex(entries, gap.to, (entry, time) => entry.time - time);
  return lines.toSpliced(place, 0, { kind: 'gap', key: 'gap', time: gap.to, gap });
}

/** The sort order of `linesOf`. */
export function lineOrder(a: Line, b: Line): number {
  if (a.kind !== 'gap' && b.kind !== 'gap') return oldestFirst(a, b);
  return a.time - b.time || Number(b.kind === 'gap') - Number(a.kind === 'gap');
}

/** The range in which two lists differ: `start`, and its length in the `old` and the `now` list. */
export function changedRange<T>(
  before: readonly T[],
  after: readonly T[],
): { start: number; old: number; now: number } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let same = 0;
  while (same < shorter - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  return { start, old: before.length - start - same, now: after.length - start - same };
}

/** Clocks differ by less than a day. A later event has a wrong time, and must not make all others count as old. */
const farthestAhead = day;

const isNewer = (time: number, than: number, now: number): boolean => time > than && time <= now + farthestAhead;

const eventsNewer = (entry: Entry, time: number, now: number): number =>
  entry.kind === 'event'
    ? Number(isNewer(entry.time, time, now))
    : entry.interaction.events.filter((event) => isNewer(event.time, time, now)).length;

/** How many events are newer than `time`, in entries sorted oldest first. Times in epoch milliseconds. */
export function countNewer(entries: readonly Entry[], time: number, now: number): number {
  let count = 0;
  for (let index = entries.length - 1; index >= 0; index--) {
    const entry = entries[index]!;
    if (entry.time <= time) break;
    count += eventsNewer(entry, time, now);
  }
  return count;
}

/** Time of the newest entry with a plausible time, in entries sorted oldest first; minus infinity if there is none. */
export const newestTime = (entries: readonly Entry[], now: number): number =>
  entries.findLast(({ time }) => time <= now + farthestAhead)?.time ?? -Infinity;
