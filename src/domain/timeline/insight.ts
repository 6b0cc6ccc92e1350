import type { Channel } from '../event/channel.js';
import type { Entry } from './entry.js';

/** Something an agent should notice, and the entries that prove it. */
export type Insight = {
  /** Keys of the entries it speaks of, at least one, oldest first. */
  readonly keys: readonly string[];
} & (
  | {
      /** Contacts that go on beside the agent's own; letters that nobody answered. */
      readonly kind: 'open' | 'no-reply';
      readonly count: number;
    }
  | {
      /** How many contacts there were with the current one, and how often the customer was handed on. */
      readonly kind: 'repeat' | 'transferred';
      readonly count: number;
      readonly days: number;
    }
  | {
      /** What the customer said last, on a scale that ends at `best`. */
      readonly kind: 'low-csat' | 'low-nps';
      readonly score: number;
      readonly best: number;
    }
  | {
      /** The longest time on hold in one contact, milliseconds. */
      readonly kind: 'held';
      readonly duration: number;
    }
  | {
      /** How often the customer gave up waiting, the last time so many calendar days ago. */
      readonly kind: 'abandoned';
      readonly count: number;
      readonly daysAgo: number;
    }
  | { readonly kind: 'switched'; readonly from: Channel; readonly to: Channel }
  | {
      /** Entries since the agent last saw the journey, or last spoke with the customer. */
      readonly kind: 'since-looked' | 'since-spoken';
      readonly count: number;
    }
  | { readonly kind: 'negative-sentiment' | 'first-contact' }
);

export type InsightKind = Insight['kind'];

type Told<I> = I extends Insight ? Omit<I, 'keys'> : never;

/** An insight with the keys of its proof; none without. */
export const provenBy = (proof: readonly Pick<Entry, 'key'>[], told: Told<Insight>): Insight | undefined =>
  proof.length === 0 ? undefined : { ...told, keys: proof.map(({ key }) => key) };
