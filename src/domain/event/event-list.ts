import type { JourneyEvent } from './event.js';

/** The events known of a journey, each once; iterated newest first. Another object whenever something was added. */
export interface EventList extends Iterable<JourneyEvent> {
  readonly size: number;
  readonly newest: JourneyEvent | undefined;
  /** Another number for another customer, and when all events were read again; otherwise only more are added. Above 0. */
  readonly generation: number;
  /** In the order they arrived. Within a generation it grows at its end only. */
  readonly arrivals: readonly JourneyEvent[];
}
