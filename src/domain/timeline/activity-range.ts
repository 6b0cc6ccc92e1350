import type { TimeRange } from '../time/time-range.js';

/** The bins that a range touches: the first, and the one after the last; at least one. All bins without a range. */
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

/** The time from the start of bin `first` to the start of bin `end`; `undefined` if these are all bins. */
export function rangeOfBins(edges: readonly number[], first: number, end: number): TimeRange | undefined {
  const [from, to] = [edges[first], edges[end]];
  if (from === undefined || to === undefined || (first === 0 && end === edges.length - 1)) return undefined;
  return { from, to };
}
