import type { JourneyEvent } from '../domain/event/event.js';
import { isNewestFirst, lastContactIn, type LastContact } from '../domain/event/last-contact.js';
import { ownAddress, type Person } from '../domain/person/person.js';
import type { JourneySource } from '../sources/journey-source.js';

/** Read for this many persons at most. With more of them, the agent needs another way to find the right one. */
const mostPersons = 6;

/** The maximum number of pages read per person. */
const mostPages = 5;

/**
 * When each of several persons was last in contact, to tell them apart; yielded one by one. Skips persons without an
 * address of their own, persons whose newest contact may be on a page that was not read, and persons whose history
 * cannot be loaded.
 */
export async function* lastContacts(
  source: JourneySource,
  persons: readonly Person[],
  signal: AbortSignal,
  now: () => number,
): AsyncGenerator<readonly [personId: string, contact: LastContact], void, undefined> {
  for (const person of persons.slice(0, mostPersons)) {
    const address = ownAddress(person, persons);
    if (address === undefined) continue;
    const contact = await lastContact(source.history(address, signal), now).catch(() => undefined);
    if (signal.aborted) return;
    if (contact !== undefined) yield [person.id, contact];
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
    // Newest first: later pages only have older events.
    const certain = isNewestFirst(read) ? lastContactIn(read, now()) : undefined;
    if (certain !== undefined) return certain;
    if (++pages === mostPages) return undefined;
  }
  return lastContactIn(read, now());
}
