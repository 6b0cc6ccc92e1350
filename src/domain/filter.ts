import { dimensions, noFacets, type Dimension, type Facets } from './facets.js';
import { day } from './zoned-day.js';

/** How far back from now; rolling, so `24-hours` is not "today". */
export type TimeFrame = 'all' | '24-hours' | '7-days' | '30-days' | '90-days';

export const timeFrames = ['all', '24-hours', '7-days', '30-days', '90-days'] as const satisfies readonly TimeFrame[];

/** A stretch of time, epoch milliseconds; `to` is no part of it. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

/** What the agent wants to see of a journey. Everything chosen must hold; within a dimension one value is enough. */
export interface Filter {
  /** As typed; empty finds everything. */
  readonly query: string;
  /** The values chosen in each dimension; none chosen lets all pass. */
  readonly chosen: Facets;
  readonly frame: TimeFrame;
  /** A part of the frame, chosen in the activity strip. */
  readonly range: TimeRange | undefined;
}

export const noFilter: Filter = { query: '', chosen: noFacets, frame: 'all', range: undefined };

const frameLength: Readonly<Record<TimeFrame, number>> = {
  all: Infinity,
  '24-hours': day,
  '7-days': 7 * day,
  '30-days': 30 * day,
  '90-days': 90 * day,
};

/** When a frame begins, epoch milliseconds; minus infinity for `all`. */
export const startOf = (frame: TimeFrame, now: number): number => now - frameLength[frame];

/** Whether the filter lets anything less than everything through. */
export const isActive = ({ query, chosen, frame, range }: Filter): boolean =>
  query.trim() !== '' ||
  frame !== 'all' ||
  range !== undefined ||
  dimensions.some((dimension) => chosen[dimension].length > 0);

/** Chooses a value that was not chosen, and the other way round. */
export function toggled<D extends Dimension>(filter: Filter, dimension: D, value: Facets[D][number]): Filter {
  const values: readonly string[] = filter.chosen[dimension];
  const next = values.includes(value) ? values.filter((known) => known !== value) : [...values, value];
  return { ...filter, chosen: { ...filter.chosen, [dimension]: next } };
}
