import type { Channel } from '../domain/channel.js';
import type { Connection } from '../domain/connection.js';
import type { JourneyErrorKind } from '../domain/error.js';
import type { Dimension } from '../domain/facets.js';
import type { TimeFrame } from '../domain/filter.js';
import type { Outcome } from '../domain/interaction.js';
import type { LegKind } from '../domain/legs.js';
import type { AliasKind } from '../domain/person.js';

/** What went wrong, in words for the agent, and what to do next. */
export interface Explanation {
  readonly title: string;
  readonly text: string;
  readonly next: string;
}

/** Situations in which there is no customer to show. */
export type EmptyState = 'no-task' | 'anonymous' | 'masked' | 'signing-in';

export type Direction = 'inbound' | 'outbound';

/** Every word Wayline shows. Times and durations arrive as finished text, counts as numbers. */
export interface Messages {
  /** BCP 47 tag of the language the words are in. */
  readonly language: string;
  readonly refresh: string;
  readonly tryAgain: string;
  tryAgainIn(seconds: number): string;
  readonly copy: string;
  readonly copied: string;
  readonly choose: string;
  readonly nothing: string;
  readonly loading: string;
  readonly separator: string;
  /** What is shown was true at this time. */
  asOf(time: string): string;
  showingAsOf(time: string): string;
  trackingId(id: string): string;
  /** From one time of day to another. */
  range(from: string, to: string): string;

  readonly header: {
    readonly unknownPerson: string;
    readonly unnamed: string;
    readonly anonymous: string;
    readonly whoIsIt: string;
    readonly failed: string;
    matchedBy(kind: string): string;
    aliases(count: number): string;
    nobodyHolds(kind: AliasKind): string;
    share(count: number, address: string): string;
  };

  readonly now: {
    /** What the agent is doing, by channel; `undefined` where the desktop does not say. */
    doing(channel: Channel | undefined): string;
    readonly ended: string;
    queue(name: string): string;
  };

  readonly profile: {
    readonly heading: string;
    readonly failed: string;
    readonly empty: string;
    readonly unavailable: string;
    showAll(count: number): string;
    readonly showFewer: string;
  };

  readonly identity: {
    readonly heading: string;
    readonly failed: string;
    readonly matched: string;
    readonly whoIsIt: string;
    readonly noAliases: string;
    choosePerson(name: string): string;
  };
  readonly aliasKinds: Readonly<Record<AliasKind, string>>;

  readonly timeline: {
    readonly label: string;
    readonly loadingMore: string;
    readonly emptyTitle: string;
    readonly emptyText: string;
    /** The filter lets nothing through. */
    readonly nothingFound: string;
    readonly nothingFoundText: string;
    readonly failed: string;
    readonly failedOlder: string;
    /** Heading while the live connection is refused. */
    readonly notLive: string;
    /** What happens instead of live events. */
    readonly polled: string;
    /** What an administrator does when only the live connection is forbidden. */
    readonly liveForbidden: string;
    /** Where events may be missing; `from` is undefined when everything before may be. */
    gap(from: string | undefined, to: string): string;
    readonly load: string;
    newEvents(count: number): string;
  };
  readonly filters: {
    /** Names the row of chips. */
    readonly label: string;
    readonly search: string;
    searchIn(entries: number): string;
    readonly clearSearch: string;
    readonly frame: string;
    readonly frames: Readonly<Record<TimeFrame, string>>;
    /** Names the button that opens the further filters. */
    more(chosen: number): string;
    all(entries: number): string;
    matching(shown: number, entries: number): string;
    readonly clear: string;
    /** Stands before what is taken back. */
    readonly remove: string;
    count(entries: number): string;
    readonly groups: Readonly<Record<Exclude<Dimension, 'channel'> | 'order', string>>;
    readonly kinds: Readonly<Record<'contact' | 'agent' | 'event', string>>;
    readonly directions: Readonly<Record<Direction, string>>;
    readonly orders: Readonly<Record<'newest-first' | 'oldest-first', string>>;
  };
  readonly activity: {
    heading(frame: TimeFrame): string;
    /** Names the two ends of what is chosen. */
    readonly from: string;
    readonly to: string;
    clear(range: string): string;
    /** What the strip shows: how many entries from which day to which, and of each channel. */
    summary(entries: number, from: string, to: string, channels: readonly (readonly [Channel, number])[]): string;
    busiest(when: string, entries: number): string;
  };
  readonly connection: Readonly<Record<Connection['status'], string>>;
  reconnectingIn(seconds: number): string;

  readonly directions: Readonly<Record<Direction, string>>;
  readonly channels: Readonly<Record<Channel, string>>;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly legs: Readonly<Record<LegKind, string>>;
  /** What an event of the contact center says, by its type. */
  readonly eventTypes: Readonly<Record<string, string>>;

  readonly entry: {
    interaction(channel: Channel, direction: Direction | undefined): string;
    missed(channel: Channel): string;
    transferred(title: string): string;
    answered(title: string): string;
    custom(source: string | undefined): string;
    readonly unreadable: string;
    agent(state: string): string;
    abandonedAfter(duration: string, queue: string | undefined): string;
    withYouSince(time: string): string;
    /** Where an ongoing contact stands since a time. */
    since(leg: LegKind, time: string): string;
    readonly noReply: string;
    events(count: number): string;
    /** Legend of the bar: what took how long. */
    leg(kind: LegKind, duration: string): string;
    readonly course: string;
  };

  readonly details: {
    readonly queue: string;
    readonly direction: string;
    readonly channel: string;
    readonly started: string;
    readonly ended: string;
    readonly duration: string;
    readonly outcome: string;
    readonly taskId: string;
    readonly time: string;
    /** Heading of what surrounds the payload: id, type, source. */
    readonly envelope: string;
    readonly raw: string;
    readonly tooDeep: string;
    /** How many fields only the raw data shows. */
    more(count: number): string;
    readonly timeReceived: string;
    readonly timePayload: string;
  };

  readonly states: Readonly<Record<EmptyState, Explanation>>;
  readonly errors: Readonly<Record<JourneyErrorKind, Explanation>>;
}
