import type { JourneyEvent } from '../domain/event/event.js';
import type { Gap } from '../domain/status/gap.js';

/** Events may be stored this much later than they happened. Milliseconds. */
const lateness = 5 * 60_000;

/** Up to which time a journey is known without a hole. Times are those of events: clocks of machines differ. */
export interface Coverage {
  /** Whether history was once read to its end. */
  readonly complete: boolean;
  readonly connected: boolean;
  connect(): void;
  /** The line is down, and has brought everything up to `newest`, the time of the newest event known. */
  disconnect(newest: number | undefined, now: number): void;
  /** Begins to read history, at `now`, from its newest page on. */
  read(now: number): Reading;
}

/** One run through the pages of a history. */
export interface Reading {
  /** Whether it can end before the last page: there is something to meet, and the pages so far came newest first. */
  readonly canMeet: boolean;
  /** Takes a page, and says whether it reaches back to what was known without a hole. */
  meets(page: readonly JourneyEvent[]): boolean;
  /** The run ended or met what is known. `current`: the line was up all the while. */
  done(current: boolean): void;
  /** What may be missing when the run could not go on; `undefined` when nothing was known before. */
  gap(): Gap | undefined;
}

export function createCoverage(): Coverage {
  let complete = false;
  let connected = false;
  /** Nothing is missing up to this time. */
  let covered = -Infinity;
  /** Nothing is missing as long as the line is up. */
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
            if (timeFrom === 'received') continue; // says when it came, not where it stands
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
