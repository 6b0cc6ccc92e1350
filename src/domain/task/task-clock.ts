import type { InteractionEntry } from '../timeline/entry.js';
import type { Interaction } from '../interaction/interaction.js';
import type { Task } from './task.js';
import type { LegKind, Leg } from '../interaction/leg.js';

/**
 * Milliseconds: the duration of the current stage, and of the agent's whole time with the interaction once it is over.
 */
export interface TaskClock {
  readonly elapsed: number | undefined;
  readonly took: number | undefined;
}

/** A longer duration is wrong: it was measured with two clocks, or the time is not one of the task. Milliseconds. */
const longest = 48 * 60 * 60 * 1000;

/** How far the service's clock may be ahead of this machine's. Milliseconds. */
const skew = 60_000;

/** The legs before an agent, or another one, answers. */
const waiting: ReadonlySet<LegKind> = new Set(['ivr', 'queue', 'ringing']);

/** The interaction of the agent's task. Only searches those of the last 48 hours. */
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
 * Uses the desktop's own times first. But its `timeStamp` is not documented (the start of the interaction, or its last
 * change), so for talk the journey's time goes first.
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

/** When the current agent answered: talk, hold and consultation after that are theirs. */
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
