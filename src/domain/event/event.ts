import { isRecord } from '../base/json.js';

/** Where the time of an event was found; later values are less certain. */
export type TimeOrigin = 'event' | 'payload' | 'received';

/** One CloudEvent of a journey, read from the wire. */
export interface JourneyEvent {
  /** Identifies the event, see `eventKey`. */
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
  /** The alias that the event is stored under; it can differ from the alias that was asked for. */
  readonly identity: string;
  /** The kind of the alias, in the vendor's words, for example `phone`. */
  readonly identityType: string;
  /** The payload; `{}` if there is none. Its values can have any type. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The event as received, so that all fields can be shown. */
  readonly raw: unknown;
  /** False if this was not a valid event: then only `raw` has data. */
  readonly readable: boolean;
}

/** The payload's text at `name`, trimmed; `undefined` if it is missing, empty or not text. */
export function textOf(data: JourneyEvent['data'], name: string): string | undefined {
  const value = Object.hasOwn(data, name) ? data[name] : undefined;
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** The task ID of the contact that the event belongs to. */
export const taskIdOf = ({ data }: Pick<JourneyEvent, 'data'>): string | undefined => textOf(data, 'taskId');

/** Untrusted payloads can be nested deeper than `JSON.stringify` can follow. One such event must not stop a journey. */
function contentOf(value: unknown): unknown {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return isRecord(value) ? Object.keys(value) : '';
  }
}

/**
 * IDs repeat in real journeys, so the key has more parts than `source` and `id`. The time is part of it only if the
 * event itself has one: the time of arrival differs between history and stream. Without an ID, the content is the key.
 */
export function eventKey(event: Omit<JourneyEvent, 'key'>): string {
  const { source, id, type, time, timeFrom, data, raw, readable } = event;
  const own = id || contentOf(readable ? data : raw);
  return JSON.stringify([source, own, type, timeFrom === 'received' ? '' : time, taskIdOf(event) ?? '']);
}
