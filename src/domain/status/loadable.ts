import type { JourneyError } from '../base/journey-error.js';

/** One part of a journey as it is known now; a failure keeps what was already known. */
export interface Loadable<T> {
  readonly status: 'idle' | 'loading' | 'ready' | 'failed';
  readonly value: T | undefined;
  readonly error: JourneyError | undefined;
  /** When `value` was true, epoch milliseconds; `undefined` before the first answer. */
  readonly asOf: number | undefined;
}
