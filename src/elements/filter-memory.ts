import { dimensions, type Dimension, type Facets } from '../domain/facets.js';
import { isActive, noFilter, timeFrames, type Filter } from '../domain/filter.js';
import { isRecord } from '../domain/record.js';
import { vocabulary } from './filter-choices.js';
import type { EntryOrder } from './filter-event.js';

/** What an agent is shown at first. */
export interface RememberedView {
  readonly filter: Filter;
  readonly order: EntryOrder;
}

const keyFor = (agent: string | undefined): string => (agent ? `wayline-view:${agent}` : 'wayline-view');

/**
 * What the agent last chose, as far as it is in words of our own. Everything at its default where nothing is
 * remembered, or the browser does not let us read it.
 */
export function readMemory(agent: string | undefined): RememberedView {
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
      chosen: ourWords((dimension) => view[dimension]),
      frame: timeFrames.find((frame) => frame === view.frame) ?? 'all',
    },
    order: view.order === 'oldest-first' ? 'oldest-first' : 'newest-first',
  };
}

/**
 * Keeps what the agent chose for the next time. What could tell of a customer is left out: the search, the range, tags
 * and divisions. A browser that keeps nothing is no error.
 */
export function remember(agent: string | undefined, { chosen, frame }: Filter, order: EntryOrder): void {
  const kept = ourWords((dimension) => chosen[dimension]);
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

/** What of each dimension's values is in our vocabulary. */
function ourWords(valuesOf: (dimension: Dimension) => unknown): Facets {
  const found = dimensions.map((dimension) => {
    const values = valuesOf(dimension);
    return [dimension, Array.isArray(values) ? vocabulary[dimension].filter((word) => values.includes(word)) : []];
  });
  return Object.fromEntries(found);
}
