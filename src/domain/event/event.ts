import { isRecord } from '../base/json.js';

/** Where an event's time was found; the later ones are less certain. */
export type TimeOrigin = 'event' | 'payload' | 'received';

/** One CloudEvent of a journey, read once at the edge. */
export interface JourneyEvent {
  /** Tells events apart, see `eventKey`. */
  readonly key: string;
  /** `id` of the CloudEvent; empty if it has none. IDs can repeat. */
  readonly id: string;
  /** `source` of the CloudEvent: who published it. */
  readonly source: string;
  /** `type` of the CloudEvent, for example `task:new`. */
  readonly type: string;
  /** Epoch milliseconds. */
  readonly time: number;
  /** Where the time was found. */
  readonly timeFrom: TimeOrigin;
  /** The alias the event is stored under; not always the one asked for. */
  readonly identity: string;
  /** The kind of the alias, in the vendor's words, for example `phone`. */
  readonly identityType: string;
  /** The payload; `{}` when there is none. Anything in it may be of any type. */
  readonly data: Readonly<Record<string, unknown>>;
  /** As received, so that every field can be reached. */
  readonly raw: unknown;
  /** False when this was no event at all: only `raw` says something. */
  readonly readable: boolean;
}

/** The payload's text at `name`, trimmed; `undefined` when absent, empty or no text. */
export function textOf(data: JourneyEvent['data'], name: string): string | undefined {
  const value = Object.hasOwn(data, name) ? data[name] : undefined;
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** The contact the event belongs to. */
export const taskIdOf = ({ data }: Pick<JourneyEvent, 'data'>): string | undefined => textOf(data, 'taskId');

/** A stranger's payload may be nested deeper than `JSON.stringify` can follow; one such event must not end a journey. */
function contentOf(value: unknown): unknown {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return isRecord(value) ? Object.keys(value) : '';
  }
}

/**
 * Ids repeat in real journeys, so more than `source` and `id` tells events apart. The time counts only where the event
 * itself names one: the moment of arrival differs between history and stream. What has no id is told apart by content.
 */
export function eventKey(event: Omit<JourneyEvent, 'key'>): string {
  const { source, id, type, time, timeFrom, data, raw, readable } = event;
  const own = id || contentOf(readable ? data : raw);
  return JSON.stringify([source, own, type, timeFrom === 'received' ? '' : time, taskIdOf(event) ?? '']);
}

const taskSequence = [
  'task:new',
  'task:parked',
  'task:connect',
  'task:connected',
  'task:on-hold',
  'task:hold-done',
  'task:consulting',
  'task:consult-done',
  'task:conferencing',
  'task:conference-done',
  'task:conference-transferred',
  'task:failed',
  'task:ended',
];

/** Where an event type stands in a contact's natural course; -1 for all that is not part of it. */
const sequenceOf = (type: string): number =>
  taskSequence.indexOf(type === 'conference-done' ? 'task:conference-done' : type);

/** Sort order of a timeline: time, then the natural sequence of a contact's events, then key. */
export function newestFirst(a: JourneyEvent, b: JourneyEvent): number {
  if (a.time !== b.time) return b.time - a.time;
  const sequence = sequenceOf(b.type) - sequenceOf(a.type);
  if (sequence !== 0) return sequence;
  return a.key < b.key ? 1 : a.key > b.key ? -1 : 0;
}
