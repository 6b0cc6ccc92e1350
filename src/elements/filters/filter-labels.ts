import type { Dimension } from '../../domain/timeline/facets.js';
import { toggled, type Filter } from '../../domain/timeline/filter.js';
import { rangeText } from '../../domain/time/time-range.js';
import type { Messages } from '../../i18n/messages.js';
import { insightText } from '../shared/text/describe-insight.js';
import type { EntryOrder } from '../shared/events/filter-event.js';
import { shorten } from '../shared/text/humanise.js';

/** The dimensions that stand in the panel; channels stand in the row of chips. */
export const further = ['kind', 'direction', 'outcome', 'division'] as const;

/** A value as the agent reads it; a publisher's word as it came, but not at any length. */
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

/** Something chosen that can be taken back. */
export interface Removable {
  readonly key: string;
  readonly label: string;
  /** What stays chosen without it. */
  readonly rest: Filter;
  /** The order without it; stays as it is when undefined. */
  readonly order?: EntryOrder;
}

/** What the words depend on beside the filter. */
interface Setting {
  readonly order: EntryOrder;
  readonly messages: Messages;
  /** IANA zone; the runtime's own when undefined. */
  readonly zone: string | undefined;
  /** BCP 47 tag. */
  readonly locale: string;
}

/**
 * All that is chosen, but for what the search field and the chips of the channels show themselves; while the panel is
 * open, that too which it shows: a chip that came in above it would move it away from the pointer.
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
