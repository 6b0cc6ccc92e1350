import type { AddressKey } from '../../domain/address/customer-key.js';
import type { Insight } from '../../domain/timeline/insight.js';
import type { InsightContext } from '../../domain/insights/insight-context.js';
import { insightsOf } from '../../domain/insights/insights.js';
import { defaultThresholds, readThresholds } from '../../domain/insights/thresholds.js';
import { warnOnce } from '../../platform/warn-once.js';
import type { TimeRange } from '../../domain/time/time-range.js';
import type { TimelineEntries } from '../../domain/timeline/entry.js';

/** Most customers remembered; then the one seen longest ago is forgotten. */
const mostCustomers = 100;

/** Events further ahead have a wrong time, and must not make all others count as old. Milliseconds. */
const farthestAhead = 86_400_000;

interface Watched extends Omit<InsightContext, 'away' | 'thresholds'> {
  /** ID of the matched person; empty if none is known. */
  readonly person: string;
  /** As the layout sets them, not checked yet. */
  readonly thresholds: unknown;
}

/**
 * The insights about the customer shown, and since when the agent has not seen that customer. Kept in memory while the
 * widget lives.
 */
export class InsightsModel {
  /** Current insights, most urgent first. */
  insights: readonly Insight[] = [];
  /**
   * Time of the newest event seen of each customer (epoch milliseconds), with the person ID: an address can get a new
   * owner.
   */
  readonly #seen = new Map<AddressKey, { readonly time: number; readonly person: string }>();
  #customer: AddressKey | undefined;
  #away: (TimeRange & { readonly person: string }) | undefined;
  #given: unknown;
  #thresholds = defaultThresholds;

  /** @param customer the customer who is shown already */
  constructor(customer: AddressKey | undefined) {
    this.#customer = customer;
  }

  /**
   * Call it when a customer is shown, also the same one again.
   *
   * @param now epoch milliseconds
   */
  start(customer: AddressKey | undefined, now: number): void {
    const seen = customer && this.#seen.get(customer);
    this.#customer = customer;
    this.#away = seen && { from: seen.time, to: now, person: seen.person };
    this.insights = [];
  }

  /** Forgets what was seen, because the customer turned out to be another person. */
  forget(customer: AddressKey): void {
    this.#seen.delete(customer);
    this.#away = undefined;
  }

  /** Forgets all customers, because another agent has not seen them. */
  forgetAll(): void {
    this.#seen.clear();
    this.#away = undefined;
  }

  /** Finds the insights. `thresholds` come from the layout; wrong ones cause one warning, and defaults are used. */
  follow(known: TimelineEntries, { person, thresholds, ...context }: Watched): void {
    this.#readThresholds(thresholds);
    const away = this.#away?.person === person ? this.#away : undefined;
    this.insights = insightsOf(known, { ...context, thresholds: this.#thresholds, away });
    const newest = known.all.findLast(({ time }) => time <= context.now + farthestAhead);
    if (newest === undefined || this.#customer === undefined) return;
    this.#seen.delete(this.#customer);
    this.#seen.set(this.#customer, { time: newest.time, person });
    const [longestAgo] = this.#seen.keys();
    if (this.#seen.size > mostCustomers && longestAgo !== undefined) this.#seen.delete(longestAgo);
  }

  #readThresholds(given: unknown): void {
    if (given === this.#given) return;
    this.#given = given;
    const { thresholds, wrong } = readThresholds(given);
    this.#thresholds = thresholds;
    if (wrong.length > 0) warnOnce(`insight-thresholds: not valid: ${wrong.join(', ')}. The defaults are used.`);
  }
}
