import type { JourneyEvent } from '../domain/event/event.js';
import { isNewestFirst, lastContactIn, type LastContact } from '../domain/event/last-contact.js';
import { ownAddress } from '../domain/person/person.js';
import type { LoadContext } from './session-context.js';

/** Read for this many persons at most. With more of them, the agent needs another way to find the right one. */
const mostPersons = 6;

/** The maximum number of pages read per person. */
const mostPages = 5;

/**
 * Loads when each of several persons was last in contact, one after the other, to tell them apart. Skips persons without
 * an address of their own, persons whose newest contact may be on a page that was not read, and persons whose history
 * cannot be loaded.
 */
export async function loadLastContacts({ source, state, set, now }: LoadContext, signal: AbortSignal): Promise<void> {
  const persons = state().person.value?.persons ?? [];
  for (const person of persons.slice(0, mostPersons)) {
    const address = ownAddress(person, persons);
    if (address === undefined) continue;
    const contact = await lastContact(source.history(address, signal), now).catch(() => undefined);
    if (signal.aborted) return;
    if (contact !== undefined) set({ lastContacts: new Map([...state().lastContacts, [person.id, contact]]) });
  }
}

async function lastContact(
  history: AsyncIterable<readonly JourneyEvent[]>,
  now: () => number,
): Promise<LastContact | undefined> {
  const read: JourneyEvent[] = [];
  let pages = 0;
  for await (const page of history) {
    read.push(...page);
    // From new to old: what is still to come is older.
    const certain = isNewestFirst(read) ? lastContactIn(read, now()) : undefined;
    if (certain !== undefined) return certain;
    if (++pages === mostPages) return undefined;
  }
  return lastContactIn(read, now());
}
