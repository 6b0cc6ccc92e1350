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

/** Situations without a customer to show. */
export type EmptyState = 'no-task' | 'anonymous' | 'masked' | 'signing-in';

/**
 * The texts of the first view. Times and durations are passed as formatted text, numbers as numbers. `count` decides
 * between singular and plural. Each language has a catalogue with the texts.
 */
export interface FirstMessages {
  /** BCP 47 tag of the texts, dates and numbers; not part of a catalogue. */
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
  /** The time of data that might be stale. */
  readonly asOf: Says<{ time: string }>;
  /** The customer's local time; `place` is a city, `day` is "tomorrow" or a date. */
  readonly there: Says<{ time: string; place: string }>;
  readonly thereOnDay: Says<{ time: string; place: string; day: string }>;
  readonly showingAsOf: Says<{ time: string }>;
  /** The deferred part (profile, aliases, notices, details) could not be loaded. */
  readonly partFailed: { readonly title: string; readonly text: string };
  /** Any error, before the texts of its kind are loaded. */
  readonly failure: Explanation;
  readonly trackingId: Says<{ id: string }>;
  /** A time of day to another one. */
  readonly range: Says<{ from: string; to: string }>;

  readonly header: {
    readonly unnamed: string;
    readonly anonymous: string;
    /** Label of the button that opens the look-up. */
    readonly lookUp: string;
    readonly whoIsIt: string;
    readonly failed: string;
    readonly matchedBy: Says<{ kind: string }>;
    /** The matched form, if it differs from the one shown. */
    readonly matchedAs: Says<{ kind: string; address: string }>;
    readonly aliases: Says<{ count: number }>;
    readonly nobodyHolds: { readonly number: string; readonly address: string };
    readonly share: Says<{ count: number; address: string }>;
  };

  readonly now: {
    /** What the agent is doing, by channel; `unknown` if the desktop does not say. */
    readonly doing: Readonly<Record<Channel | 'unknown', string>>;
    readonly ended: string;
    /** The stage of the task, when it is not talk. */
    readonly stages: Readonly<Record<Exclude<TaskStage['kind'], 'talk'>, string>>;
    /** How long the agent had an interaction that has ended. */
    readonly took: Says<{ duration: string }>;
    readonly queue: Says<{ name: string }>;
  };

  readonly aliasKinds: Readonly<Record<AliasKind, string>>;

  readonly timeline: {
    readonly label: string;
    readonly loadingMore: string;
    readonly emptyTitle: string;
    readonly emptyText: string;
    /** No entry passes the filter. */
    readonly nothingFound: string;
    readonly nothingFoundText: string;
    readonly failed: string;
    readonly failedOlder: string;
    /** Heading of the note about a refused live connection. */
    readonly notLive: string;
    /** Says that events are polled instead. */
    readonly polled: string;
    /** A time range in which events might be missing. */
    readonly gap: {
      readonly before: Says<{ time: string }>;
      readonly around: Says<{ time: string }>;
      readonly between: Says<{ from: string; to: string }>;
    };
    readonly load: string;
    /** Shown below the last entry. */
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
  /** Titles of contact center events, by event type. Each row of `taskEvents` needs one. */
  readonly eventTypes: Readonly<Record<TaskEventType, string> & Record<string, string>>;

  readonly entry: {
    /** Titles of interactions, by channel; `either` while the direction is not known. */
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
    /** The current leg of an ongoing interaction, with its start. */
    readonly since: Readonly<Record<LegKind, Says<{ time: string }>>>;
    readonly noReply: string;
    readonly wasAnswered: string;
    /** The wrap-up reason. */
    readonly wrapUp: Says<{ reason: string }>;
    /** The CSAT score; its scale is not known. */
    readonly csat: Says<{ score: number }>;
    readonly events: Says<{ count: number }>;
    /** One entry of the legend: name and duration. */
    readonly leg: Says<{ leg: string; duration: string }>;
    readonly course: string;
  };

  readonly states: Readonly<Record<EmptyState, Explanation>>;

  /** Loaded with the deferred part. */
  readonly agentStates?: DeferredMessages['agentStates'];
  readonly filters?: DeferredMessages['filters'];
  readonly lookUp?: DeferredMessages['lookUp'];
  readonly liveForbidden?: string;
  readonly errors?: DeferredMessages['errors'];
}

/** All texts. Complete once the deferred part is loaded. */
export type Messages = FirstMessages & DeferredMessages;

/** Catalogue of the texts of the first view. */
export type FirstWords = Words<Omit<FirstMessages, 'language' | keyof DeferredMessages>>;
