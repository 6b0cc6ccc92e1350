import type { Channel } from '../../domain/event/channel.js';
import type { Facets } from '../../domain/timeline/facets.js';
import type { Outcome } from '../../domain/interaction/interaction.js';
import { en } from '../../i18n/messages-in.js';

/**
 * The fixed values of each facet, in display order. Tags and divisions come from publishers, so they are not listed.
 */
export const facetValues: Facets = {
  channel: Object.keys(en.channels) as Channel[],
  kind: ['contact', 'agent', 'event'],
  direction: ['inbound', 'outbound'],
  outcome: Object.keys(en.outcomes) as Outcome[],
  division: [],
};
