import { textOf, type JourneyEvent } from './event.js';

const idOf = ({ data }: JourneyEvent): string | undefined => textOf(data, 'queueId');
const nameOf = ({ data }: JourneyEvent): string | undefined => textOf(data, 'queueName');

/** Says which queue an event of a contact speaks of: by its name where any of the events has it, else by its id. */
export function queueNames(events: readonly JourneyEvent[]): (event: JourneyEvent) => string | undefined {
  const names = new Map<string, string>();
  for (const event of events) {
    const [id, name] = [idOf(event), nameOf(event)];
    if (id !== undefined && name !== undefined) names.set(id, name);
  }
  return (event) => {
    const id = idOf(event);
    return nameOf(event) ?? (id === undefined ? undefined : (names.get(id) ?? id));
  };
}
