import type { InteractionEntry } from '../timeline/entry.js';
import type { Interaction } from '../interaction/interaction.js';
import type { Task } from './task.js';
import type { LegKind, Leg } from '../interaction/leg.js';

/** How long, in milliseconds, what goes on now has lasted, and how long the agent had the contact once it is over. */
export interface TaskClock {
  readonly elapsed: number | undefined;
  readonly took: number | undefined;
}

/** What seems longer was measured with two clocks, or has nothing to do with the task. */
const longest = 48 * 60 * 60 * 1000;

/** So far may the service's clock be ahead of this machine's and still count as now. */
const skew = 60_000;

/** Before an agent takes the contact, or a further one does. */
const waiting: ReadonlySet<LegKind> = new Set(['ivr', 'queue', 'ringing']);

/** What the journey knows of the agent's own task; only the latest contacts are looked through. */
export function currentInteraction(
  contacts: readonly InteractionEntry[],
  { interactionId }: Pick<Task, 'interactionId'>,
  now: number,
): Interaction | undefined {
  const found = contacts.findLast(
    ({ interaction, time }) => interaction.taskId === interactionId || time < now - longest,
  );
  return found?.interaction.taskId === interactionId ? found?.interaction : undefined;
}

/**
 * The desktop's own times of a stage go first. What its `timeStamp` means, the start of the contact or of the last
 * change, is documented nowhere, so for talking the journey knows better.
 *
 * @param now epoch milliseconds
 */
export function clockOf(
  { ended, stage }: Pick<Task, 'ended' | 'stage'>,
  contact: Pick<Interaction, 'endedAt' | 'legs'> | undefined,
  now: number,
): TaskClock {
  const legs = contact?.legs ?? [];
  const { kind, since } = stage;
  const taken = takenAt(legs) ?? stage.acceptedAt;
  const lasting = legs.find((leg) => leg.kind === kind && leg.to === undefined)?.from;
  const over = ended && kind !== 'wrap-up';
  const from = kind === 'talk' ? taken : (since ?? lasting);
  const end = contact?.endedAt ?? (kind === 'wrap-up' ? (since ?? lasting) : undefined);
  return { elapsed: over ? undefined : span(from, now), took: ended ? span(taken, end) : undefined };
}

/** When the agent who has the contact took it: talk, hold and consultation after that are theirs. */
function takenAt(legs: readonly Leg[]): number | undefined {
  const served = legs.filter(({ kind }) => kind !== 'wrap-up');
  const mine = served.at(-1)?.agent;
  const before = served.findLastIndex(
    ({ agent, kind }) => waiting.has(kind) || (agent !== undefined && mine !== undefined && agent !== mine),
  );
  return served[before + 1]?.from;
}

function span(from: number | undefined, to: number | undefined): number | undefined {
  if (from === undefined || to === undefined) return undefined;
  const ms = to - from;
  return ms >= -skew && ms <= longest ? Math.max(0, ms) : undefined;
}
