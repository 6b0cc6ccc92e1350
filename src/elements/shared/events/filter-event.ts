import type { Filter } from '../../../domain/timeline/filter.js';

/** Which end of the journey stands at the top. */
export type EntryOrder = 'newest-first' | 'oldest-first';

/**
 * The agent wants to see something else of the journey, or in another order. Stays within the shadow tree it is dispatched
 * in: what is searched for may be an address.
 */
export class FilterEvent extends Event {
  readonly filter: Filter;
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
