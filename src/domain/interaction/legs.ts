import { attributeTurn, applyAgentStep } from './apply-agent-step.js';
import { stepsOf } from './steps.js';
import type { JourneyEvent } from '../event/event.js';
import { transfersOf, type Transfer } from './transfer.js';
import { applyTaskStep } from './apply-task-step.js';
import { agentsOf } from './agent-turn.js';
import { agentStateLead, LegBuilder } from './leg-builder.js';
import { wrapUpsOf } from './wrap-up.js';
import type { LegKind, Leg } from './leg.js';

/** What a contact went through until its end, or until its last known event. */
export interface InteractionCourse {
  /** Oldest first, without overlaps; one that lasted when the last event came has no `to`. */
  readonly legs: readonly Leg[];
  /** The event that says that the contact is over; it may be missing where a wrap-up proves the end. */
  readonly ending: JourneyEvent | undefined;
  readonly endedAt: number | undefined;
  /** An agent and the customer met. */
  readonly answered: boolean;
  /** How often an agent was called before one answered. */
  readonly offers: number;
  readonly handovers: readonly Transfer[];
  /** Ids of all who were with the customer, in order. */
  readonly agents: readonly string[];
}

/**
 * Walks through a contact's events, oldest first, any of which may be missing or repeated. `leadIn` is what the time
 * before the first queue or agent counts as: on an inbound call the IVR, on an outbound contact ringing, else waiting.
 * Nothing that comes after the end opens the contact again.
 *
 * @param queues the queues that events name
 */
export function courseFrom(
  events: readonly JourneyEvent[],
  leadIn: LegKind,
  queues: ReadonlyMap<JourneyEvent, string>,
): InteractionCourse {
  const steps = stepsOf(events);
  const walk = new LegBuilder();
  let ending: JourneyEvent | undefined;
  for (const step of steps) {
    if (step.by === 'agent') applyAgentStep(walk, step);
    else applyTaskStep(walk, step, queues.get(step.event), leadIn);
    if (step.word === 'ended' || step.word === 'failed') {
      ending = step.event;
      break;
    }
  }
  const endedAt = ending?.time ?? walk.provenEnd;
  for (const { agent, at, word } of steps) {
    if (word === 'wrap-up' && endedAt !== undefined && at >= endedAt - agentStateLead) attributeTurn(walk, agent, true);
  }
  const owner = walk.turns.at(-1)?.agent;
  return {
    legs: [...walk.legs(endedAt), ...(endedAt === undefined ? [] : wrapUpsOf(steps, endedAt, owner))],
    ending,
    endedAt,
    answered: walk.turns.length > 0,
    offers: walk.offers,
    handovers: transfersOf(walk.leavings, walk.turns),
    agents: agentsOf(walk.turns),
  };
}
