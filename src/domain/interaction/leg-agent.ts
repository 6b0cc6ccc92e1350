import { nameAt, type InteractionRecord } from './interaction-record.js';
import type { Leg } from './leg.js';

/**
 * The name of the agent in a leg: as the contact's record has it, where the two do not speak of different agents; else
 * what `nameOf` knows of the id. `undefined` where the id is all there is.
 */
export function legAgentName(
  { agent, from, kind, to }: Leg,
  record: InteractionRecord | undefined,
  nameOf: (id: string) => string | undefined,
): string | undefined {
  const turns = record?.turns ?? [];
  const own = turns.find(({ agentId }) => agentId !== undefined && agentId === agent)?.agentName;
  const byId = own ?? (agent === undefined ? undefined : nameOf(agent));
  if (byId !== undefined || kind === 'ringing' || kind === 'wrap-up') return byId;
  const name = record && nameAt(record, from, to);
  const other = turns.find(({ agentName }) => agentName === name)?.agentId;
  return agent === undefined || other === undefined ? name : undefined;
}
