import type { JourneyError } from '../base/journey-error.js';

/** One part of a journey with its status. A failure keeps the last value. */
export interface Loadable<T> {
  readonly status: 'idle' | 'loading' | 'ready' | 'failed';
  readonly value: T | undefined;
  readonly error: JourneyError | undefined;
  /** When `value` was last up to date, epoch milliseconds; `undefined` before the first response. */
  readonly asOf: number | undefined;
}
