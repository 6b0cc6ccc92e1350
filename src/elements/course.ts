import type { Leg, LegKind } from '../domain/legs.js';

/** How long a part of a contact took, in milliseconds. */
export interface Stretch {
  readonly kind: LegKind;
  readonly duration: number;
}

/** The bar: every leg in its order; one that still lasts reaches until `now` (epoch milliseconds). */
export const stretchesOf = (legs: readonly Leg[], now: number): readonly Stretch[] =>
  legs.map(({ kind, from, to }) => ({ kind, duration: (to ?? now) - from })).filter(({ duration }) => duration > 0);

/** The legend: each kind once, with all its stretches together, in order of first appearance. */
export function totalsOf(stretches: readonly Stretch[]): readonly Stretch[] {
  const totals = new Map<LegKind, number>();
  for (const { kind, duration } of stretches) totals.set(kind, (totals.get(kind) ?? 0) + duration);
  return [...totals].map(([kind, duration]) => ({ kind, duration }));
}
