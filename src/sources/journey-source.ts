import type { InteractionRecord, InteractionStart } from '../domain/interaction/interaction-record.js';
import type { JourneyError } from '../domain/base/journey-error.js';
import type { JourneyEvent } from '../domain/event/event.js';
import type { EditOutcome, PersonEdit } from '../domain/person/person-edit.js';
import type { Person, PersonMatch } from '../domain/person/person.js';
import type { Profile } from '../domain/profile/profile.js';

/** What a live connection has to say: `retrying` waits `inMs` and then connects again by itself. */
export type LiveSignal<T> =
  | { readonly kind: 'open' }
  | { readonly kind: 'message'; readonly value: T }
  | { readonly kind: 'retrying'; readonly inMs: number; readonly error: JourneyError | undefined };

/**
 * Where journeys come from. Everything rejects with a JourneyError and ends quietly when `signal` aborts. A missing
 * method says that the vendor has no such ability.
 */
export interface JourneySource {
  /** An address's events, page by page, in any order, repeats possible; ends after the last page. */
  history(address: string, signal: AbortSignal): AsyncIterable<readonly JourneyEvent[]>;

  /** Events as they happen. Reconnects by itself; throws what no retry can mend. */
  live?(address: string, signal: AbortSignal): AsyncIterable<LiveSignal<JourneyEvent>>;

  /** Who holds the address under any of its forms, given in the order to prefer them; all who do, if several. */
  person?(candidates: readonly string[], signal: AbortSignal): Promise<PersonMatch>;

  /** Without a `personId` by the address alone. `undefined` when nothing is known or no template exists. */
  profile?(personId: string, address: string, signal: AbortSignal): Promise<Profile | undefined>;

  /** The profile whenever it changes. Like `live`. */
  liveProfile?(address: string, signal: AbortSignal): AsyncIterable<LiveSignal<Profile>>;

  /** What is kept of these contacts besides their events, in portions, the first ones first; not all may be known. */
  records?(contacts: readonly InteractionStart[], signal: AbortSignal): AsyncIterable<readonly InteractionRecord[]>;

  /** Changes a person, whatever others change meanwhile; one edit after another. Rejects when `signal` aborts. */
  edit?(person: Person, edit: PersonEdit, signal: AbortSignal): Promise<EditOutcome>;

  /** Whether this token may merge persons; the service is asked once per token. */
  mayMerge?(person: Person, signal: AbortSignal): Promise<boolean>;

  /** Gives the aliases of `other` to `primary`, who is returned; there is no way back. */
  merge?(primary: Person, other: Person, signal: AbortSignal): Promise<Person>;
}
