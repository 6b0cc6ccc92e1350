import type { JourneyError } from '../base/journey-error.js';

/**
 * How the live connection stands.
 *
 * `off`: none is wanted. `catching-up`: connected, and reading what was missed. `reconnecting`: waits until `retryAt`
 * (epoch milliseconds). `polling`: the service does not stream to this user, so the newest page is read again and again.
 * `paused`: nobody looks. `signed-out`: the token is refused.
 */
export interface Connection {
  readonly status: 'off' | 'connecting' | 'live' | 'catching-up' | 'reconnecting' | 'polling' | 'paused' | 'signed-out';
  readonly retryAt: number | undefined;
  readonly error: JourneyError | undefined;
}
