import type { JourneyError } from './error.js';

/**
 * How the live connection stands.
 *
 * `off`: none is wanted. `catching-up`: connected, and reading what was missed. `reconnecting`: waits until `retryAt`
 * (epoch milliseconds). `signed-out`: the token is refused. `refused`: the service does not stream to this user.
 */
export interface Connection {
  readonly status: 'off' | 'connecting' | 'live' | 'catching-up' | 'reconnecting' | 'signed-out' | 'refused';
  readonly retryAt: number | undefined;
  readonly error: JourneyError | undefined;
}
