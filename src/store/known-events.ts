import type { JourneyEvent } from '../domain/event/event.js';
import type { EventList } from '../domain/event/event-list.js';
import { createEventLedger, type EventLedger } from './event-ledger.js';
import { createContacts, type RecordQueue } from './record-queue.js';

interface Known {
  readonly ledger: EventLedger;
  contacts: RecordQueue;
}

const nothing = (): Known => ({ ledger: createEventLedger(), contacts: createContacts() });

/**
 * The events of the person shown, and their contacts. While the events are loaded again under other aliases, the old ones
 * stay until the new ones are complete.
 */
export interface KnownEvents {
  /** The events to show. */
  readonly list: EventList;
  /** The newest event that was loaded, shown or not. */
  readonly newest: JourneyEvent | undefined;
  /** The contacts in `list`. */
  readonly contacts: RecordQueue;
  readonly isRebuilding: boolean;
  /** Adds a page of the history; false when `list` stays the same because all is loaded again. */
  addPage(page: readonly JourneyEvent[]): boolean;
  /** Adds live events. Whether one of them ended a contact. */
  addLive(events: readonly JourneyEvent[]): boolean;
  /** From now on pages are not shown before `showRebuilt`. */
  rebuild(): void;
  showRebuilt(): void;
  /** The records of all contacts are due again. */
  renewContacts(): void;
  clear(): void;
}

/** Creates a holder without events. */
export function createKnownEvents(): KnownEvents {
  let known = nothing();
  let rebuilding: Known | undefined;

  const add = ({ ledger, contacts }: Known, events: readonly JourneyEvent[]): boolean => {
    ledger.add(events);
    return contacts.note(events);
  };

  return {
    get list() {
      return known.ledger.list;
    },
    get newest() {
      return (rebuilding ?? known).ledger.list.newest;
    },
    get contacts() {
      return known.contacts;
    },
    get isRebuilding() {
      return rebuilding !== undefined;
    },
    addPage(page) {
      add(rebuilding ?? known, page);
      return rebuilding === undefined;
    },
    addLive(events) {
      if (rebuilding !== undefined) add(rebuilding, events);
      return add(known, events);
    },
    rebuild: () => void (rebuilding = nothing()),
    showRebuilt() {
      known = rebuilding ?? known;
      rebuilding = undefined;
    },
    renewContacts: () => void (known.contacts = createContacts()),
    clear() {
      known = nothing();
      rebuilding = undefined;
    },
  };
}
