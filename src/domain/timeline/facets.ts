import { channelOf, type Channel } from '../event/channel.js';
import { uiDataOf } from '../event/ui-data.js';
import type { JourneyEvent } from '../event/event.js';
import type { Direction, Interaction, Outcome } from '../interaction/interaction.js';

/**
 * What an entry can be filtered by. A list is empty where the entry says nothing; only an event with several tags has
 * several values.
 */
export interface Facets {
  readonly channel: readonly Channel[];
  /** `contact`, `agent` for a lone event of an agent, `#tag` in lower case for what a publisher tagged, else `event`. */
  readonly kind: readonly string[];
  readonly direction: readonly Direction[];
  readonly outcome: readonly Outcome[];
  /** In lower case. */
  readonly division: readonly string[];
}

export type Dimension = keyof Facets;

export const dimensions: readonly Dimension[] = ['channel', 'kind', 'direction', 'outcome', 'division'];

export const noFacets: Facets = { channel: [], kind: [], direction: [], outcome: [], division: [] };

const contactKind = ['contact'] as const;
const some = <T>(value: T | undefined): readonly T[] => (value === undefined ? [] : [value]);

export const facetsOfInteraction = ({ channel, direction, outcome }: Interaction): Facets => ({
  channel: [channel],
  kind: contactKind,
  direction: some(direction),
  outcome: [outcome],
  division: [],
});

/** No publisher means more; a stranger's thousands would make every count slow. */
const mostTags = 50;

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
 * For every value that occurs in the journey, how many entries would be shown if only it were chosen in its dimension
 * and everything else stayed: 0 where the rest of the filter leaves none.
 */
export type Counts = Readonly<Record<Dimension, ReadonlyMap<string, number>>>;
