import type { Address } from '../domain/address/address.js';
import { JourneyError } from '../domain/base/journey-error.js';
import type { EditOutcome, PersonEdit } from '../domain/person/person-edit.js';
import type { Person, PersonMatch } from '../domain/person/person.js';
import type { JourneySource } from '../sources/journey-source.js';
import type { JourneyState } from './journey-state.js';

/** What an agent can do to the person shown. All of it rejects with an AbortError when another person is shown. */
export interface PersonChanges {
  /** Changes the person, and loads the journey again under their new aliases. */
  edit(edit: PersonEdit): Promise<EditOutcome>;
  /** Whether this token may merge persons. */
  mayMerge(): Promise<boolean>;
  /** Gives the aliases of `other` to the person shown. A merge cannot be undone. */
  merge(other: Person): Promise<void>;
  /** Finds a person without showing them. */
  find(address: Address): Promise<PersonMatch>;
}

interface OpenPersonChanges extends PersonChanges {
  /** The person is not shown any more: aborts everything. Later calls are about the next person. */
  abort(): void;
}

/** @param show called with the person as the service has them after a change */
export function createPersonChanges(
  source: JourneySource,
  state: () => JourneyState,
  show: (person: Person) => void,
): OpenPersonChanges {
  let shown = new AbortController();
  /** The number of changes so far: a late answer about one of them may be older than the next change. */
  let changes = 0;

  /** Asks about the one person shown. */
  const ask = async <T>(question: (person: Person, signal: AbortSignal) => Promise<T> | undefined): Promise<T> => {
    const { signal } = shown;
    const persons = state().person.value?.persons ?? [];
    const answer = persons.length === 1 ? question(persons[0]!, signal) : undefined;
    if (answer === undefined) throw new JourneyError('not-found');
    try {
      return await answer;
    } finally {
      signal.throwIfAborted();
    }
  };

  return {
    async edit(edit) {
      const { signal } = shown;
      const change = ++changes;
      const outcome = await ask((person) => source.edit?.(person, edit, signal));
      show(outcome.person);
      void outcome.overtaken.then((person) => {
        if (person !== undefined && change === changes && !signal.aborted) show(person);
      });
      return outcome;
    },
    mayMerge: () => ask((person, signal) => source.mayMerge?.(person, signal) ?? Promise.resolve(false)),
    async merge(other) {
      changes += 1;
      show(await ask((person, signal) => source.merge?.(person, other, signal)));
    },
    find: ({ candidates }) => ask((_, signal) => source.person?.(candidates, signal)),
    abort() {
      shown.abort();
      shown = new AbortController();
    },
  };
}
