import type { AgentStep, AgentState } from './steps.js';
import { createTurn } from './agent-turn.js';
import type { LegBuilder } from './leg-builder.js';

/**
 * What the state of an agent adds: who it is, and what happened where the contact's own event got lost. Of a guest, in a
 * consultation or a conference, it only tells who that is.
 */
export function applyAgentStep(walk: LegBuilder, step: AgentStep): void {
  if (step.word === 'wrap-up') goAway(walk, step);
  else if (walk.conferencing || walk.consulting) takeGuest(walk, step);
  else if (step.heralds) walk.offeredTo = step.agent;
  else takes[step.word]?.(walk, step);
}

function takeGuest({ conferencing, turn }: LegBuilder, { agent, word }: AgentStep): void {
  if (agent === undefined || agent === turn.agent) return;
  if (word === 'not-responding' && turn.consulted === agent) turn.consulted = undefined;
  if (word !== 'ringing' && word !== 'connected' && word !== 'busy') return;
  turn.consulted = agent;
  if (conferencing) turn.joined.add(agent);
}

const takes: Readonly<Partial<Record<AgentState, (walk: LegBuilder, step: AgentStep) => void>>> = {
  ringing: (walk, { agent, at }) => {
    passOn(walk, agent);
    if (walk.turn.served) {
      walk.offeredTo = agent;
      return;
    }
    const known = walk.turn.agent ?? agent;
    if (walk.at !== 'ringing' || known !== (agent ?? known)) walk.ring(at, agent);
    else walk.turn.agent = known;
  },
  'not-responding': (walk, { agent, at }) => {
    const { turn } = walk;
    if (walk.offeredTo === agent) walk.offeredTo = undefined;
    if (walk.at !== 'ringing' || agent !== (turn.agent ?? agent)) return;
    turn.agent = agent;
    walk.turn = createTurn();
    walk.startLeg('queue', at);
  },
  connected: (walk, step) => {
    passOn(walk, step.agent);
    if (!walk.turn.served) {
      walk.offeredTo = undefined;
      walk.startServing('talk', step.at);
    }
    beCertain(walk, step);
  },
  busy: (walk, step) => {
    if (walk.turn.served) beCertain(walk, step);
  },
};

/** The agent who served wraps up, and another one has the contact: more than that is not known of the handover. */
function passOn(walk: LegBuilder, agent: string | undefined): void {
  if (walk.wrapUpFrom !== undefined && agent !== walk.turn.agent) walk.transfer(walk.wrapUpFrom, 'unknown');
}

/** Who is with the customer now; not the one who was only called meanwhile. */
function beCertain({ offeredTo, owners, turn }: LegBuilder, { agent }: AgentStep): void {
  if (turn.certain || agent === undefined || agent === offeredTo) return;
  turn.agent = agent;
  turn.certain = true;
  owners.add(agent);
}

/** Where the contact goes on afterwards, the agent has handed it on, or left a conference. */
function goAway(walk: LegBuilder, { agent, at }: AgentStep): void {
  const { conferencing, turn, turns } = walk;
  attributeTurn(walk, agent);
  if (conferencing && agent !== undefined && agent === turn.consulted) {
    walk.transferAfterConference(at);
    turn.consulted = undefined;
    if (walk.turn !== turn || walk.wrapUpFrom !== undefined) walk.wrapUpFrom = at;
  } else if (turn.served && (agent === undefined ? turns.length === 1 : agent === turn.agent)) {
    walk.wrapUpFrom = at;
  }
}

/** Whoever wraps up had the contact last, unless the next agent may have it already, or it is the guest. */
export function attributeTurn({ owners, turn, turns }: LegBuilder, agent: string | undefined, ended = false): void {
  const last = turns.at(-1);
  const clear = ended || !turn.served || turns.length === 1;
  if (agent === undefined || last === undefined || last.certain || !clear) return;
  if (agent === last.consulted || owners.has(agent)) return;
  last.agent = agent;
  last.certain = true;
  owners.add(agent);
}
