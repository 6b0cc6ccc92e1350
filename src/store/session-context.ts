import type { CustomerKey } from '../domain/address/customer-key.js';
import type { JourneySource } from '../sources/journey-source.js';
import type { JourneyState } from './journey-state.js';

/** The customer of a session, and how to ask for them. */
export interface Customer {
  /** Another key is another customer, or another contact. The same key always comes with the same `candidates`. */
  readonly key: CustomerKey;
  /** The forms of the customer's addresses, in the order to try them; at least one. */
  readonly candidates: readonly string[];
  /** Whether live events are wanted. */
  readonly live: boolean;
}

/** What a job needs to load something into the state. */
export interface LoadContext extends Pick<SessionContext, 'state' | 'set' | 'now'> {
  readonly source: JourneySource;
}

/** What a session needs from its store and from the browser. */
export interface SessionContext {
  readonly state: () => JourneyState;
  readonly set: (patch: Partial<JourneyState>) => void;
  readonly now: () => number;
  /** Rejects when `signal` aborts. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Runs `apply` once, soon: live events that come in a burst are applied together. */
  readonly schedule: (apply: () => void) => void;
}
