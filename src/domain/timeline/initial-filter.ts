import { channelNamed } from '../event/channel.js';
import { dimensions, noFacets, type Facets } from './facets.js';
import type { Filter, TimeFrame } from './filter.js';

/** What to show first, by the layout and by the CAD variables of the interaction. */
export interface InitialFilterValues {
  readonly frame: TimeFrame;
  /** A channel or a publisher's tag. */
  readonly defaultFilter: string | undefined;
  readonly division: string | undefined;
}

/** The filter that an agent sees first for a customer: their own last choice, overridden by that of the interaction. */
export function initialFilter(remembered: Filter, { defaultFilter, division, frame }: InitialFilterValues): Filter {
  const chosen: Facets = {
    ...remembered.chosen,
    ...(defaultFilter === undefined ? {} : wordOf(defaultFilter)),
    ...(division === undefined ? {} : { division: [division.toLowerCase()] }),
  };
  return { ...remembered, chosen, frame: remembered.frame === 'all' ? frame : remembered.frame };
}

function wordOf(word: string): Partial<Facets> {
  if (/^all\b/i.test(word)) return { channel: [], kind: [] };
  const channel = channelNamed(word);
  return channel === undefined ? { channel: [], kind: [`#${word.toLowerCase()}`] } : { channel: [channel], kind: [] };
}

/**
 * The filter to save: only what the agent changed, not what the interaction set, and nothing while an insight is shown.
 */
export function agentChoices(remembered: Filter, shown: Filter, after: Filter): Filter {
  if (after.only !== undefined) return remembered;
  const before = shown.only?.before ?? shown;
  const changed = dimensions.filter((dimension) => before.chosen[dimension] !== after.chosen[dimension]);
  const chosen = Object.fromEntries(changed.map((dimension) => [dimension, after.chosen[dimension]]));
  return {
    ...remembered,
    chosen: { ...noFacets, ...remembered.chosen, ...chosen },
    frame: before.frame === after.frame ? remembered.frame : after.frame,
  };
}
