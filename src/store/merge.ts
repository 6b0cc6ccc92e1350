import { newestFirst, type JourneyEvent } from '../domain/event.js';

/** Puts `fresh` events, in any order, into a list that is newest first. Linear in `known`, whatever comes late. */
export function merge(known: readonly JourneyEvent[], fresh: readonly JourneyEvent[]): readonly JourneyEvent[] {
  const incoming = [...fresh].sort(newestFirst);
  const merged: JourneyEvent[] = [];
  let next = 0;
  for (const event of known) {
    while (next < incoming.length && newestFirst(incoming[next]!, event) < 0) merged.push(incoming[next++]!);
    merged.push(event);
  }
  return merged.concat(incoming.slice(next));
}
