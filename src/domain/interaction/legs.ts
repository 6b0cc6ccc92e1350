import type { JourneyEvent } from '../event/event.js';
import { agentsOf } from './agent-turn.js';
import { applyAgentStep, attributeTurn } from './apply-agent-step.js';
import { agentStateLead, LegBuilder } from './leg-builder.js';
import type { Leg, LegKind } from './leg.js';
import { stepsOf, type TaskStep } from './steps.js';
import { taskEventOf } from './task-events.js';
import { transfersOf, type Transfer } from './transfer.js';
import { wrapUpsOf } from './wrap-up.js';

/** The legs of an interaction until its end, or until its last known event, and what they say. */
export interface InteractionLegs {
  /** Oldest first, without overlaps. A leg that lasted at the last event has no `to`. */
  readonly legs: readonly Leg[];
  /** The event that ends the interaction. It may be missing where a wrap-up proves the end. */
  readonly ending: JourneyEvent | undefined;
  readonly endedAt: number | undefined;
  /** An agent served the customer. */
  readonly answered: boolean;
  /** How often an agent was called before one answered. */
  readonly offers: number;
  readonly transfers: readonly Transfer[];
  /** IDs of all agents who served the customer, in order. */
  readonly agents: readonly string[];
}

/**
 * Reads an interaction's events, oldest first. Any event may be missing or repeated. No event after the end changes
 * anything.
 *
 * @param leadIn the kind of leg before the first queue or agent
 * @param queues the queues that events name
 */
export function legsFrom(
  events: readonly JourneyEvent[],
  leadIn: LegKind,
  queues: ReadonlyMap<JourneyEvent, string>,
): InteractionLegs {
  const steps = stepsOf(events);
  const agentSteps = steps.filter((step) => step.by === 'agent');
  const legs = new LegBuilder();
  let ending: JourneyEvent | undefined;
  for (const step of steps) {
    if (step.by === 'agent') applyAgentStep(legs, step);
    else {
      applyTaskStep(legs, step, queues.get(step.event), leadIn);
      if (taskEventOf(step.type).ends === undefined) continue;
      ending = step.event;
      break;
    }
  }
  const endedAt = ending?.time ?? legs.provenEnd;
  for (const { agent, at, state } of agentSteps) {
    if (state === 'wrap-up' && endedAt !== undefined && at >= endedAt - agentStateLead)
      attributeTurn(legs, agent, true);
  }
  const owner = legs.turns.at(-1)?.agent;
  return {
    legs: [...legs.until(endedAt), ...(endedAt === undefined ? [] : wrapUpsOf(agentSteps, endedAt, owner))],
    ending,
    endedAt,
    answered: legs.turns.length > 0,
    offers: legs.offers,
    transfers: transfersOf(legs.pendingTransfers, legs.turns),
    agents: agentsOf(legs.turns),
  };
}

/** @param queue the queue that the event names */
function applyTaskStep(legs: LegBuilder, step: TaskStep, queue: string | undefined, leadIn: LegKind): void {
  const { at, consultedAnswers, type } = step;
  const toOtherQueue = queue !== undefined && legs.queue !== undefined && queue !== legs.queue;
  legs.queue = queue ?? legs.queue;
  taskEventOf(type).apply?.(legs, { at, leadIn, toOtherQueue, consultedAnswers });
  const last = legs.pendingTransfers.at(-1);
  // Each event may name the queue more exactly.
  if (last?.to === 'queue' && !legs.turn.served) last.queue = legs.queue;
  legs.offeredTo = legs.wrapUpFrom = undefined;
}
