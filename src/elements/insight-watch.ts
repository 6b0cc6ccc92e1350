import type { TimeRange } from '../domain/filter.js';
import type { Insight } from '../domain/insight.js';
import type { InsightContext, Known } from '../domain/insight-context.js';
import { insightsOf } from '../domain/insights.js';

/** So many customers are remembered, those seen longest ago forgotten first. */
const mostCustomers = 100;

/** A broken clock's event must not make all others old. Milliseconds. */
const farthestAhead = 86_400_000;

/**
 * What an agent should notice about the customer shown, and since when they did not look; that is kept in memory only,
 * as long as the widget lives.
 */
export class InsightWatch {
  insights: readonly Insight[] = [];
  /** Time of the newest event seen of each customer, epoch milliseconds. */
  readonly #seen = new Map<string, number>();
  #customer: string | undefined;
  #away: TimeRange | undefined;

  /** Another customer is shown, or the same one again. */
  start(customer: string, now: number): void {
    const from = this.#seen.get(customer);
    this.#customer = customer;
    this.#away = from === undefined ? undefined : { from, to: now };
    this.insights = [];
  }

  /** The customer shown turned out to be somebody else, or all were shown to another agent. */
  forget(customer?: string): void {
    if (customer === undefined) this.#seen.clear();
    else this.#seen.delete(customer);
    this.#away = undefined;
  }

  follow(known: Known, context: Omit<InsightContext, 'away'>): void {
    this.insights = insightsOf(known, { ...context, away: this.#away });
    const newest = known.all.findLast(({ time }) => time <= context.now + farthestAhead);
    if (newest === undefined || this.#customer === undefined) return;
    this.#seen.delete(this.#customer);
    this.#seen.set(this.#customer, newest.time);
    const [longestAgo] = this.#seen.keys();
    if (this.#seen.size > mostCustomers && longestAgo !== undefined) this.#seen.delete(longestAgo);
  }
}
