import { channelNamed, channelOf, isContactCenterEvent, type Channel } from '../event/channel.js';
import { hasUiData } from '../event/ui-data.js';
import { endedByOf, type EndedBy } from './ended-by.js';
import { newestFirst, taskIdOf, textOf, type JourneyEvent } from '../event/event.js';
import type { Transfer } from './transfer.js';
import { courseFrom, type InteractionCourse } from './legs.js';
import { queuesOf } from './queues.js';
import { sentimentOf, type Sentiment } from '../event/sentiment.js';
import type { Leg } from './leg.js';

/** `unknown`: no end was ever received, and too much time has passed for it to go on still. */
export type Outcome = 'ongoing' | 'answered' | 'transferred' | 'abandoned' | 'not-answered' | 'failed' | 'unknown';

/** The events of one task as one contact. */
export interface Interaction {
  readonly taskId: string;
  readonly channel: Channel;
  /** Who began it, as the earliest event that knows says. */
  readonly direction: 'inbound' | 'outbound' | undefined;
  /** Queue name where an event carries it, else its id; after a transfer that of the last queue. */
  readonly queue: string | undefined;
  /** Each queue in its turn, the last one is `queue`. */
  readonly queues: readonly string[];
  readonly startedAt: number;
  /** Time of the latest event: where the interaction stands in the timeline. */
  readonly latestAt: number;
  readonly endedAt: number | undefined;
  readonly outcome: Outcome;
  /** Undefined where nobody says so. */
  readonly endedBy: EndedBy | undefined;
  /** Why it ended or failed, in the contact center's words. */
  readonly reason: string | undefined;
  /** Oldest first. */
  readonly handovers: readonly Transfer[];
  /** Ids of the agents who were with the customer, in order, each once. */
  readonly agents: readonly string[];
  readonly sentiment: Sentiment | undefined;
  /** Oldest first, without overlaps; stretches of no length are left out. */
  readonly legs: readonly Leg[];
  /** Newest first. */
  readonly events: readonly JourneyEvent[];
}

/** An end may get lost on its way; after an hour without a sign of life the contact is not called ongoing any more. */
const silenceLimit = 60 * 60 * 1000;

const contactTypes = /^(?:task|task-message|agent|capture|empath):|^conference-done$/;

/** What happens after a contact, or beside it: no sign that it goes on. */
const afterthoughts = /^(?:capture|empath):/;

/**
 * The contact an event is part of; `undefined` for one that stands alone. Custom events may name the contact they
 * happened in and even borrow its event types, but what brings its own `uiData` is no part of the contact's course.
 */
export const taskIdOfInteraction = (event: JourneyEvent): string | undefined =>
  (isContactCenterEvent(event) || contactTypes.test(event.type)) && !hasUiData(event) ? taskIdOf(event) : undefined;

/**
 * Makes one contact of the events of one task, at least one, in any order and with repeats; `now` in epoch milliseconds.
 *
 * @param attended whether the agent is in this very contact, so that silence proves nothing
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
  const channel = contactChannel(known);
  const queueIn = queuesOf(oldestFirst);
  const queues = [...queueIn.values()];
  const course = courseFrom(oldestFirst, leadInOf(channel, direction, known), queueIn);
  const { agents, endedAt, ending, handovers } = course;
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
    outcome: outcomeOf(course, alive, direction),
    endedBy: ending && endedByOf(ending),
    reason: ending && textOf(ending.data, 'reason'),
    handovers,
    agents,
    sentiment: sentimentOf(known),
    legs: alive || sign === undefined ? course.legs : stopped(course.legs, sign.time),
    events: known,
  };
}

/** What the time before the first queue or agent is. A callback waits for an agent before anybody's phone rings. */
function leadInOf(
  channel: Channel,
  direction: Interaction['direction'],
  events: readonly JourneyEvent[],
): 'ivr' | 'queue' | 'ringing' {
  const isCallback = events.some(({ data }) => textOf(data, 'outboundType')?.toLowerCase() === 'callback');
  if (direction === 'outbound' && !isCallback) return 'ringing';
  return direction !== 'outbound' && channel === 'voice' ? 'ivr' : 'queue';
}

/** Nobody knows how long a leg without an end was, but it went on until the last sign of the contact. */
const stopped = (legs: readonly Leg[], at: number): readonly Leg[] =>
  legs.map((leg) => ({ ...leg, to: leg.to ?? at })).filter(({ from, to }) => to > from);

function outcomeOf(
  { answered, endedAt, ending, handovers, offers }: InteractionCourse,
  alive: boolean,
  direction: Interaction['direction'],
): Outcome {
  if (ending?.type === 'task:failed') return 'failed';
  if (endedAt === undefined) return alive ? 'ongoing' : 'unknown';
  if (handovers.length > 0) return 'transferred';
  if (answered) return 'answered';
  // Offered again and again it was the agents who did not answer; outbound it was the customer.
  return offers > 1 || direction === 'outbound' ? 'not-answered' : 'abandoned';
}

/** What one event says outright counts more than what another one lets guess. */
function contactChannel(events: readonly JourneyEvent[]): Channel {
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
