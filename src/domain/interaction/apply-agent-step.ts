import type { AgentState } from './agent-state.js';
import { createTurn } from './agent-turn.js';
import type { LegBuilder } from './leg-builder.js';
import type { AgentStep } from './steps.js';

/**
 * Applies the state of an agent: it says who the agent is, and what happened if the task event got lost. During a
 * consultation or conference it only says who the consulted agent is.
 */
export function applyAgentStep(legs: LegBuilder, step: AgentStep): void {
  if (step.state === 'wrap-up') startWrapUp(legs, step);
  else if (legs.conferencing || legs.consulting) noteConsulted(legs, step);
  else if (step.announces) legs.offeredTo = step.agent;
  else applies[step.state]?.(legs, step);
}

function noteConsulted({ conferencing, turn }: LegBuilder, { agent, state }: AgentStep): void {
  if (agent === undefined || agent === turn.agent) return;
  if (state === 'not-responding' && turn.consulted === agent) turn.consulted = undefined;
  if (state !== 'ringing' && state !== 'connected' && state !== 'busy') return;
  turn.consulted = agent;
  if (conferencing) turn.joined.add(agent);
}

const applies: Readonly<Partial<Record<AgentState, (legs: LegBuilder, step: AgentStep) => void>>> = {
  ringing: (legs, { agent, at }) => {
    transferIfGone(legs, agent);
    if (legs.turn.served) {
      legs.offeredTo = agent;
      return;
    }
    const known = legs.turn.agent ?? agent;
    if (legs.current !== 'ringing' || known !== (agent ?? known)) legs.ring(at, agent);
    else legs.turn.agent = known;
  },
  'not-responding': (legs, { agent, at }) => {
    const { turn } = legs;
    if (legs.offeredTo === agent) legs.offeredTo = undefined;
    if (legs.current !== 'ringing' || agent !== (turn.agent ?? agent)) return;
    turn.agent = agent;
    legs.turn = createTurn();
    legs.startLeg('queue', at);
  },
  connected: (legs, step) => {
    transferIfGone(legs, step.agent);
    if (!legs.turn.served) {
      legs.offeredTo = undefined;
      legs.startServing('talk', step.at);
    }
    confirmAgent(legs, step);
  },
  busy: (legs, step) => {
    if (legs.turn.served) confirmAgent(legs, step);
  },
};

/** The agent who served wraps up, and another one has the contact: there was a transfer of an unknown kind. */
function transferIfGone(legs: LegBuilder, agent: string | undefined): void {
  if (legs.wrapUpFrom !== undefined && agent !== legs.turn.agent) legs.transfer(legs.wrapUpFrom, 'unknown');
}

/** Now it is certain which agent serves. Not the agent who is only called. */
function confirmAgent({ offeredTo, owners, turn }: LegBuilder, { agent }: AgentStep): void {
  if (turn.certain || agent === undefined || agent === offeredTo) return;
  turn.agent = agent;
  turn.certain = true;
  owners.add(agent);
}

/** If the interaction continues after this wrap-up, the agent made a transfer or left a conference. */
function startWrapUp(legs: LegBuilder, { agent, at }: AgentStep): void {
  const { conferencing, turn, turns } = legs;
  attributeTurn(legs, agent);
  if (conferencing && agent !== undefined && agent === turn.consulted) {
    legs.transferAfterConference(at);
    turn.consulted = undefined;
    if (legs.turn !== turn || legs.wrapUpFrom !== undefined) legs.wrapUpFrom = at;
  } else if (turn.served && (agent === undefined ? turns.length === 1 : agent === turn.agent)) {
    legs.wrapUpFrom = at;
  }
}

/** The agent who wraps up served last, unless the next agent may serve already, or it is the consulted one. */
export function attributeTurn({ owners, turn, turns }: LegBuilder, agent: string | undefined, ended = false): void {
  const last = turns.at(-1);
  const clear = ended || !turn.served || turns.length === 1;
  if (agent === undefined || last === undefined || last.certain || !clear) return;
  if (agent === last.consulted || owners.has(agent)) return;
  last.agent = agent;
  last.certain = true;
  owners.add(agent);
}
