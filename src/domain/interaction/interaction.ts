import { channelNamed, channelOf, isContactCenterEvent, type Channel } from '../event/channel.js';
import { hasUiData } from '../event/ui-data.js';
import { endedByOf, type EndedBy } from './ended-by.js';
import { taskIdOf, textOf, type JourneyEvent } from '../event/event.js';
import { newestFirst } from './event-order.js';
import type { Transfer } from './transfer.js';
import { legsFrom, type InteractionLegs } from './legs.js';
import { queuesOf } from './queues.js';
import { sentimentOf, type Sentiment } from '../event/sentiment.js';
import type { Leg } from './leg.js';
import { taskEventOf, taskEventType } from './task-events.js';

/** Who began an interaction: the customer (`inbound`) or the contact center. */
export type Direction = 'inbound' | 'outbound';

/** `unknown`: no end was received, and the last event is too old for an ongoing interaction. */
export type Outcome = 'ongoing' | 'answered' | 'transferred' | 'abandoned' | 'not-answered' | 'failed' | 'unknown';

/** The events of one task ID, read together. */
export interface Interaction {
  readonly taskId: string;
  readonly channel: Channel;
  /** From the earliest event that names a direction. */
  readonly direction: Direction | undefined;
  /** The last queue: its name if an event has it, else its ID. */
  readonly queue: string | undefined;
  /** All queues in order. The last one is `queue`. */
  readonly queues: readonly string[];
  readonly startedAt: number;
  /** Time of the latest event: where the interaction stands in the timeline. */
  readonly latestAt: number;
  readonly endedAt: number | undefined;
  readonly outcome: Outcome;
  /** Undefined if no event names it. */
  readonly endedBy: EndedBy | undefined;
  /** Why it ended or failed, in the contact center's words. */
  readonly reason: string | undefined;
  /** Oldest first. */
  readonly transfers: readonly Transfer[];
  /** IDs of the agents who served the customer, in order, each once. */
  readonly agents: readonly string[];
  readonly sentiment: Sentiment | undefined;
  /** Oldest first, without overlaps and without empty legs. */
  readonly legs: readonly Leg[];
  /** Newest first. */
  readonly events: readonly JourneyEvent[];
}

/** An end may get lost. After an hour without an event the interaction is not ongoing any more. */
const silenceLimit = 60 * 60 * 1000;

const interactionTypes = /^(?:task|task-message|agent|capture|empath):/;

/** Sent after an interaction, or beside it: no sign that it goes on. */
const afterthoughts = /^(?:capture|empath):/;

/**
 * The interaction that an event belongs to; `undefined` for an event that stands alone. A custom event may name an
 * interaction and borrow its event types. If it has its own `uiData`, it does not belong to the interaction.
 */
export const taskIdOfInteraction = (event: JourneyEvent): string | undefined =>
  isOfContactCenter(event) && !hasUiData(event) ? taskIdOf(event) : undefined;

const isOfContactCenter = (event: JourneyEvent): boolean =>
  isContactCenterEvent(event) || interactionTypes.test(event.type) || taskEventType(event.type) !== undefined;

/**
 * Derives the interaction from at least one event of one task ID, in any order and with repeats. `now`: epoch milliseconds.
 *
 * @param attended the agent is in this interaction now, so silence proves nothing
 */
export function interactionFrom(events: readonly JourneyEvent[], now: number, attended = false): Interaction {
  const byKey = new Map<string, JourneyEvent>();
  for (const event of events) byKey.set(event.key, event);
  const known = [...byKey.values()].sort(newestFirst);
  const oldestFirst = [...known].reverse();
  const [first] = oldestFirst;
  const [latest] = known;
  if (first === undefined || latest === undefined) throw new RangeError('An interaction needs at least one event');
  const direction = directionOf(oldestFirst);
  const channel = channelOfAll(known);
  const queueIn = queuesOf(oldestFirst);
  const queues = [...queueIn.values()];
  const derived = legsFrom(oldestFirst, leadInOf(channel, direction, known), queueIn);
  const { agents, endedAt, ending, legs, transfers } = derived;
  const sign = known.find(({ type }) => !afterthoughts.test(type));
  const alive = attended || (sign !== undefined && now - sign.time < silenceLimit);
  return {
    taskId: taskIdOf(latest) ?? '',
    channel,
    direction,
    queue: queues.at(-1),
    queues: queues.filter((queue, index) => queue !== queues[index - 1]),
    startedAt: first.time,
    latestAt: latest.time,
    endedAt,
    outcome: outcomeOf(derived, alive, direction),
    endedBy: ending && endedByOf(ending),
    reason: ending && textOf(ending.data, 'reason'),
    transfers,
    agents,
    sentiment: sentimentOf(known),
    legs: alive || sign === undefined ? legs : stopped(legs, sign.time),
    events: known,
  };
}

/** The kind of leg before the first queue or agent. A callback waits for an agent before the customer's phone rings. */
function leadInOf(
  channel: Channel,
  direction: Interaction['direction'],
  events: readonly JourneyEvent[],
): 'ivr' | 'queue' | 'ringing' {
  const isCallback = events.some(({ data }) => textOf(data, 'outboundType')?.toLowerCase() === 'callback');
  if (direction === 'outbound' && !isCallback) return 'ringing';
  return direction !== 'outbound' && channel === 'voice' ? 'ivr' : 'queue';
}

/** The real end of such a leg is not known. It lasted at least until the last event. */
const stopped = (legs: readonly Leg[], at: number): readonly Leg[] =>
  legs.map((leg) => ({ ...leg, to: leg.to ?? at })).filter(({ from, to }) => to > from);

function outcomeOf(
  { answered, endedAt, ending, offers, transfers }: InteractionLegs,
  alive: boolean,
  direction: Interaction['direction'],
): Outcome {
  if (ending && taskEventOf(ending.type).ends === 'failed') return 'failed';
  if (endedAt === undefined) return alive ? 'ongoing' : 'unknown';
  if (transfers.length > 0) return 'transferred';
  if (answered) return 'answered';
  // After several offers the agents did not answer; outbound the customer did not.
  return offers > 1 || direction === 'outbound' ? 'not-answered' : 'abandoned';
}

/** A channel that an event names counts more than one that is guessed from another event. */
function channelOfAll(events: readonly JourneyEvent[]): Channel {
  const named = events.map(({ data }) => channelNamed(textOf(data, 'channelType')));
  const guessed = events.map(channelOf);
  return (
    named.find((channel) => channel !== undefined) ??
    guessed.find((channel) => channel !== 'agent' && channel !== 'custom') ??
    guessed[0] ??
    'custom'
  );
}

function directionOf(events: readonly JourneyEvent[]): Interaction['direction'] {
  const words = events.map(({ data }) => textOf(data, 'direction')?.toLowerCase());
  return words.find((word) => word === 'inbound' || word === 'outbound');
}
