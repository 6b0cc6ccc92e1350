import type { JourneyEvent } from '../domain/event/event.js';
import type { Gap } from '../domain/status/gap.js';

/** The service may store an event this much later than it happened. Milliseconds. */
const lateness = 5 * 60_000;

/** Up to which time a journey is known without a gap. Compares event times only: the clocks of machines differ. */
export interface Coverage {
  /** Whether the history was read to its end at least once. */
  readonly complete: boolean;
  readonly connected: boolean;
  connect(): void;
  /** The connection is down. It delivered everything up to `newest`, the time of the newest known event. */
  disconnect(newest: number | undefined, now: number): void;
  /** Starts to read the history, at `now`, from its newest page. */
  read(now: number): Reading;
}

/** One run through the pages of a history. */
export interface Reading {
  /**
   * Whether the run can stop before the last page: an earlier part is known, and all pages so far were newest first.
   */
  readonly canMeet: boolean;
  /** Takes a page and returns whether it reaches back to the part that is known without a gap. */
  meets(page: readonly JourneyEvent[]): boolean;
  /** The run ended, or reached the known part. `current`: the connection was up during the whole run. */
  done(current: boolean): void;
  /** The time that may be missing if the run failed; `undefined` if nothing was known before. */
  gap(): Gap | undefined;
}

/** A coverage of nothing: no history was read, and no connection is open. */
export function createCoverage(): Coverage {
  let complete = false;
  let connected = false;
  /** Nothing is missing up to this time. */
  let covered = -Infinity;
  /** Nothing is missing as long as the connection is up. */
  let whole = false;

  return {
    get complete() {
      return complete;
    },
    get connected() {
      return connected;
    },
    connect() {
      connected = true;
    },
    disconnect(newest, now) {
      connected = false;
      if (whole) covered = Math.min(newest ?? -Infinity, now) - lateness;
      whole = false;
    },
    read(now) {
      const until = covered;
      let inOrder = true;
      let newest = -Infinity;
      let previous = Infinity;
      return {
        get canMeet() {
          return inOrder && until > -Infinity;
        },
        meets(page) {
          for (const { time, timeFrom } of page) {
            if (timeFrom === 'received') continue; // the time of arrival, not of the event
            if (time > previous) inOrder = false;
            newest = Math.max(newest, time);
            previous = time;
          }
          return inOrder && previous <= until;
        },
        done(current) {
          complete = true;
          whole = connected && current;
          covered = Math.max(covered, Math.min(newest, now) - lateness);
        },
        gap: () => (until > -Infinity ? { from: until, to: Math.min(previous, now) } : undefined),
      };
    },
  };
}
