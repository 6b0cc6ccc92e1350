import type { Dimension, Facets } from '../../domain/timeline/facets.js';
import { isActive, noFilter, timeFrames, type Filter } from '../../domain/timeline/filter.js';
import { isRecord } from '../../domain/base/json.js';
import { facetValues } from './facet-values.js';
import type { EntryOrder } from '../shared/events/filter-event.js';

/** What an agent is shown at first. */
export interface SavedView {
  readonly filter: Filter;
  readonly order: EntryOrder;
}

const keyFor = (agent: string | undefined): string => (agent ? `wayline-view:${agent}` : 'wayline-view');

/**
 * What the agent last chose, as far as it is in words of our own. Everything at its default where nothing is
 * remembered, or the browser does not let us read it.
 */
export function readSavedView(agent: string | undefined): SavedView {
  let stored: unknown;
  try {
    stored = JSON.parse(localStorage.getItem(keyFor(agent)) ?? '');
  } catch {
    // No storage, or something else in our place: as if nothing were remembered.
  }
  const view = isRecord(stored) ? stored : {};
  return {
    filter: {
      ...noFilter,
      chosen: ourWords(view),
      frame: timeFrames.find((frame) => frame === view.frame) ?? 'all',
    },
    order: view.order === 'oldest-first' ? 'oldest-first' : 'newest-first',
  };
}

/**
 * Keeps what the agent chose for the next time. What could tell of a customer is left out: the search, the range, tags
 * and divisions. A browser that keeps nothing is no error.
 */
export function saveView(agent: string | undefined, { chosen, frame }: Filter, order: EntryOrder): void {
  const kept = ourWords(chosen);
  try {
    if (order === 'newest-first' && !isActive({ ...noFilter, chosen: kept, frame })) {
      localStorage.removeItem(keyFor(agent));
    } else {
      localStorage.setItem(keyFor(agent), JSON.stringify({ ...kept, frame, order }));
    }
  } catch {
    // Full or forbidden.
  }
}

/** What of the chosen values is in our vocabulary; divisions never are. */
function ourWords({ channel, kind, direction, outcome }: Partial<Record<Dimension, unknown>>): Facets {
  return {
    channel: known(facetValues.channel, channel),
    kind: known(facetValues.kind, kind),
    direction: known(facetValues.direction, direction),
    outcome: known(facetValues.outcome, outcome),
    division: [],
  };
}

const known = <T>(words: readonly T[], values: unknown): readonly T[] =>
  Array.isArray(values) ? words.filter((word) => values.includes(word)) : [];
