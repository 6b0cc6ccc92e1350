import type { JourneyEvent } from './event.js';

/** The events known of a journey, each once; iterated newest first. Another object whenever something was added. */
export interface EventList extends Iterable<JourneyEvent> {
  readonly size: number;
  readonly newest: JourneyEvent | undefined;
  /** In the order they came: grows at its end, and stays the same list as long as it is the same journey. */
  readonly arrivals: readonly JourneyEvent[];
}
