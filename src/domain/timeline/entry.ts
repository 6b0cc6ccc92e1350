import type { JourneyEvent } from '../event/event.js';
import { newestFirst } from '../interaction/event-order.js';
import { facetsOfEvent, facetsOfInteraction, type Facets } from './facets.js';
import type { Interaction } from '../interaction/interaction.js';

interface Placed {
  readonly key: string;
  /** The time of the latest event, epoch milliseconds. Entries are sorted by it. */
  readonly time: number;
  readonly facets: Facets;
}

/** An interaction with all its events. */
export interface InteractionEntry extends Placed {
  readonly kind: 'interaction';
  readonly interaction: Interaction;
}

interface EventEntry extends Placed {
  readonly kind: 'event';
  readonly event: JourneyEvent;
}

/** One line of the timeline: an interaction with all its events, or a single event. Never changed, only replaced. */
export type Entry = InteractionEntry | EventEntry;

const keyOfTask = 'task ';

/** The task ID in an entry's key; `undefined` for a single event. */
export const taskIdIn = (key: string): string | undefined =>
  key.startsWith(keyOfTask) ? key.slice(keyOfTask.length) : undefined;

/** The entry of an interaction. */
export const entryOfInteraction = (interaction: Interaction): Entry => ({
  kind: 'interaction',
  key: keyOfTask + interaction.taskId,
  time: interaction.latestAt,
  facets: facetsOfInteraction(interaction),
  interaction,
});

/** The entry of a single event. */
export const entryOfEvent = (event: JourneyEvent): Entry => ({
  kind: 'event',
  key: event.key,
  time: event.time,
  facets: facetsOfEvent(event),
  event,
});

/** All events of an entry, newest first. */
export const eventsOf = (entry: Entry): readonly JourneyEvent[] =>
  entry.kind === 'interaction' ? entry.interaction.events : [entry.event];

const latestOf = (entry: Entry): JourneyEvent => eventsOf(entry)[0]!;

/** Sorts entries by their latest event. */
export const oldestFirst = (a: Entry, b: Entry): number => newestFirst(latestOf(b), latestOf(a));

/** The entries in which insights are found, each list oldest first. */
export interface TimelineEntries {
  readonly all: readonly Entry[];
  readonly contacts: readonly InteractionEntry[];
  /** The entries that say how the customer felt. */
  readonly opinions: readonly Entry[];
}
