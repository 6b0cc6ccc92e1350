export type LegKind = 'ivr' | 'queue' | 'ringing' | 'talk' | 'hold' | 'consult' | 'conference' | 'wrap-up';

/** A stretch of one contact; `to` is `undefined` while it lasts. Epoch milliseconds. */
export interface Leg {
  readonly kind: LegKind;
  readonly from: number;
  readonly to: number | undefined;
  /** Id of the agent who was called, had the contact, or wrapped it up; undefined where that is not known. */
  readonly agent: string | undefined;
}

/** Whether a leg still grows with the time: an ongoing contact's, or the wrap-up after it. */
export const isLasting = (legs: readonly Leg[]): boolean => legs.some(({ to }) => to === undefined);
