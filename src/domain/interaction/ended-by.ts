import { textOf, type JourneyEvent } from '../event/event.js';

/** Who ended a contact. */
export type EndedBy = 'customer' | 'agent' | 'system';

const parties: Readonly<Record<string, EndedBy>> = {
  customer: 'customer',
  caller: 'customer',
  agent: 'agent',
  system: 'system',
};

const partyNamed = (word: string | undefined): EndedBy | undefined => {
  const name = word?.toLowerCase() ?? '';
  return Object.hasOwn(parties, name) ? parties[name] : undefined;
};

/** Who ended an interaction, from its last event. "Customer left" says so too, "Customer busy" does not. */
export function endedByOf({ data }: JourneyEvent): EndedBy | undefined {
  const [, who] = /^(\w+) (?:left|ended)$/i.exec(textOf(data, 'reason') ?? '') ?? [];
  return partyNamed(textOf(data, 'terminatingParty')) ?? partyNamed(who);
}
