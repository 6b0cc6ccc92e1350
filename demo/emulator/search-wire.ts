import { payloadOf, textOf, type Json } from './cloud-event';
import { hash } from './hash.js';
import type { World } from './world.js';
import type { StoredEvent } from './model.js';

/** The JSON of the Search API: session records with their activities. */

const reasons = ['Resolved', 'Information given', 'Follow-up needed', 'Refund request', 'Technical fault'];

/** The name of each state in the totals. */
const totals: Readonly<Record<string, string>> = {
  parked: 'queueDuration',
  connect: 'ringingDuration',
  connected: 'connectedDuration',
  'hold-done': 'connectedDuration',
  'on-hold': 'holdDuration',
  consulting: 'consultDuration',
  conferencing: 'conferenceDuration',
  WrapUp: 'wrapupDuration',
};

const stateOf = ({ event }: StoredEvent): string => {
  if (event.type.startsWith('task:')) return event.type.slice('task:'.length);
  return textOf(payloadOf(event)['currentState']) === 'wrapup' ? 'WrapUp' : '';
};

/** The contact center's record of an interaction, made from its events: at least one, oldest first. */
export function recordOf(events: readonly StoredEvent[], world: Pick<World, 'agents' | 'handling'>): Json {
  const [first] = events;
  const payloads = events.map(({ event }) => payloadOf(event));
  const taskId = textOf(payloads[0]?.['taskId']);
  const handling = world.handling.get(taskId) ?? {};
  const chance = hash(taskId);
  const ids = [...world.agents.keys()];
  const idOf = (name: string | undefined) => ids.find((id) => world.agents.get(id) === name);
  const turns = events.filter((stored) => stateOf(stored) === 'connected').length;
  /** The last agent that the events name had the last turn. */
  const last = payloads.map(({ agentId }) => textOf(agentId)).findLast((id) => world.agents.has(id));
  const others = ids.filter((id) => id !== last);
  const agentOf = (turn: number): string | undefined =>
    idOf(handling.agents?.[turn]) ?? (turn === turns - 1 ? last : undefined) ?? others[(chance + turn) % others.length];

  let turn = -1;
  const nodes = events.flatMap((stored, index): readonly Json[] => {
    const eventName = stateOf(stored);
    if (eventName === '') return [];
    if (eventName === 'connected') turn += 1;
    const agentId =
      eventName === 'connect' ? agentOf(turn + 1) : /new|parked|ended/.test(eventName) ? undefined : agentOf(turn);
    const endedTime = events[index + 1]?.at ?? stored.at;
    return [
      {
        id: `${taskId}-${stored.at}-${eventName}`,
        createdTime: stored.at,
        endedTime,
        duration: endedTime - stored.at,
        eventName,
        agentId: agentId ?? null,
        agentName: world.agents.get(agentId ?? '') ?? null,
      },
    ];
  });

  const ended = payloads.find((_, index) => events[index]?.event.type === 'task:ended');
  const endedTime = events.find(({ event }) => event.type === 'task:ended')?.at ?? null;
  const queue = payloads.findLast(({ queueName }) => queueName !== undefined);
  const durations: Record<string, number> = {};
  for (const { eventName, duration } of nodes) {
    const name = totals[textOf(eventName)];
    if (name !== undefined) durations[name] = (durations[name] ?? 0) + Number(duration);
  }
  const lastAgent = turns > 0 ? agentOf(turns - 1) : undefined;
  const done = ended !== undefined && lastAgent !== undefined;
  return {
    id: taskId,
    isActive: ended === undefined,
    channelType: payloads[0]?.['channelType'] ?? null,
    direction: textOf(payloads[0]?.['direction']).toLowerCase(),
    createdTime: first?.at,
    endedTime,
    lastAgent: lastAgent === undefined ? null : { id: lastAgent, name: world.agents.get(lastAgent) },
    lastQueue: queue === undefined ? null : { id: queue['queueId'], name: queue['queueName'] },
    lastWrapupCodeName: done ? (handling.wrapUp ?? reasons[chance % reasons.length]) : null,
    // Few customers answer the survey.
    csatScore: done ? (handling.csat ?? (chance % 3 === 0 ? 3 + ((chance % 5) % 3) : null)) : null,
    terminatingEnd: ended?.['terminatingParty'] ?? null,
    totalDuration: endedTime === null || first === undefined ? null : endedTime - first.at,
    ...durations,
    activities: { totalCount: nodes.length, nodes },
  };
}
