import type { Leg, LegKind } from './legs.js';

const waiting: ReadonlySet<LegKind> = new Set(['ivr', 'queue', 'ringing']);

/** Whether somebody took the contact; before that there is only waiting. */
export const wasTaken = (legs: readonly Leg[]): boolean => legs.some(({ kind }) => !waiting.has(kind));
