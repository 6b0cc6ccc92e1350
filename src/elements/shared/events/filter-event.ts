import type { Filter } from '../../../domain/timeline/filter.js';

/** Which end of the journey is at the top. */
export type EntryOrder = 'newest-first' | 'oldest-first';

/**
 * The agent changed the filter or the order. The event does not leave its shadow tree, because the search text can be
 * an address.
 */
export class FilterEvent extends Event {
  /** The complete new filter. */
  readonly filter: Filter;
  /** The new order. */
  readonly order: EntryOrder;

  constructor(filter: Filter, order: EntryOrder) {
    super('wayline-filter', { bubbles: true });
    this.filter = filter;
    this.order = order;
  }
}

declare global {
  interface HTMLElementEventMap {
    'wayline-filter': FilterEvent;
  }
}
