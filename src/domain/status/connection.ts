import type { JourneyError } from '../base/journey-error.js';

/**
 * The status of the live connection.
 *
 * `off`: no live events wanted. `catching-up`: connected, and reading missed events. `reconnecting`: waits until `retryAt`
 * (epoch milliseconds). `polling`: this user may not open a stream, so the newest page is read repeatedly. `paused`: the
 * page is not visible. `signed-out`: the token was refused.
 */
export interface Connection {
  readonly status: 'off' | 'connecting' | 'live' | 'catching-up' | 'reconnecting' | 'polling' | 'paused' | 'signed-out';
  readonly retryAt: number | undefined;
  readonly error: JourneyError | undefined;
}
