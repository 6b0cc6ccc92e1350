import { channelOf, type Channel } from './channel.js';
import type { JourneyEvent } from './event.js';

/** The time (epoch milliseconds) and channel of a person's last contact. */
export interface LastContact {
  readonly time: number;
  readonly channel: Channel;
}

/**
 * The newest contact in `events`. Views and recordings are not contacts, and events after `now` come from a wrong
 * clock.
 */
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

/** Whether `events` go from new to old; `undefined` for fewer than two events. */
export const isNewestFirst = (events: readonly JourneyEvent[]): boolean =>
  events.length > 1 && events.every(({ time }, index) => index === 0 || time <= (events[index - 1]?.time ?? time));
