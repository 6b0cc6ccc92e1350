import { dimensions, noFacets, type Dimension, type Facets } from './facets.js';
import type { Insight } from './insight.js';
import { day } from '../time/calendar-day.js';
import type { TimeRange } from '../time/time-range.js';

/** How far back from now. Rolling: `24-hours` is not "today". */
export type TimeFrame = 'all' | '24-hours' | '7-days' | '30-days' | '90-days';

/** All frames, in the order of the menu. */
export const timeFrames = ['all', '24-hours', '7-days', '30-days', '90-days'] as const satisfies readonly TimeFrame[];

/** The agent's filter. An entry must match every dimension with a choice; within a dimension one value is enough. */
export interface Filter {
  /** As typed; empty matches everything. */
  readonly query: string;
  /** The values chosen in each dimension; a dimension without a choice matches everything. */
  readonly chosen: Facets;
  readonly frame: TimeFrame;
  /** A part of the frame, chosen in the activity strip. */
  readonly range: TimeRange | undefined;
  /** If set, only the entries of this insight are shown. */
  readonly only: InsightFilter | undefined;
}

/** An insight whose entries are shown, and the filter that is restored afterwards. */
export interface InsightFilter {
  readonly insight: Insight;
  readonly before: Filter;
}

/** Matches every entry. */
export const noFilter: Filter = { query: '', chosen: noFacets, frame: 'all', range: undefined, only: undefined };

const frameLength: Readonly<Record<TimeFrame, number>> = {
  all: Infinity,
  '24-hours': day,
  '7-days': 7 * day,
  '30-days': 30 * day,
  '90-days': 90 * day,
};

/** The start of a frame, epoch milliseconds; minus infinity for `all`. */
export const startOf = (frame: TimeFrame, now: number): number => now - frameLength[frame];

/** Whether the filter can hide any entry. */
export const isActive = ({ query, chosen, frame, only, range }: Filter): boolean =>
  query.trim() !== '' ||
  frame !== 'all' ||
  range !== undefined ||
  only !== undefined ||
  dimensions.some((dimension) => chosen[dimension].length > 0);

/** Adds a value to the choice, or removes it if it was chosen. */
export function toggled<D extends Dimension>(filter: Filter, dimension: D, value: Facets[D][number]): Filter {
  const values: readonly string[] = filter.chosen[dimension];
  const next = values.includes(value) ? values.filter((known) => known !== value) : [...values, value];
  return { ...filter, chosen: { ...filter.chosen, [dimension]: next } };
}

/**
 * Shows all entries of an insight, without any other filter. Called again for the same kind, restores the filter
 * before.
 */
export function withInsight(filter: Filter, insight: Insight): Filter {
  const { only } = filter;
  if (only?.insight.kind === insight.kind) return only.before;
  return { ...noFilter, only: { insight, before: only?.before ?? filter } };
}

/**
 * Updates the insight shown to its current state. If there is none of its kind any more, restores the filter before.
 */
export function withoutStaleInsight(filter: Filter, insights: readonly Insight[]): Filter {
  const { only } = filter;
  if (only === undefined) return filter;
  const insight = insights.find(({ kind }) => kind === only.insight.kind);
  if (insight === undefined) return only.before;
  return JSON.stringify(insight) === JSON.stringify(only.insight) ? filter : { ...filter, only: { ...only, insight } };
}
