import type { Channel } from './channel.js';

/** How many entries there were, over time and by channel; what the activity strip draws. */
export interface Activity {
  /** Where the bins begin, epoch milliseconds, oldest first; the last edge is the end of the last bin. */
  readonly edges: readonly number[];
  /** One less than edges: entries by channel; a channel without any is absent. */
  readonly bins: readonly ReadonlyMap<Channel, number>[];
}
