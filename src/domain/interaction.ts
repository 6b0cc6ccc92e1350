import type { Channel } from './channel.js';
import type { JourneyEvent } from './event.js';

export type LegKind = 'ivr' | 'queue' | 'ringing' | 'talk' | 'hold' | 'consult' | 'conference' | 'wrap-up';

/** A stretch of one contact; `to` is `undefined` while it lasts. Epoch milliseconds. */
export interface Leg {
  readonly kind: LegKind;
  readonly from: number;
  readonly to: number | undefined;
}

/** `unknown`: no end was ever received, and too much time has passed for it to go on still. */
export type Outcome = 'ongoing' | 'answered' | 'transferred' | 'abandoned' | 'not-answered' | 'failed' | 'unknown';

/** The events of one task as one contact. */
export interface Interaction {
  readonly taskId: string;
  readonly channel: Channel;
  readonly direction: 'inbound' | 'outbound' | undefined;
  /** Queue name where an event carries it, else its id. */
  readonly queue: string | undefined;
  readonly startedAt: number;
  /** Time of the latest event: where the interaction stands in the timeline. */
  readonly latestAt: number;
  readonly endedAt: number | undefined;
  readonly outcome: Outcome;
  readonly legs: readonly Leg[];
  /** Newest first. */
  readonly events: readonly JourneyEvent[];
}
