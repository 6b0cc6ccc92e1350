import type { Address } from '../domain/address/address.js';
import type { EditOutcome, PersonEdit } from '../domain/person/person-edit.js';
import type { Person, PersonMatch } from '../domain/person/person.js';
import type { JourneySource } from '../sources/journey-source.js';
import { emptyJourney, type JourneyState } from './journey-state.js';
import { openSession, type Customer, type Session, type SessionContext } from './session.js';

/** What is known of the one customer shown now; tells its watchers when that changes. */
export interface JourneyStore {
  readonly state: JourneyState;
  subscribe(listener: () => void): () => void;
  /** Shows a customer and drops the one before. Asked for the same again, it does nothing. */
  open(source: JourneySource, customer: Customer): void;
  /** Reads again what failed. */
  retry(): void;
  refresh(): void;
  choose(personId: string): void;
  /** Asks again which of several persons it is. */
  chooseAgain(): void;
  /** Reads a contact's record, also of one too old to be read by itself. */
  readRecord(taskId: string): void;
  /**
   * Changes the person shown, and reads the journey again under their new aliases. As the three below, rejects with a
   * JourneyError, or with an AbortError once another customer is shown.
   */
  edit(edit: PersonEdit): Promise<EditOutcome>;
  /** Whether this token may merge persons. */
  mayMerge(): Promise<boolean>;
  /** Gives the aliases of `other` to the person shown; there is no way back. */
  merge(other: Person): Promise<void>;
  /** Looks somebody up without showing them. */
  find(address: Address): Promise<PersonMatch>;
  /** Nobody looks: closes every connection and keeps what is known. */
  pause(): void;
  /** Connects again after a pause. */
  resume(): void;
  /** The line can no longer be trusted: connects anew, unless paused. */
  reconnect(): void;
  /** Forgets the customer and closes every connection. */
  close(): void;
}

export type StoreEnvironment = Pick<SessionContext, 'now' | 'wait' | 'schedule'>;

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
