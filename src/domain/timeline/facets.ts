import { channelOf, type Channel } from '../event/channel.js';
import { uiDataOf } from '../event/ui-data.js';
import type { JourneyEvent } from '../event/event.js';
import type { Direction, Interaction, Outcome } from '../interaction/interaction.js';

/**
 * The values by which an entry can be filtered. A list is empty if the entry has no value; only an event with several
 * tags has more than one.
 */
export interface Facets {
  readonly channel: readonly Channel[];
  /** `contact`; `agent` for a single event of an agent; `#tag` in lower case for a publisher's tag; else `event`. */
  readonly kind: readonly string[];
  readonly direction: readonly Direction[];
  readonly outcome: readonly Outcome[];
  /** In lower case. */
  readonly division: readonly string[];
}

/** A facet that the agent can filter by. */
export type Dimension = keyof Facets;

/** All dimensions. */
export const dimensions: readonly Dimension[] = ['channel', 'kind', 'direction', 'outcome', 'division'];

/** No value in any dimension; as a choice, it matches everything. */
export const noFacets: Facets = { channel: [], kind: [], direction: [], outcome: [], division: [] };

const contactKind = ['contact'] as const;
const some = <T>(value: T | undefined): readonly T[] => (value === undefined ? [] : [value]);

/** The facets of an interaction. It has no division: only an event's publisher sets one. */
export const facetsOfInteraction = ({ channel, direction, outcome }: Interaction): Facets => ({
  channel: [channel],
  kind: contactKind,
  direction: some(direction),
  outcome: [outcome],
  division: [],
});

/** The maximum number of tags per event. Thousands of tags from an untrusted publisher would make every count slow. */
const mostTags = 50;

/** The facets of a single event: channel, tags or kind, and division. */
export function facetsOfEvent(event: JourneyEvent): Facets {
  const { division, filterTags } = uiDataOf(event);
  const tags = new Set(filterTags.slice(0, mostTags).map((tag) => `#${tag.toLowerCase()}`));
  return {
    ...noFacets,
    channel: [channelOf(event)],
    kind: tags.size > 0 ? [...tags] : [event.type.startsWith('agent:') ? 'agent' : 'event'],
    division: some(division?.toLowerCase()),
  };
}

/**
 * For every value in the journey: the number of entries shown if only this value were chosen in its dimension and the
 * rest of the filter stayed. 0 if the rest of the filter hides all of them.
 */
export type Counts = Readonly<Record<Dimension, ReadonlyMap<string, number>>>;
