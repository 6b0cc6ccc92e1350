import type { AliasType, CloudEvent, Template } from './cloud-event.js';

export interface Alias {
  /** `undefined` for an alias of an old person, known without its type. */
  readonly type: AliasType | undefined;
  readonly value: string;
}

export interface Person {
  readonly id: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly aliases: readonly Alias[];
  readonly createdAt: string;
  readonly createdBy: string;
  readonly updatedAt: string;
  readonly updatedBy: string;
}

export type PersonFields = Partial<Pick<Person, 'firstName' | 'lastName' | 'aliases' | 'createdBy'>>;

/** The identity graph of one project: an alias belongs to one person at most. */
export interface Persons {
  list(): readonly Person[];
  /** @throws Refusal 404 */
  get(id: string): Person;
  byAlias(value: string): Person | undefined;
  create(fields: PersonFields): Person;
  /** @throws Refusal 409 for an alias this person has already; for another's the status of `conflictStatus`. */
  save(person: Person): Person;
  remove(id: string): Person;
  /** Gives the aliases of the others to the primary person and forgets the others. */
  merge(primaryId: string, otherIds: readonly string[]): Person;
  /** The person of an alias; somebody without a name is created for an unknown one. */
  holderOf(alias: Alias): Person;
}

export interface StoredEvent {
  readonly event: CloudEvent;
  /** Epoch milliseconds: the event's own time, else its payload's, else when it arrived. */
  readonly at: number;
}

/** The events of one project: they are added, never changed. */
export interface Events {
  add(event: CloudEvent, receivedAt: number): StoredEvent;
  /** In the order they arrived under each alias; without aliases those of everybody. */
  of(aliases?: readonly string[]): readonly StoredEvent[];
  /** The alias that earlier events of a contact are stored under. */
  identityOfTask(taskId: string): string | undefined;
}

/** What no document says about the real service, so that a client can be tried against every answer. */
export interface Habits {
  /** Number of the first page; with 1, page 0 answers like page 1. Default 0. */
  pageBase: 0 | 1;
  /** Longest page, and the length of one when none is asked for. Default 1000. */
  maxPageSize: number;
  /** Order of events when none is asked for. Default `newest`. */
  order: 'newest' | 'oldest' | 'random';
  /** What `meta.resultCount` counts. Default `page`. */
  resultCount: 'page' | 'total';
  /** Whether the live stream brings the events of the person's other aliases too. Default true. */
  streamFollowsGraph: boolean;
  /** Whether the removal of an alias by position is refused when another value stands there. Default false. */
  checksRemovedValue: boolean;
  /** How many aliases of a kind a patch may leave a person; `Infinity` for any. Default 5. */
  aliasLimit: number;
  /** HTTP status when an alias belongs to another person; with 409 the body says a bare `409`. Default 400. */
  conflictStatus: 400 | 409;
}

/** The administrator's project: its customers, their events, and the templates of their profiles. */
export interface Project {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Connector subscriptions; none: no contact-center events reach this project. */
  readonly subscriptionIds: readonly string[];
  readonly persons: Persons;
  readonly events: Events;
  /** By id, in order of creation. */
  readonly templates: Map<string, Template>;
}
