import type { JourneyEvent } from '../event/event.js';
import { newestFirst } from '../interaction/event-order.js';
import { facetsOfEvent, facetsOfInteraction, type Facets } from './facets.js';
import type { Interaction } from '../interaction/interaction.js';

interface Placed {
  readonly key: string;
  /** Epoch milliseconds of the latest event: where the entry stands. */
  readonly time: number;
  readonly facets: Facets;
}

/** A contact with all its events. */
export interface InteractionEntry extends Placed {
  readonly kind: 'interaction';
  readonly interaction: Interaction;
}

interface EventEntry extends Placed {
  readonly kind: 'event';
  readonly event: JourneyEvent;
}

/** One line of the timeline: a contact with all its events, or an event that stands alone. Never changed, but replaced. */
export type Entry = InteractionEntry | EventEntry;

const keyOfTask = 'task ';

/** The contact behind an entry's key; `undefined` for an event that stands alone. */
export const taskIdIn = (key: string): string | undefined =>
  key.startsWith(keyOfTask) ? key.slice(keyOfTask.length) : undefined;

export const entryOfInteraction = (interaction: Interaction): Entry => ({
  kind: 'interaction',
  key: keyOfTask + interaction.taskId,
  time: interaction.latestAt,
  facets: facetsOfInteraction(interaction),
  interaction,
});

export const entryOfEvent = (event: JourneyEvent): Entry => ({
  kind: 'event',
  key: event.key,
  time: event.time,
  facets: facetsOfEvent(event),
  event,
});

/** All that is told in one entry, newest first. */
export const eventsOf = (entry: Entry): readonly JourneyEvent[] =>
  entry.kind === 'interaction' ? entry.interaction.events : [entry.event];

const latestOf = (entry: Entry): JourneyEvent => eventsOf(entry)[0]!;

/** Entries stand where their latest event does. */
export const oldestFirst = (a: Entry, b: Entry): number => newestFirst(latestOf(b), latestOf(a));

/** The entries of a journey that can prove something, each list oldest first. */
export interface TimelineEntries {
  readonly all: readonly Entry[];
  readonly contacts: readonly InteractionEntry[];
  /** Those that say how the customer felt. */
  readonly opinions: readonly Entry[];
}
