import { nameAt, type InteractionRecord } from './interaction-record.js';
import type { Leg } from './leg.js';

/**
 * The name of the agent in a leg: from the interaction's record, unless the record means another agent; else from
 * `nameOf`. `undefined` if only the ID is known.
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
