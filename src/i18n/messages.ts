import type { Channel } from '../domain/event/channel.js';
import type { Sentiment } from '../domain/event/sentiment.js';
import type { EndedBy } from '../domain/interaction/ended-by.js';
import type { Direction, Outcome } from '../domain/interaction/interaction.js';
import type { LegKind } from '../domain/interaction/leg.js';
import type { TaskEventType } from '../domain/interaction/task-events.js';
import type { AliasKind } from '../domain/person/person.js';
import type { Connection } from '../domain/status/connection.js';
import type { TaskStage } from '../domain/task/task.js';
import type { DeferredMessages } from './deferred-messages.js';
import type { Countdown, Explanation, Says, Words } from './phrase.js';

/** Situations in which there is no customer to show. */
export type EmptyState = 'no-task' | 'anonymous' | 'masked' | 'signing-in';

/**
 * What Wayline says at first sight. Times and durations arrive as finished text, numbers as numbers; `count` decides
 * between singular and plural. The words themselves stand in a catalogue of each language.
 */
export interface FirstMessages {
  /** BCP 47 tag of the language the words, dates and numbers are in; no word of a catalogue. */
  readonly language: string;
  readonly refresh: string;
  readonly tryAgain: string;
  readonly tryAgainIn: Countdown;
  readonly copy: string;
  readonly copied: string;
  readonly choose: string;
  readonly nothing: string;
  readonly loading: string;
  readonly separator: string;
  /** What is shown was true at this time. */
  readonly asOf: Says<{ time: string }>;
  /** What a clock shows where the customer is; `place` is a city, `day` as in "tomorrow" or a date. */
  readonly there: Says<{ time: string; place: string }>;
  readonly thereOnDay: Says<{ time: string; place: string; day: string }>;
  readonly showingAsOf: Says<{ time: string }>;
  /** Profile, aliases, notices and details come in a file of their own. */
  readonly partFailed: { readonly title: string; readonly text: string };
  /** Of any kind, while the words for it are not there. */
  readonly failure: Explanation;
  readonly trackingId: Says<{ id: string }>;
  /** From one time of day to another. */
  readonly range: Says<{ from: string; to: string }>;

  readonly header: {
    readonly unnamed: string;
    readonly anonymous: string;
    /** Names the button that looks up another customer than the one shown. */
    readonly lookUp: string;
    readonly whoIsIt: string;
    readonly failed: string;
    readonly matchedBy: Says<{ kind: string }>;
    /** By another form than the one that is shown. */
    readonly matchedAs: Says<{ kind: string; address: string }>;
    readonly aliases: Says<{ count: number }>;
    readonly nobodyHolds: { readonly number: string; readonly address: string };
    readonly share: Says<{ count: number; address: string }>;
  };

  readonly now: {
    /** What the agent is doing, by channel; `unknown` where the desktop does not say. */
    readonly doing: Readonly<Record<Channel | 'unknown', string>>;
    readonly ended: string;
    /** What goes on in place of talking. */
    readonly stages: Readonly<Record<Exclude<TaskStage['kind'], 'talk'>, string>>;
    /** How long the agent had a contact that has ended. */
    readonly took: Says<{ duration: string }>;
    readonly queue: Says<{ name: string }>;
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
    /** Where events may be missing. */
    readonly gap: {
      readonly before: Says<{ time: string }>;
      readonly around: Says<{ time: string }>;
      readonly between: Says<{ from: string; to: string }>;
    };
    readonly load: string;
    /** Stands below the last entry. */
    readonly end: string;
    readonly newEvents: Says<{ count: number }>;
  };
  readonly connection: Readonly<Record<Connection['status'], string>>;
  readonly reconnectingIn: Countdown;

  readonly directions: Readonly<Record<Direction, string>>;
  readonly channels: Readonly<Record<Channel, string>>;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly sentiments: Readonly<Record<Sentiment, string>>;
  readonly legs: Readonly<Record<LegKind, string>>;
  /** By the type of an event. Each row of `taskEvents` needs its words. */
  readonly eventTypes: Readonly<Record<TaskEventType, string> & Record<string, string>>;

  readonly entry: {
    /** What a contact is called, by channel; `either` while its direction is not known. */
    readonly titles: Readonly<Record<Channel, Readonly<Record<Direction | 'either' | 'missed', string>>>>;
    readonly transferred: Says<{ title: string }>;
    readonly transferredTo: Says<{ title: string; queue: string }>;
    readonly answered: Says<{ title: string }>;
    readonly custom: string;
    readonly unreadable: string;
    readonly agent: Says<{ state: string }>;
    readonly endedBy: Readonly<Record<EndedBy, string>>;
    readonly abandonedAfter: Says<{ duration: string }>;
    readonly abandonedInQueue: Says<{ duration: string; queue: string }>;
    readonly withYouSince: Says<{ time: string }>;
    /** Where an ongoing contact stands since a time. */
    readonly since: Readonly<Record<LegKind, Says<{ time: string }>>>;
    readonly noReply: string;
    readonly wasAnswered: string;
    /** The reason that an agent chose after the contact. */
    readonly wrapUp: Says<{ reason: string }>;
    /** The customer's satisfaction with the contact; on which scale is not known. */
    readonly csat: Says<{ score: number }>;
    readonly events: Says<{ count: number }>;
    /** Legend of the bar: what took how long. */
    readonly leg: Says<{ leg: string; duration: string }>;
    readonly course: string;
  };

  readonly states: Readonly<Record<EmptyState, Explanation>>;

  /** There once what comes later is there. */
  readonly agentStates?: DeferredMessages['agentStates'];
  readonly filters?: DeferredMessages['filters'];
  readonly lookUp?: DeferredMessages['lookUp'];
  readonly liveForbidden?: string;
  readonly errors?: DeferredMessages['errors'];
}

export type Messages = FirstMessages & DeferredMessages;

export type FirstWords = Words<Omit<FirstMessages, 'language' | keyof DeferredMessages>>;
