import { channelOf, type Channel } from './channel.js';
import type { JourneyEvent } from './event.js';

/** When somebody was last in contact, in epoch milliseconds, and how. */
export interface LastContact {
  readonly time: number;
  readonly channel: Channel;
}

/** The newest contact among `events`: what was viewed or recorded is none, nor what a broken clock puts after `now`. */
export function lastContactIn(events: Iterable<JourneyEvent>, now: number): LastContact | undefined {
  let last: LastContact | undefined;
  for (const event of events) {
    const { time, timeFrom, type } = event;
    if (!type.startsWith('task:') || timeFrom === 'received' || time > now || time <= (last?.time ?? -Infinity))
      continue;
    last = { time, channel: channelOf(event) };
  }
  return last;
}

/** Whether `events` go from new to old throughout; of fewer than two nobody can say. */
export const isNewestFirst = (events: readonly JourneyEvent[]): boolean =>
  events.length > 1 && events.every(({ time }, index) => index === 0 || time <= (events[index - 1]?.time ?? time));
