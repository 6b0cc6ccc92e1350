import type { Channel } from '../event/channel.js';
import type { Entry } from './entry.js';

/** Something that an agent should notice, and the entries that prove it. */
export type Insight = {
  /** Keys of the entries that prove it, at least one, oldest first. */
  readonly keys: readonly string[];
} & (
  | {
      /** Other ongoing interactions (`open`), or emails without an answer (`no-reply`). */
      readonly kind: 'open' | 'no-reply';
      readonly count: number;
    }
  | {
      /** The number of interactions including the current one (`repeat`), or of transfers, in `days` days. */
      readonly kind: 'repeat' | 'transferred';
      readonly count: number;
      readonly days: number;
    }
  | {
      /** The customer's last answer to a survey, on a scale that ends at `best`. */
      readonly kind: 'low-csat' | 'low-nps';
      readonly score: number;
      readonly best: number;
    }
  | {
      /** The longest time on hold in one interaction, milliseconds. */
      readonly kind: 'held';
      readonly duration: number;
    }
  | {
      /** How often the customer abandoned, and how many calendar days ago the last time was. */
      readonly kind: 'abandoned';
      readonly count: number;
      readonly daysAgo: number;
    }
  | { readonly kind: 'switched'; readonly from: Channel; readonly to: Channel }
  | {
      /** The number of entries since the agent last saw the journey, or last spoke with the customer. */
      readonly kind: 'since-looked' | 'since-spoken';
      readonly count: number;
    }
  | { readonly kind: 'negative-sentiment' | 'first-contact' }
);

/** The kinds of insights. */
export type InsightKind = Insight['kind'];

type Told<I> = I extends Insight ? Omit<I, 'keys'> : never;

/** An insight with the keys of the entries that prove it; `undefined` without such entries. */
export const provenBy = (proof: readonly Pick<Entry, 'key'>[], told: Told<Insight>): Insight | undefined =>
  proof.length === 0 ? undefined : { ...told, keys: proof.map(({ key }) => key) };
