import type { JourneyEvent } from './event.js';
import type { Interaction } from './interaction.js';

/** One line of the timeline: a contact with all its events, or an event that stands alone. */
export type Entry =
  | { readonly kind: 'interaction'; readonly key: string; readonly time: number; readonly interaction: Interaction }
  | { readonly kind: 'event'; readonly key: string; readonly time: number; readonly event: JourneyEvent };

/** The entries of one calendar day, newest first; `day` is `yyyy-MM-dd` in the agent's zone. */
export interface TimelineDay {
  readonly day: string;
  readonly entries: readonly Entry[];
}
