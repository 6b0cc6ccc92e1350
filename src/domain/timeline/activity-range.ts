import type { TimeRange } from '../time/time-range.js';

/** The bins a range touches: the first, and the one after the last. All without a range, one at least. */
export function binsInRange(
  edges: readonly number[],
  range: TimeRange | undefined,
): readonly [first: number, end: number] {
  const bins = edges.length - 1;
  if (range === undefined) return [0, bins];
  const first = edges.findLastIndex((edge, index) => index < bins && edge <= range.from);
  const end = edges.findIndex((edge) => edge >= range.to);
  return [Math.max(first, 0), end === -1 ? bins : Math.max(end, first + 1, 1)];
}

/** The time from the first bin to the one before `end`; `undefined` when that is all there is. */
export function rangeOfBins(edges: readonly number[], first: number, end: number): TimeRange | undefined {
  const [from, to] = [edges[first], edges[end]];
  if (from === undefined || to === undefined || (first === 0 && end === edges.length - 1)) return undefined;
  return { from, to };
}
