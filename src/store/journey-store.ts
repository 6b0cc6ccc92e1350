import type { Address } from '../domain/address/address.js';
import type { EditOutcome, PersonEdit } from '../domain/person/person-edit.js';
import type { Person, PersonMatch } from '../domain/person/person.js';
import type { JourneySource } from '../sources/journey-source.js';
import { emptyJourney, type JourneyState } from './journey-state.js';
import { openSession, type Customer, type Session, type SessionContext } from './session.js';

/** Everything known about the customer shown now. Notifies its subscribers of changes. */
export interface JourneyStore {
  readonly state: JourneyState;
  subscribe(listener: () => void): () => void;
  /** Shows a customer and drops the one before. Does nothing if the same customer is already shown. */
  open(source: JourneySource, customer: Customer): void;
  /** Loads again what failed. */
  retry(): void;
  refresh(): void;
  choose(personId: string): void;
  /** Lets the agent choose again among several persons. */
  chooseAgain(): void;
  /** Loads the record of an interaction, also of one that is too old to be loaded automatically. */
  readRecord(taskId: string): void;
  /**
   * Changes the person shown and loads the journey again under their new aliases. Like the three methods below, rejects
   * with a JourneyError, or with an AbortError once another customer is shown.
   */
  edit(edit: PersonEdit): Promise<EditOutcome>;
  /** Whether this token may merge persons. */
  mayMerge(): Promise<boolean>;
  /** Merges the aliases of `other` into the person shown. Cannot be undone. */
  merge(other: Person): Promise<void>;
  /** Finds a person without showing them. */
  find(address: Address): Promise<PersonMatch>;
  /** Closes every connection and keeps the data, for a widget that is not visible. */
  pause(): void;
  /** Connects again after a pause. */
  resume(): void;
  /** Opens the connections again, unless paused: the old ones may be broken. */
  reconnect(): void;
  /** Drops the customer's data and closes every connection. */
  close(): void;
}

/** Clock and timers, so that tests can set them. */
export type StoreEnvironment = Pick<SessionContext, 'now' | 'wait' | 'schedule'>;

/** A store that shows no customer yet. */
export function createJourneyStore(environment: StoreEnvironment): JourneyStore {
  const listeners = new Set<() => void>();
  let state = emptyJourney;
  let session: Session | undefined;
  let paused = false;
  let shown: (Pick<Customer, 'key' | 'live'> & { readonly source: JourneySource }) | undefined;

  const set = (patch: Partial<JourneyState>): void => {
    state = { ...state, ...patch };
    for (const listener of listeners) listener();
  };

  const current = (): Session => {
    if (session === undefined) throw new DOMException('', 'AbortError');
    return session;
  };

  const close = (): void => {
    if (session === undefined) return;
    session.close();
    session = undefined;
    shown = undefined;
    set(emptyJourney);
  };

  return {
    get state() {
      return state;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open(source, customer) {
      const { key, live } = customer;
      if (shown?.source === source && shown.key === key && shown.live === live) return;
      close();
      shown = { source, key, live };
      session = openSession(source, customer, { ...environment, set, state: () => state });
      if (paused) session.pause();
    },
    retry: () => session?.retry(),
    refresh: () => session?.refresh(),
    choose: (personId) => session?.choose(personId),
    chooseAgain: () => session?.chooseAgain(),
    readRecord: (taskId) => session?.readRecord(taskId),
    edit: async (edit) => current().edit(edit),
    mayMerge: async () => current().mayMerge(),
    merge: async (other) => current().merge(other),
    find: async (address) => current().find(address),
    pause() {
      paused = true;
      session?.pause();
    },
    resume() {
      paused = false;
      session?.resume();
    },
    reconnect() {
      if (!paused) session?.resume();
    },
    close,
  };
}
