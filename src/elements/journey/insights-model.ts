import type { AddressKey } from '../../domain/address/customer-key.js';
import type { Insight } from '../../domain/timeline/insight.js';
import type { InsightContext } from '../../domain/insights/insight-context.js';
import { insightsOf } from '../../domain/insights/insights.js';
import { defaultThresholds, readThresholds } from '../../domain/insights/thresholds.js';
import { warnOnce } from '../../platform/warn-once.js';
import type { TimeRange } from '../../domain/time/time-range.js';
import type { TimelineEntries } from '../../domain/timeline/entry.js';

/** So many customers are remembered, those seen longest ago forgotten first. */
const mostCustomers = 100;

/** A broken clock's event must not make all others old. Milliseconds. */
const farthestAhead = 86_400_000;

interface Watched extends Omit<InsightContext, 'away' | 'thresholds'> {
  /** Id of whom the service found; empty while, or where, nobody is. */
  readonly person: string;
  readonly thresholds: unknown;
}

/**
 * What an agent should notice about the customer shown, and since when they did not look; that is kept in memory only,
 * as long as the widget lives.
 */
export class InsightsModel {
  insights: readonly Insight[] = [];
  /** Time of the newest event seen of each customer, epoch milliseconds, and who it was: an address can move. */
  readonly #seen = new Map<AddressKey, { readonly time: number; readonly person: string }>();
  #customer: AddressKey | undefined;
  #away: (TimeRange & { readonly person: string }) | undefined;
  #given: unknown;
  #thresholds = defaultThresholds;

  /** @param customer who is shown already */
  constructor(customer: AddressKey | undefined) {
    this.#customer = customer;
  }

  /** Another customer is shown, or the same one again. */
  start(customer: AddressKey | undefined, now: number): void {
    const seen = customer && this.#seen.get(customer);
    this.#customer = customer;
    this.#away = seen && { from: seen.time, to: now, person: seen.person };
    this.insights = [];
  }

  /** The customer shown turned out to be another person. */
  forget(customer: AddressKey): void {
    this.#seen.delete(customer);
    this.#away = undefined;
  }

  /** Another agent has not seen what the last one saw. */
  forgetAll(): void {
    this.#seen.clear();
    this.#away = undefined;
  }

  /** `thresholds` as a layout gives them; what cannot be used is warned of once. */
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
