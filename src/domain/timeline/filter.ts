import { dimensions, noFacets, type Dimension, type Facets } from './facets.js';
import type { Insight } from './insight.js';
import { day } from '../time/calendar-day.js';
import type { TimeRange } from '../time/time-range.js';

/** How far back from now; rolling, so `24-hours` is not "today". */
export type TimeFrame = 'all' | '24-hours' | '7-days' | '30-days' | '90-days';

export const timeFrames = ['all', '24-hours', '7-days', '30-days', '90-days'] as const satisfies readonly TimeFrame[];

/** What the agent wants to see of a journey. Everything chosen must hold; within a dimension one value is enough. */
export interface Filter {
  /** As typed; empty finds everything. */
  readonly query: string;
  /** The values chosen in each dimension; none chosen lets all pass. */
  readonly chosen: Facets;
  readonly frame: TimeFrame;
  /** A part of the frame, chosen in the activity strip. */
  readonly range: TimeRange | undefined;
  /** Nothing but the entries of an insight. */
  readonly only: InsightFilter | undefined;
}

/** An insight whose entries are shown, and what was chosen before: it comes back afterwards. */
export interface InsightFilter {
  readonly insight: Insight;
  readonly before: Filter;
}

export const noFilter: Filter = { query: '', chosen: noFacets, frame: 'all', range: undefined, only: undefined };

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
export const isActive = ({ query, chosen, frame, only, range }: Filter): boolean =>
  query.trim() !== '' ||
  frame !== 'all' ||
  range !== undefined ||
  only !== undefined ||
  dimensions.some((dimension) => chosen[dimension].length > 0);

/** Chooses a value that was not chosen, and the other way round. */
export function toggled<D extends Dimension>(filter: Filter, dimension: D, value: Facets[D][number]): Filter {
  const values: readonly string[] = filter.chosen[dimension];
  const next = values.includes(value) ? values.filter((known) => known !== value) : [...values, value];
  return { ...filter, chosen: { ...filter.chosen, [dimension]: next } };
}

/** Shows the entries of an insight, all of them, whatever was chosen; the same once more takes that back. */
export function withInsight(filter: Filter, insight: Insight): Filter {
  const { only } = filter;
  if (only?.insight.kind === insight.kind) return only.before;
  return { ...noFilter, only: { insight, before: only?.before ?? filter } };
}

/** An insight that is shown follows what is known now; with none of its kind any more, what was chosen before is back. */
export function withoutStaleInsight(filter: Filter, insights: readonly Insight[]): Filter {
  const { only } = filter;
  if (only === undefined) return filter;
  const insight = insights.find(({ kind }) => kind === only.insight.kind);
  if (insight === undefined) return only.before;
  return JSON.stringify(insight) === JSON.stringify(only.insight) ? filter : { ...filter, only: { ...only, insight } };
}
