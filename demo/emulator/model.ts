import type { AliasType, CloudEvent, Template } from './cloud-event.js';

/** An alias of a person. */
export interface Alias {
  /** `undefined` for an alias of an older person, which has no type. */
  readonly type: AliasType | undefined;
  readonly value: string;
}

/** A person of a project. Times are ISO times. */
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

/** The identity graph of one project: an alias belongs to at most one person. */
export interface Persons {
  list(): readonly Person[];
  /** @throws Refusal 404 */
  get(id: string): Person;
  byAlias(value: string): Person | undefined;
  create(fields: PersonFields): Person;
  /**
   * @throws Refusal 409 for an alias that this person already has; for another person's, the status in
   * `conflictStatus`.
   */
  save(person: Person): Person;
  remove(id: string): Person;
  /** Moves the aliases of the others to the primary person and removes the others. */
  merge(primaryId: string, otherIds: readonly string[]): Person;
  /** The person with an alias; for an unknown alias, a person without a name is created. */
  holderOf(alias: Alias): Person;
}

/** An event with its time. */
export interface StoredEvent {
  readonly event: CloudEvent;
  /** Epoch milliseconds: the event's own time, else its payload's, else when it arrived. */
  readonly at: number;
}

/** The events of one project. They are only added, never changed. */
export interface Events {
  add(event: CloudEvent, receivedAt: number): StoredEvent;
  /** In the order of arrival under each alias; all events without aliases. */
  of(aliases?: readonly string[]): readonly StoredEvent[];
  /** The alias under which earlier events of an interaction are stored. */
  identityOfTask(taskId: string): string | undefined;
}

/** Behavior of the real service that is not documented, so that a client can be tested with every variant. */
export interface Habits {
  /** The number of the first page; with 1, page 0 returns the same as page 1. Default 0. */
  pageBase: 0 | 1;
  /** The maximum page size, also used if none is asked for. Default 1000. */
  maxPageSize: number;
  /** The order of events if none is asked for. Default `newest`. */
  order: 'newest' | 'oldest' | 'random';
  /** What `meta.resultCount` counts. Default `page`. */
  resultCount: 'page' | 'total';
  /** Whether the live stream has the events of the person's other aliases too. Default true. */
  streamFollowsGraph: boolean;
  /** Whether the removal of an alias by position is refused if another value has that position. Default false. */
  checksRemovedValue: boolean;
  /** The maximum number of aliases per kind after a patch; `Infinity` for no limit. Default 5. */
  aliasLimit: number;
  /** The HTTP status if an alias belongs to another person; with 409, the body only says `409`. Default 400. */
  conflictStatus: 400 | 409;
}

/** A project with its customers, their events, and the templates of their profiles. */
export interface Project {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** The subscriptions of the connector; empty if the project receives no contact-center events. */
  readonly subscriptionIds: readonly string[];
  readonly persons: Persons;
  readonly events: Events;
  /** By ID, in the order of creation. */
  readonly templates: Map<string, Template>;
}
