import type { Interaction } from './interaction.js';
import type { Leg, LegKind } from './leg.js';
import { taskEventOf } from './task-events.js';

const waiting: ReadonlySet<LegKind> = new Set(['ivr', 'queue', 'ringing']);

/** Whether an agent took the contact; before that the customer only waits. */
export const wasAnswered = (legs: readonly Leg[]): boolean => legs.some(({ kind }) => !waiting.has(kind));

/** The same, also where the legs are not known any more. */
export const wasEverAnswered = ({ events, legs }: Pick<Interaction, 'events' | 'legs'>): boolean =>
  wasAnswered(legs) || events.some(({ type }) => taskEventOf(type).answers);
