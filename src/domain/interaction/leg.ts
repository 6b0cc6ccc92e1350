/** The kind of a leg: where the customer was, or with whom. */
export type LegKind = 'ivr' | 'queue' | 'ringing' | 'talk' | 'hold' | 'consult' | 'conference' | 'wrap-up';

/** A part of one interaction; `to` is `undefined` while it lasts. Epoch milliseconds. */
export interface Leg {
  readonly kind: LegKind;
  readonly from: number;
  readonly to: number | undefined;
  /** ID of the agent who was called, served, or wrapped up; undefined if not known. */
  readonly agent: string | undefined;
}

/** Whether a leg still grows: in an ongoing interaction, or in the wrap-up after it. */
export const isLasting = (legs: readonly Leg[]): boolean => legs.some(({ to }) => to === undefined);
