import type { JourneySource } from '../sources/journey-source.js';
import { emptyJourney, type JourneyState } from './journey-state.js';
import { openSession, type Session } from './session.js';
import type { Customer, SessionContext } from './session-context.js';

/** Everything known about the customer shown now. Notifies its subscribers of changes; does nothing without a customer. */
export interface JourneyStore extends Session {
  readonly state: JourneyState;
  subscribe(listener: () => void): () => void;
  /** Shows a customer and drops the one before. Does nothing if the same customer is already shown. */
  open(source: JourneySource, customer: Customer): void;
  /** Loads again what was refused because of the token. */
  retryRefused(): void;
  /** Opens the connections again, unless paused: the old ones may be broken. */
  reconnect(): void;
}

/** Clock and timers, so that tests can set them. */
export type StoreEnvironment = Pick<SessionContext, 'now' | 'wait' | 'schedule'>;

/** Creates a store that shows no customer. */
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
    retryRefused() {
      const { person, profile, events, connection } = state;
      const refused = [person, profile, events, connection].some(({ error }) => error?.kind === 'unauthorized');
      if (refused) session?.retry();
    },
    reconnect() {
      if (!paused) session?.resume();
    },
    close,
  };
}
