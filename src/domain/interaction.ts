import { channelNamed, channelOf, isContactCenterEvent, type Channel } from './channel.js';
import { hasUiData } from './details.js';
import { newestFirst, taskIdOf, textOf, type JourneyEvent } from './event.js';
import { courseOf, wrapUpOf, type Course, type Leg } from './legs.js';

/** `unknown`: no end was ever received, and too much time has passed for it to go on still. */
export type Outcome = 'ongoing' | 'answered' | 'transferred' | 'abandoned' | 'not-answered' | 'failed' | 'unknown';

/** The events of one task as one contact. */
export interface Interaction {
  readonly taskId: string;
  readonly channel: Channel;
  readonly direction: 'inbound' | 'outbound' | undefined;
  /** Queue name where an event carries it, else its id; after a transfer that of the last queue. */
  readonly queue: string | undefined;
  readonly startedAt: number;
  /** Time of the latest event: where the interaction stands in the timeline. */
  readonly latestAt: number;
  readonly endedAt: number | undefined;
  readonly outcome: Outcome;
  /** How often the customer was handed on, blind or warm. */
  readonly transfers: number;
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
export const contactOf = (event: JourneyEvent): string | undefined =>
  (isContactCenterEvent(event) || contactTypes.test(event.type)) && !hasUiData(event) ? taskIdOf(event) : undefined;

/** Makes one contact of the events of one task, at least one, in any order and with repeats; `now` in epoch milliseconds. */
export function interactionFrom(events: readonly JourneyEvent[], now: number): Interaction {
  const byKey = new Map<string, JourneyEvent>();
  for (const event of events) byKey.set(event.key, event);
  const known = [...byKey.values()].sort(newestFirst);
  const oldestFirst = [...known].reverse();
  const [first] = oldestFirst;
  const [latest] = known;
  if (first === undefined || latest === undefined) throw new RangeError('A contact has at least one event');
  const direction = directionOf(known);
  const channel = contactChannel(known);
  const course = courseOf(oldestFirst, direction === 'outbound' ? 'ringing' : channel === 'voice' ? 'ivr' : 'queue');
  const sign = known.find(({ type }) => !afterthoughts.test(type));
  const alive = sign !== undefined && now - sign.time < silenceLimit;
  const wrapUp = wrapUpOf(oldestFirst, course);
  const endedAt = course.endedAt ?? wrapUp?.from;
  return {
    taskId: taskIdOf(latest) ?? '',
    channel,
    direction,
    queue: queueOf(known),
    startedAt: first.time,
    latestAt: latest.time,
    endedAt,
    outcome: outcomeOf(course, endedAt, alive, direction),
    transfers: course.transfers,
    legs: [
      ...course.legs,
      ...(course.open === undefined ? [] : visible({ ...course.open, to: endedAt }, alive)),
      ...(wrapUp === undefined ? [] : visible({ kind: 'wrap-up', ...wrapUp }, alive)),
    ],
    events: known,
  };
}

/** A leg without an end lasts while the contact is alive; once that was lost sight of, nobody knows how long it was. */
const visible = (leg: Leg, alive: boolean): readonly Leg[] =>
  (leg.to === undefined ? alive : leg.to > leg.from) ? [leg] : [];

function outcomeOf(
  { failed, answered, offers, transfers }: Course,
  endedAt: number | undefined,
  alive: boolean,
  direction: Interaction['direction'],
): Outcome {
  if (failed) return 'failed';
  if (endedAt === undefined) return alive ? 'ongoing' : 'unknown';
  if (transfers > 0) return 'transferred';
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

function queueOf(events: readonly JourneyEvent[]): string | undefined {
  const queues = events.map(({ data }) => ({ id: textOf(data, 'queueId'), name: textOf(data, 'queueName') }));
  const last = queues.find(({ id, name }) => id !== undefined || name !== undefined);
  return last?.name ?? queues.find(({ id, name }) => name !== undefined && id === last?.id)?.name ?? last?.id;
}
