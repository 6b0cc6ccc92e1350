import type { Interaction } from './interaction.js';
import type { LegKind, Leg } from './leg.js';

const waiting: ReadonlySet<LegKind> = new Set(['ivr', 'queue', 'ringing']);

/** Whether somebody took the contact; before that there is only waiting. */
export const wasAnswered = (legs: readonly Leg[]): boolean => legs.some(({ kind }) => !waiting.has(kind));

/** The same, also where nobody knows any more how long it went on. */
export const wasEverAnswered = ({ events, legs }: Pick<Interaction, 'events' | 'legs'>): boolean =>
  wasAnswered(legs) || events.some(({ type }) => type === 'task:connected');
