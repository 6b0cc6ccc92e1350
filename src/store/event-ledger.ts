import type { JourneyEvent } from '../domain/event/event.js';
import { newestFirst } from '../domain/interaction/event-order.js';
import type { EventList } from '../domain/event/event-list.js';
import { mergeSorted } from '../domain/base/sorted-list.js';

/** Keeps events in order, each once, however late and however often they come. */
export interface EventLedger {
  /** Whether any of them was new. */
  add(incoming: readonly JourneyEvent[]): boolean;
  readonly list: EventList;
}

/** Of the list made last. */
let generation = 0;

const oldestFirst = (a: JourneyEvent, b: JourneyEvent): number => newestFirst(b, a);

export function createEventLedger(): EventLedger {
  const keys = new Set<string>();
  const arrivals: JourneyEvent[] = [];
  const events: JourneyEvent[] = [];
  const own = ++generation;
  let list = viewOf(own, events, arrivals);

  return {
    add(incoming) {
      const fresh = incoming.filter(({ key }) => !keys.has(key) && keys.add(key));
      if (fresh.length === 0) return false;
      for (const event of fresh) arrivals.push(event);
      mergeSorted(events, fresh.sort(oldestFirst), oldestFirst);
      list = viewOf(own, events, arrivals);
      return true;
    },
    get list() {
      return list;
    },
  };
}

const viewOf = (generation: number, events: readonly JourneyEvent[], arrivals: readonly JourneyEvent[]): EventList => ({
  size: events.length,
  newest: events.at(-1),
  generation,
  arrivals,
  *[Symbol.iterator]() {
    for (let index = events.length - 1; index >= 0; index--) yield events[index]!;
  },
});
