import { eventKey, type JourneyEvent, type TimeOrigin } from '../../../domain/event/event.js';
import { isRecord, type Fields } from '../../../domain/base/json.js';
import { parseJson, textFrom } from '../../../domain/base/parse-json.js';
import { itemsOf } from './envelope-wire.js';

/**
 * One CloudEvent in any of the formats of CJDS. `receivedAt`, epoch milliseconds, replaces a missing time. `undefined`
 * for a heartbeat; a value that cannot be read becomes an event with `readable: false`.
 */
export function readEvent(value: unknown, receivedAt: number): JourneyEvent | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (!isRecord(value)) return unreadable(value, receivedAt);
  if (isHeartbeat(value)) return undefined;
  const type = textFrom(value['type']);
  const data = readData(value['data']);
  return withKey({
    id: textFrom(value['id']),
    source: textFrom(value['source']),
    type,
    ...readTime(value['time'], data['createdTime'], receivedAt),
    identity: textFrom(value['identity']) || textFrom(value['person']),
    identityType: textFrom(value['identitytype']) || textFrom(value['identityType']),
    data,
    raw: value,
    readable: type !== '',
  });
}

/** One message of an event stream. */
export function readStreamMessage(text: string, receivedAt: number): JourneyEvent | undefined {
  const value = parseJson(text);
  if (typeof value === 'string') return readStreamMessage(value, receivedAt);
  if (typeof value === 'object') return readEvent(value, receivedAt);
  // Words and numbers are heartbeats. The incomplete text of an event is shown as unreadable.
  return /^\s*[{[]/.test(text) ? unreadable(text, receivedAt) : undefined;
}

/** The events of one page of history, without heartbeats. */
export const readHistoryPage = (answer: unknown, receivedAt: number): readonly JourneyEvent[] =>
  itemsOf(answer).flatMap((item) => readEvent(item, receivedAt) ?? []);

const withKey = (event: Omit<JourneyEvent, 'key'>): JourneyEvent => ({ ...event, key: eventKey(event) });

const unreadable = (raw: unknown, receivedAt: number): JourneyEvent =>
  withKey({
    id: '',
    source: '',
    type: '',
    time: receivedAt,
    timeFrom: 'received',
    identity: '',
    identityType: '',
    data: {},
    raw,
    readable: false,
  });

/** CJDS documents no heartbeat. Known forms: an empty object, or a type for it without identity and data. */
function isHeartbeat(value: Fields): boolean {
  if (Object.keys(value).length === 0) return true;
  return /^(heart-?beat|keep-?alive|ping)$/i.test(textFrom(value['type'])) && !value['identity'] && !value['data'];
}

/** The payload: an object, or the JSON text of one with any content type. Any other value is kept as `value`. */
function readData(data: unknown): JourneyEvent['data'] {
  if (isRecord(data)) return data;
  if (data === undefined || data === null || data === '') return {};
  if (typeof data !== 'string') return { value: data };
  const parsed = parseJson(data);
  return isRecord(parsed) || typeof parsed === 'string' || Array.isArray(parsed) ? readData(parsed) : { value: data };
}

function readTime(time: unknown, createdTime: unknown, receivedAt: number): { time: number; timeFrom: TimeOrigin } {
  const own = timeFrom(time);
  if (own !== undefined) return { time: own, timeFrom: 'event' };
  const payload = timeFrom(createdTime);
  if (payload !== undefined) return { time: payload, timeFrom: 'payload' };
  return { time: receivedAt, timeFrom: 'received' };
}

/** Smaller numbers (before 1973) are epoch times with digits missing, as in the vendor's own examples. */
const earliest = 1e11;
const latest = 8.64e15;

/** A longer text is not a time, and would be slow to check with the patterns below. */
const longestTime = 40;

/** An ISO time; everything after the day is optional. */
const isoTime = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(?:Z|([+-]\d\d):?(\d\d)?)?)?$/;

/** Epoch milliseconds from a number, its text, or an ISO time. A time without a zone is UTC, never the agent's zone. */
function timeFrom(value: unknown): number | undefined {
  const text = textFrom(value)
    .slice(0, longestTime + 1)
    .toUpperCase()
    .replace(' ', 'T');
  if (text === '' || text.length > longestTime) return undefined;
  const number = Number(text);
  if (!Number.isNaN(number)) return number >= earliest && number <= latest ? Math.trunc(number) : undefined;
  const [, day = '', clock = '00:00', hours = '+00', minutes = '00'] = isoTime.exec(text) ?? [];
  const midnight = Date.parse(day);
  // `Date.parse` reads the 30th of February as the 2nd of March.
  if (Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(day)) return undefined;
  const time = Date.parse(`${day}T${clock}${hours}:${minutes}`);
  return Number.isNaN(time) ? undefined : time;
}
