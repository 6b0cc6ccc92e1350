import { textOf, type JourneyEvent } from '../event/event.js';

/** The queue of each event of one interaction: its name if any event has it, else its ID. */
export function queuesOf(events: readonly JourneyEvent[]): ReadonlyMap<JourneyEvent, string> {
  const names = new Map<string, string>();
  const queues = new Map<JourneyEvent, string>();
  for (const event of events) {
    const id = textOf(event.data, 'queueId');
    const name = textOf(event.data, 'queueName');
    if (id !== undefined && name !== undefined) names.set(id, name);
    const queue = name ?? id;
    if (queue !== undefined) queues.set(event, queue);
  }
  for (const [event, queue] of names.size === 0 ? [] : queues) queues.set(event, names.get(queue) ?? queue);
  return queues;
}
