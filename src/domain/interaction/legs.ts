import { beRemembered, takeAgentStep } from './apply-agent-step.js';
import { stepsOf } from './steps.js';
import type { JourneyEvent } from '../event/event.js';
import { handoversOf, type Handover } from './transfer.js';
import { takeTaskStep } from './apply-task-step.js';
import { agentsOf } from './agent-turn.js';
import { atOnce, Walk } from './leg-builder.js';
import { wrapUpsOf } from './wrap-up.js';
import type { LegKind, Leg } from './leg.js';

/** What a contact went through until its end, or until its last known event. */
export interface Course {
  /** Oldest first, without overlaps; one that lasted when the last event came has no `to`. */
  readonly legs: readonly Leg[];
  /** The event that says that the contact is over; it may be missing where a wrap-up proves the end. */
  readonly ending: JourneyEvent | undefined;
  readonly endedAt: number | undefined;
  /** An agent and the customer met. */
  readonly answered: boolean;
  /** How often an agent was called before one answered. */
  readonly offers: number;
  readonly handovers: readonly Handover[];
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
export function courseOf(
  events: readonly JourneyEvent[],
  leadIn: LegKind,
  queues: ReadonlyMap<JourneyEvent, string>,
): Course {
  const steps = stepsOf(events);
  const walk = new Walk();
  let ending: JourneyEvent | undefined;
  for (const step of steps) {
    if (step.by === 'agent') takeAgentStep(walk, step);
    else takeTaskStep(walk, step, queues.get(step.event), leadIn);
    if (step.word === 'ended' || step.word === 'failed') {
      ending = step.event;
      break;
    }
  }
  const endedAt = ending?.time ?? walk.provenEnd;
  for (const { agent, at, word } of steps) {
    if (word === 'wrap-up' && endedAt !== undefined && at >= endedAt - atOnce) beRemembered(walk, agent, true);
  }
  const owner = walk.turns.at(-1)?.agent;
  return {
    legs: [...walk.legs(endedAt), ...(endedAt === undefined ? [] : wrapUpsOf(steps, endedAt, owner))],
    ending,
    endedAt,
    answered: walk.turns.length > 0,
    offers: walk.offers,
    handovers: handoversOf(walk.leavings, walk.turns),
    agents: agentsOf(walk.turns),
  };
}
