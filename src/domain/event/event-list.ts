import type { JourneyEvent } from './event.js';

/** The events known of a journey, each once; iterated newest first. Another object whenever something was added. */
export interface EventList extends Iterable<JourneyEvent> {
  readonly size: number;
  readonly newest: JourneyEvent | undefined;
  /** In the order they came: grows at its end. Another list for another customer, and when all was read anew. */
  readonly arrivals: readonly JourneyEvent[];
}
