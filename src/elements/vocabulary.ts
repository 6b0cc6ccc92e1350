import type { Channel } from '../domain/channel.js';
import type { Facets } from '../domain/facets.js';
import type { Outcome } from '../domain/interaction.js';
import { en } from '../i18n/en.js';

/** The values that are our own words, in the order they are shown; tags and divisions are words of a publisher. */
export const vocabulary: Facets = {
  channel: Object.keys(en.channels) as Channel[],
  kind: ['contact', 'agent', 'event'],
  direction: ['inbound', 'outbound'],
  outcome: Object.keys(en.outcomes) as Outcome[],
  division: [],
};
