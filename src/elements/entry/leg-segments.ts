import type { LegKind, Leg } from '../../domain/interaction/leg.js';

/** A part of the leg bar; duration in milliseconds. */
export interface LegSegment {
  readonly kind: LegKind;
  /** The agent's name; for talk only. */
  readonly name: string | undefined;
  /** Groups segments in the legend: talk by agent, all others by kind. */
  readonly key: string;
  readonly duration: number;
}

/** The segments of the bar, in the order of the legs. An open leg ends at `now` (epoch milliseconds). */
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

/** The entries of the legend: one per key with the total duration, in order of first appearance. */
export function legendOf(stretches: readonly LegSegment[]): readonly LegSegment[] {
  const totals = new Map<string, LegSegment>();
  for (const stretch of stretches) {
    const duration = (totals.get(stretch.key)?.duration ?? 0) + stretch.duration;
    totals.set(stretch.key, { ...stretch, duration });
  }
  return [...totals.values()];
}
