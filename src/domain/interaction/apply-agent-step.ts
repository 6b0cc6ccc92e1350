import type { AgentStep, AgentWord } from './steps.js';
import { turnOf } from './agent-turn.js';
import type { Walk } from './leg-builder.js';

/**
 * What the state of an agent adds: who it is, and what happened where the contact's own event got lost. Of a guest, in a
 * consultation or a conference, it only tells who that is.
 */
export function takeAgentStep(walk: Walk, step: AgentStep): void {
  if (step.word === 'wrap-up') goAway(walk, step);
  else if (walk.conferencing || walk.consulting) takeGuest(walk, step);
  else if (step.heralds) walk.caller = step.agent;
  else takes[step.word]?.(walk, step);
}

function takeGuest({ conferencing, turn }: Walk, { agent, word }: AgentStep): void {
  if (agent === undefined || agent === turn.agent) return;
  if (word === 'not-responding' && turn.guest === agent) turn.guest = undefined;
  if (word !== 'ringing' && word !== 'connected' && word !== 'busy') return;
  turn.guest = agent;
  if (conferencing) turn.joined.add(agent);
}

const takes: Readonly<Partial<Record<AgentWord, (walk: Walk, step: AgentStep) => void>>> = {
  ringing: (walk, { agent, at }) => {
    passOn(walk, agent);
    if (walk.turn.served) {
      walk.caller = agent;
      return;
    }
    const known = walk.turn.agent ?? agent;
    if (walk.at !== 'ringing' || known !== (agent ?? known)) walk.offer(at, agent);
    else walk.turn.agent = known;
  },
  'not-responding': (walk, { agent, at }) => {
    const { turn } = walk;
    if (walk.caller === agent) walk.caller = undefined;
    if (walk.at !== 'ringing' || agent !== (turn.agent ?? agent)) return;
    turn.agent = agent;
    walk.turn = turnOf();
    walk.enter('queue', at);
  },
  connected: (walk, step) => {
    passOn(walk, step.agent);
    if (!walk.turn.served) {
      walk.caller = undefined;
      walk.serve('talk', step.at);
    }
    beCertain(walk, step);
  },
  busy: (walk, step) => {
    if (walk.turn.served) beCertain(walk, step);
  },
};

/** The agent who served wraps up, and another one has the contact: more than that is not known of the handover. */
function passOn(walk: Walk, agent: string | undefined): void {
  if (walk.gone !== undefined && agent !== walk.turn.agent) walk.leave(walk.gone, 'unknown');
}

/** Who is with the customer now; not the one who was only called meanwhile. */
function beCertain({ caller, owners, turn }: Walk, { agent }: AgentStep): void {
  if (turn.certain || agent === undefined || agent === caller) return;
  turn.agent = agent;
  turn.certain = true;
  owners.add(agent);
}

/** Where the contact goes on afterwards, the agent has handed it on, or left a conference. */
function goAway(walk: Walk, { agent, at }: AgentStep): void {
  const { conferencing, turn, turns } = walk;
  beRemembered(walk, agent);
  if (conferencing && agent !== undefined && agent === turn.guest) {
    walk.yieldToGuest(at);
    turn.guest = undefined;
    if (walk.turn !== turn || walk.gone !== undefined) walk.gone = at;
  } else if (turn.served && (agent === undefined ? turns.length === 1 : agent === turn.agent)) {
    walk.gone = at;
  }
}

/** Whoever wraps up had the contact last, unless the next agent may have it already, or it is the guest. */
export function beRemembered({ owners, turn, turns }: Walk, agent: string | undefined, ended = false): void {
  const last = turns.at(-1);
  const clear = ended || !turn.served || turns.length === 1;
  if (agent === undefined || last === undefined || last.certain || !clear) return;
  if (agent === last.guest || owners.has(agent)) return;
  last.agent = agent;
  last.certain = true;
  owners.add(agent);
}
