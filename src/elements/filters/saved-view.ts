import type { Dimension, Facets } from '../../domain/timeline/facets.js';
import { isActive, noFilter, timeFrames, type Filter } from '../../domain/timeline/filter.js';
import { isRecord } from '../../domain/base/json.js';
import { facetValues } from './facet-values.js';
import type { EntryOrder } from '../shared/events/filter-event.js';

/** The filter and the order that an agent starts with. */
export interface SavedView {
  readonly filter: Filter;
  readonly order: EntryOrder;
}

const keyFor = (agent: string | undefined): string => (agent ? `wayline-view:${agent}` : 'wayline-view');

/**
 * Reads the agent's last view. Contains fixed values only. Without a saved view, or without access to storage,
 * everything has its default.
 */
export function readSavedView(agent: string | undefined): SavedView {
  let stored: unknown;
  try {
    stored = JSON.parse(localStorage.getItem(keyFor(agent)) ?? '');
  } catch {
    // No access to storage, or not valid JSON: the defaults are used.
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
 * Saves the agent's view in the browser. Leaves out everything that could identify a customer: search text, range, tags
 * and divisions. Does nothing if the browser has no storage.
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
    // Storage is full or not allowed.
  }
}

/** The fixed values among the chosen ones; divisions are never fixed. */
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
