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

/** All that is known of the one customer shown. */
export interface JourneyState {
  readonly person: Loadable<PersonMatch>;
  /** Another key is another person, though the address is the same; `undefined` until the service has answered. */
  readonly personKey: PersonKey | undefined;
  readonly profile: Loadable<Profile>;
  /** History and live events in one list, each once. Its status is the history's. */
  readonly events: Loadable<EventList>;
  /** What was missed while the line was down, and could not be read since. */
  readonly gap: Gap | undefined;
  readonly connection: Connection;
  /**
   * What the contact center keeps of contacts besides their events, by task id; read in the background. Empty where the
   * token may not read it. Another map whenever something was added.
   */
  readonly records: ReadonlyMap<string, InteractionRecord>;
  /** While it is open who of several persons it is: when each was last in contact, by the person's id, where known. */
  readonly lastContacts: ReadonlyMap<string, LastContact>;
  /** Whether the agent chose the person among several, and may choose again. */
  readonly chosen: boolean;
}

export const idle = { status: 'idle', value: undefined, error: undefined, asOf: undefined } as const;

export const disconnected: Connection = { status: 'off', retryAt: undefined, error: undefined };

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

/** What was known stays known while it is read again. */
export const loading = <T>(section: Loadable<T>): Loadable<T> => ({ ...section, status: 'loading', error: undefined });

export const ready = <T>(value: T | undefined, asOf: number): Loadable<T> => ({
  status: 'ready',
  value,
  error: undefined,
  asOf,
});

export const failed = <T>(section: Loadable<T>, error: JourneyError): Loadable<T> => ({
  ...section,
  status: 'failed',
  error,
});
