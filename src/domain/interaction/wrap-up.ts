import type { Step } from './steps.js';
import type { Leg } from './leg.js';

interface Stretch {
  readonly agent: string | undefined;
  readonly from: number;
  to: number | undefined;
}

/**
 * The agents' work after a contact's end, told by their states; of several agents the whole time together, at most one
 * leg. `owner` had the contact last; what others began before the end, they did beside it.
 */
export function wrapUpsOf(steps: readonly Step[], endedAt: number, owner: string | undefined): readonly Leg[] {
  const byAgent = new Map<string | undefined, Stretch>();
  for (const { agent, at, word } of steps) {
    const known = byAgent.get(agent);
    // Whoever took the contact back wraps up again.
    const again = known === undefined || known.to !== undefined;
    if (word === 'wrap-up' && again) byAgent.set(agent, { agent, from: at, to: undefined });
    else if (word === 'wrap-up-done' && known === undefined) byAgent.set(agent, { agent, from: endedAt, to: at });
    else if (known !== undefined && (word === 'wrap-up-done' || word === 'free')) known.to ??= at;
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
