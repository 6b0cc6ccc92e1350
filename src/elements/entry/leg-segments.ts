import type { LegKind, Leg } from '../../domain/interaction/leg.js';

/** How long a part of a contact took, in milliseconds. */
export interface LegSegment {
  readonly kind: LegKind;
  /** The agent's name, of talk only. */
  readonly name: string | undefined;
  /** What it is added up by: talk by agent, all others by kind. */
  readonly key: string;
  readonly duration: number;
}

/** The bar: every leg in its order; one that still lasts reaches until `now` (epoch milliseconds). */
export const legSegments = (
  legs: readonly Leg[],
  now: number,
  nameOf: (leg: Leg) => string | undefined,
): readonly LegSegment[] =>
  legs
    .map((leg) => {
      const { agent, from, kind, to } = leg;
      const name = kind === 'talk' ? nameOf(leg) : undefined;
      const key = kind === 'talk' ? `talk ${name ?? agent ?? ''}` : kind;
      return { kind, name, key, duration: (to ?? now) - from };
    })
    .filter(({ duration }) => duration > 0);

/** The legend: what belongs together once, with all its stretches, in order of first appearance. */
export function legendOf(stretches: readonly LegSegment[]): readonly LegSegment[] {
  const totals = new Map<string, LegSegment>();
  for (const stretch of stretches) {
    const duration = (totals.get(stretch.key)?.duration ?? 0) + stretch.duration;
    totals.set(stretch.key, { ...stretch, duration });
  }
  return [...totals.values()];
}
