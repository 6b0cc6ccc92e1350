import type { InteractionRecord, InteractionStart } from '../domain/interaction/interaction-record.js';
import type { JourneyError } from '../domain/base/journey-error.js';
import type { JourneyEvent } from '../domain/event/event.js';
import type { EditOutcome, PersonEdit } from '../domain/person/person-edit.js';
import type { Person, PersonMatch } from '../domain/person/person.js';
import type { Profile } from '../domain/profile/profile.js';

/** A message of a live connection. `retrying`: it waits `inMs` milliseconds and then reconnects automatically. */
export type LiveSignal<T> =
  | { readonly kind: 'open' }
  | { readonly kind: 'message'; readonly value: T }
  | { readonly kind: 'retrying'; readonly inMs: number; readonly error: JourneyError | undefined };

/**
 * Where journeys come from. Every method rejects with a JourneyError; iterators end without an error when `signal`
 * aborts. A missing method means that the vendor has no such ability.
 */
export interface JourneySource {
  /** The events of an address, page by page, in any order, repeats possible. Ends after the last page. */
  history(address: string, signal: AbortSignal): AsyncIterable<readonly JourneyEvent[]>;

  /** Events as they happen. Reconnects automatically; throws errors that no retry can fix. */
  live?(address: string, signal: AbortSignal): AsyncIterable<LiveSignal<JourneyEvent>>;

  /** The person with the address in any of its forms, preferred form first; all persons if several have it. */
  person?(candidates: readonly string[], signal: AbortSignal): Promise<PersonMatch>;

  /**
   * With an empty `personId`, finds the profile by the address only. `undefined` if there is no profile or no template.
   */
  profile?(personId: string, address: string, signal: AbortSignal): Promise<Profile | undefined>;

  /** The profile whenever it changes. Errors and reconnects as in `live`. */
  liveProfile?(address: string, signal: AbortSignal): AsyncIterable<LiveSignal<Profile>>;

  /** The contact center's records of these interactions, in portions, in the given order; some may be missing. */
  records?(contacts: readonly InteractionStart[], signal: AbortSignal): AsyncIterable<readonly InteractionRecord[]>;

  /** Changes a person, also while other users change them; one edit after another. Rejects when `signal` aborts. */
  edit?(person: Person, edit: PersonEdit, signal: AbortSignal): Promise<EditOutcome>;

  /** Whether this token may merge persons; asks the service once per token. */
  mayMerge?(person: Person, signal: AbortSignal): Promise<boolean>;

  /** Merges the aliases of `other` into `primary` and returns that person. Cannot be undone. */
  merge?(primary: Person, other: Person, signal: AbortSignal): Promise<Person>;
}
