import type { Entry } from '../../domain/timeline/entry.js';
import { countNewer, newestTime } from '../feed/feed-lines.js';

/** Which events of one customer are new to the agent. Entries are oldest first, times in epoch milliseconds. */
export class NewsModel {
  /** Time of the newest event that was announced; `undefined` while the history loads. */
  #announced: number | undefined;

  /** Whether the history was loaded once: a refresh marks no event as seen. */
  #loaded = false;

  /** Time of the newest event that was in view. */
  #seen = Infinity;

  /**
   * How many events to announce. Pages of the history are not news, nor is the first view of another customer, nor the
   * entries that another filter lets through.
   */
  follow(entries: readonly Entry[], settled: boolean, filtered: boolean, now: number): number {
    const announced = settled && !filtered ? this.#announced : undefined;
    this.#announced = settled ? newestTime(entries, now) : undefined;
    this.#loaded ||= settled;
    if (filtered || !this.#loaded) this.#seen = Infinity;
    return announced === undefined ? 0 : countNewer(entries, announced, now);
  }

  /** How many events were not in view yet. */
  unseen(entries: readonly Entry[], now: number): number {
    return countNewer(entries, this.#seen, now);
  }

  /** The newest entry is in view. */
  see(entries: readonly Entry[], now: number): void {
    this.#seen = newestTime(entries, now);
  }
}
