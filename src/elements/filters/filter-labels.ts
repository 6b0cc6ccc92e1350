import type { Dimension } from '../../domain/timeline/facets.js';
import { toggled, type Filter } from '../../domain/timeline/filter.js';
import { rangeText } from '../../domain/time/time-range.js';
import type { Messages } from '../../i18n/messages.js';
import { insightText } from '../shared/text/describe-insight.js';
import type { EntryOrder } from '../shared/events/filter-event.js';
import { shorten } from '../shared/text/humanise.js';

/** The dimensions in the panel. Channels are in the row of chips. */
export const further = ['kind', 'direction', 'outcome', 'division'] as const;

/** The label of a value. A publisher's value is shown as received, but shortened. */
export function labelOf(dimension: Dimension, value: string, { channels, filters, outcomes }: Messages): string {
  if (dimension === 'division') return shorten(value);
  if (value.startsWith('#')) return shorten(value.slice(1));
  const words: Readonly<Record<string, string>> = {
    channel: channels,
    kind: filters.kinds,
    direction: filters.directions,
    outcome: outcomes,
  }[dimension];
  return words[value] ?? value;
}

/** A choice that the agent can remove. */
export interface Removable {
  /** Unique among the removable choices. */
  readonly key: string;
  readonly label: string;
  /** The filter without it. */
  readonly rest: Filter;
  /** The order without it; default: unchanged. */
  readonly order?: EntryOrder;
}

/** What the labels depend on, apart from the filter. */
interface Setting {
  readonly order: EntryOrder;
  readonly messages: Messages;
  /** IANA zone; the runtime's own when undefined. */
  readonly zone: string | undefined;
  /** BCP 47 tag. */
  readonly locale: string;
}

/**
 * The choices to show as removable chips. Without the search text and the channels, which are visible already. While
 * the panel is open, also without what the panel shows: a new chip would move the panel away from the pointer.
 */
export function removableIn(
  filter: Filter,
  { messages, order, zone, locale }: Setting,
  open: boolean,
): readonly Removable[] {
  const { chosen, frame, only, range } = filter;
  return [
    ...(only === undefined ? [] : [{ key: 'only', label: insightText(only.insight, messages), rest: only.before }]),
    ...(frame === 'all'
      ? []
      : [{ key: 'frame', label: messages.filters.frames[frame], rest: { ...filter, frame: 'all' as const } }]),
    ...(range === undefined
      ? []
      : [{ key: 'range', label: rangeText(range, zone, locale), rest: { ...filter, range: undefined } }]),
    ...(open ? [] : further).flatMap((dimension) =>
      chosen[dimension].map((value) => ({
        key: `${dimension} ${value}`,
        label: labelOf(dimension, value, messages),
        rest: toggled<Dimension>(filter, dimension, value),
      })),
    ),
    ...(open || order === 'newest-first'
      ? []
      : [{ key: 'order', label: messages.filters.orders[order], rest: filter, order: 'newest-first' as const }]),
  ];
}
