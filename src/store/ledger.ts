import { newestFirst, type JourneyEvent } from '../domain/event.js';
import type { EventList } from '../domain/event-list.js';

/** Keeps events in order, each once, however late and however often they come. */
export interface Ledger {
  /** Whether any of them was new. */
  add(incoming: readonly JourneyEvent[]): boolean;
  readonly list: EventList;
}

const oldestFirst = (a: JourneyEvent, b: JourneyEvent): number => newestFirst(b, a);

export function createLedger(): Ledger {
  const keys = new Set<string>();
  const events: JourneyEvent[] = [];
  let list = viewOf(events);

  /** Where `event` belongs: the first place whose event is newer. */
  const placeOf = (event: JourneyEvent): number => {
    let low = 0;
    let high = events.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (oldestFirst(events[middle]!, event) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  return {
    add(incoming) {
      const fresh = incoming.filter(({ key }) => !keys.has(key) && keys.add(key)).sort(oldestFirst);
      const [oldest] = fresh;
      if (oldest === undefined) return false;
      // What happens now belongs at the end: only what is newer than the oldest arrival is touched, whatever is known.
      const newer = events.splice(placeOf(oldest));
      let next = 0;
      for (const event of fresh) {
        while (next < newer.length && oldestFirst(newer[next]!, event) < 0) events.push(newer[next++]!);
        events.push(event);
      }
      while (next < newer.length) events.push(newer[next++]!);
      list = viewOf(events);
      return true;
    },
    get list() {
      return list;
    },
  };
}

const viewOf = (events: readonly JourneyEvent[]): EventList => ({
  size: events.length,
  newest: events.at(-1),
  *[Symbol.iterator]() {
    for (let index = events.length - 1; index >= 0; index--) yield events[index]!;
  },
});
