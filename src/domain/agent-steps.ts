import type { AgentStep, AgentWord } from './contact-steps.js';
import { turnOf } from './turn.js';
import type { Walk } from './walk.js';

/**
 * What the state of an agent adds: who it is, and what happened where the contact's own event got lost. With a guest in
 * a consultation or a conference, it only tells who that is.
 */
export function takeAgentStep(walk: Walk, step: AgentStep): void {
  const { agent } = step;
  const { conferencing, consulting, turn } = walk;
  if (step.word === 'wrap-up') goAway(walk, step);
  else if (!conferencing && !consulting) takes[step.word]?.(walk, step);
  else if (step.word === 'not-responding') turn.guest = turn.guest === agent ? undefined : turn.guest;
  else if (agent !== undefined && agent !== turn.agent && step.word !== 'free' && step.word !== 'wrap-up-done') {
    turn.guest = agent;
    if (conferencing) turn.joined.add(agent);
  }
}

const takes: Readonly<Partial<Record<AgentWord, (walk: Walk, step: AgentStep) => void>>> = {
  ringing: (walk, { agent, at, heralds }) => {
    if (walk.turn.served || heralds) {
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
    if (walk.at !== 'ringing' || (turn.agent !== undefined && turn.agent !== agent)) return;
    turn.agent = agent;
    walk.turn = turnOf();
    walk.enter('queue', at);
  },
  connected: (walk, step) => {
    const { agent, at, heralds } = step;
    const { gone, turn } = walk;
    if (heralds) {
      walk.caller = agent;
      return;
    }
    // The first agent wraps up, and another one has the contact.
    const takenOver = turn.served && gone !== undefined && agent !== turn.agent;
    if (takenOver) walk.leave(gone, 'unknown');
    if (takenOver || !turn.served) {
      walk.caller = undefined;
      walk.serve('talk', at);
    }
    beCertain(walk, step);
  },
  busy: (walk, step) => {
    if (walk.turn.served) beCertain(walk, step);
  },
};

/** Who is with the customer now; not the one who was only called meanwhile. */
function beCertain({ caller, turn }: Walk, { agent }: AgentStep): void {
  if (turn.certain || agent === undefined || agent === caller) return;
  turn.agent = agent;
  turn.certain = true;
}

/** Where the contact goes on afterwards, the agent has handed it on, or left a conference. */
function goAway(walk: Walk, { agent, at }: AgentStep): void {
  const { conferencing, turn, turns } = walk;
  beRemembered(walk, agent);
  if (conferencing && agent !== undefined && agent === turn.guest) {
    turn.guest = undefined;
    if (walk.gone !== undefined) walk.gone = at;
  } else if (turn.served && (agent === undefined ? turns.length === 1 : agent === turn.agent)) {
    walk.gone = at;
  }
}

/** Whoever wraps up had the contact last, unless the next agent may have it already, or it is the guest. */
export function beRemembered({ ended, turn, turns }: Walk, agent: string | undefined): void {
  const last = turns.at(-1);
  const clear = ended || !turn.served || turns.length === 1;
  if (agent === undefined || last === undefined || last.certain || !clear) return;
  if (agent === last.guest || turns.some((known) => known.agent === agent)) return;
  last.agent = agent;
  last.certain = true;
}
