import type { Connection } from '../domain/status/connection.js';
import type { InteractionRecord } from '../domain/interaction/interaction-record.js';
import type { JourneyError } from '../domain/base/journey-error.js';
import type { EventList } from '../domain/event/event-list.js';
import type { Gap } from '../domain/status/gap.js';
import type { LastContact } from '../domain/event/last-contact.js';
import type { PersonKey } from '../domain/person/person-key.js';
import type { PersonMatch } from '../domain/person/person.js';
import type { Profile } from '../domain/profile/profile.js';
import type { Loadable } from '../domain/status/loadable.js';

/** Everything known about the customer shown. */
export interface JourneyState {
  readonly person: Loadable<PersonMatch>;
  /** Changes when the address belongs to another person; `undefined` until the service has answered. */
  readonly personKey: PersonKey | undefined;
  readonly profile: Loadable<Profile>;
  /** History and live events in one list, without repeats. The status is that of the history. */
  readonly events: Loadable<EventList>;
  /** The time that was missed while the connection was down and could not be loaded since. */
  readonly gap: Gap | undefined;
  readonly connection: Connection;
  /**
   * The contact center's records of interactions, by task ID; loaded in the background. Empty if the token has no
   * permission. A new map object whenever records are added.
   */
  readonly records: ReadonlyMap<string, InteractionRecord>;
  /** While the agent chooses among several persons: the last contact of each, by person ID, if known. */
  readonly lastContacts: ReadonlyMap<string, LastContact>;
  /** Whether the agent chose the person among several. Then the agent can choose again. */
  readonly chosen: boolean;
}

/** Not loaded, and not loading. */
export const idle = { status: 'idle', value: undefined, error: undefined, asOf: undefined } as const;

/** No live connection, and none is being opened. */
export const disconnected: Connection = { status: 'off', retryAt: undefined, error: undefined };

/** The state without a customer. */
export const emptyJourney: JourneyState = {
  person: idle,
  personKey: undefined,
  profile: idle,
  events: idle,
  gap: undefined,
  connection: disconnected,
  records: new Map(),
  lastContacts: new Map(),
  chosen: false,
};

/** Which parts of a journey are not the same in the next state. */
export const changedParts = (previous: JourneyState, next: JourneyState) => ({
  events: contentOf(previous) !== contentOf(next),
  records: previous.records !== next.records,
  profile: previous.profile.value !== next.profile.value,
});

const contentOf = ({ events: { value } }: JourneyState) => value && `${value.generation} ${value.size}`;

/** The old value stays while it is loaded again. */
export const loading = <T>(section: Loadable<T>): Loadable<T> => ({ ...section, status: 'loading', error: undefined });

/** Loaded. `asOf`: when, in epoch milliseconds. */
export const ready = <T>(value: T | undefined, asOf: number): Loadable<T> => ({
  status: 'ready',
  value,
  error: undefined,
  asOf,
});

/** The old value stays when loading it again fails. */
export const failed = <T>(section: Loadable<T>, error: JourneyError): Loadable<T> => ({
  ...section,
  status: 'failed',
  error,
});
