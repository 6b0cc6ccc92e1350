import type { JourneyEvent } from '../event/event.js';
import { sequenceOf } from './task-events.js';

/** Sort order of a timeline: time, then the natural order of an interaction's events, then key. */
export function newestFirst(a: JourneyEvent, b: JourneyEvent): number {
  if (a.time !== b.time) return b.time - a.time;
  const sequence = sequenceOf(b.type) - sequenceOf(a.type);
  if (sequence !== 0) return sequence;
  return a.key < b.key ? 1 : a.key > b.key ? -1 : 0;
}
