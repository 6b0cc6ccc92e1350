import { channelNamed } from '../event/channel.js';
import { dimensions, noFacets, type Facets } from './facets.js';
import type { Filter, TimeFrame } from './filter.js';

/** What a contact or a layout says about what to show first; the contact's words are its CAD variables. */
export interface InitialFilterValues {
  readonly frame: TimeFrame;
  /** A channel or a publisher's tag. */
  readonly defaultFilter: string | undefined;
  readonly division: string | undefined;
}

/** What an agent sees first of a customer: what they last chose, and what this contact is about before that. */
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

/** What to remember: only what the agent has changed, not what came with the contact, or while an insight is shown. */
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
