import type { JourneyEvent } from '../domain/event/event.js';
import { isNewestFirst, lastContactIn, type LastContact } from '../domain/event/last-contact.js';
import { ownAddress, type Person } from '../domain/person/person.js';
import type { JourneySource } from '../sources/journey-source.js';

/** Of so many persons it is read; who has more to choose from searches by other means. */
const mostPersons = 6;

/** Pages read of each of them. */
const mostPages = 5;

/**
 * When each of several persons was last in contact, one after the other as it is known, to tell them apart by. Says
 * nothing of somebody who has no address of their own, nor where the newest contact is not certain to be among what was
 * read. What cannot be read is left out.
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
    // From new to old: what is still to come is older.
    const certain = isNewestFirst(read) ? lastContactIn(read, now()) : undefined;
    if (certain !== undefined) return certain;
    if (++pages === mostPages) return undefined;
  }
  return lastContactIn(read, now());
}
