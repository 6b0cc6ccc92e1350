import type { AgentStep } from './steps.js';
import type { Leg } from './leg.js';

interface Stretch {
  readonly agent: string | undefined;
  readonly from: number;
  to: number | undefined;
}

/**
 * The wrap-up after the end, from the agents' states: at most one leg, for all agents together. `owner` served last; a
 * wrap-up that other agents began before the end is left out.
 */
export function wrapUpsOf(steps: readonly AgentStep[], endedAt: number, owner: string | undefined): readonly Leg[] {
  const byAgent = new Map<string | undefined, Stretch>();
  for (const { agent, at, state } of steps) {
    const known = byAgent.get(agent);
    // An agent who got the contact back wraps up again.
    const again = known === undefined || known.to !== undefined;
    if (state === 'wrap-up' && again) byAgent.set(agent, { agent, from: at, to: undefined });
    else if (state === 'wrap-up-done' && known === undefined) byAgent.set(agent, { agent, from: endedAt, to: at });
    else if (known !== undefined && (state === 'wrap-up-done' || state === 'free')) known.to ??= at;
  }
  const afterwards = [...byAgent.values()].filter(
    ({ agent, from, to }) => (to ?? Infinity) > endedAt && (from >= endedAt || agent === (owner ?? agent)),
  );
  if (afterwards.length === 0) return [];
  const from = Math.max(endedAt, Math.min(...afterwards.map((one) => one.from)));
  const to = Math.max(...afterwards.map((one) => one.to ?? Infinity));
  const agent = afterwards.length === 1 ? afterwards[0]?.agent : undefined;
  return [{ kind: 'wrap-up', from, to: to === Infinity ? undefined : to, agent }];
}
