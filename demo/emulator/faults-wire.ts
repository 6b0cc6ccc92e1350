import { isRecord } from './cloud-event';
import { errorBodies, routeNames, streamFaults, type Fault } from './faults.js';
import { Refusal } from './refusal.js';

const isCount = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value) && value >= 0;
const isOneOf =
  (words: readonly string[]) =>
  (value: unknown): boolean =>
    words.some((word) => word === value);

const members: Readonly<Record<keyof Fault, (value: unknown) => boolean>> = {
  route: isOneOf(routeNames),
  count: isCount,
  status: (value) => typeof value === 'number' && value >= 200 && value <= 599,
  retryAfter: isCount,
  body: isOneOf(errorBodies),
  delay: (value) => isCount(value) || (Array.isArray(value) && value.length === 2 && value.every(isCount)),
  network: (value) => value === true,
  stream: isOneOf(streamFaults),
  after: isCount,
  token: isOneOf(['expired']),
};

const isFault = (value: unknown): value is Fault =>
  isRecord(value) &&
  Object.entries(value).every(([name, member]) => Object.hasOwn(members, name) && members[name as keyof Fault](member));

/** One fault, or several in an array. @throws Refusal 400 with the allowed members of a fault */
export function readFaults(body: unknown): readonly Fault[] {
  const faults: readonly unknown[] = Array.isArray(body) ? body : [body];
  if (faults.every(isFault)) return faults;
  throw new Refusal(400, 'Not a fault', [
    `members: ${Object.keys(members).join(', ')}`,
    `route: ${routeNames.join(', ')}`,
    `stream: ${streamFaults.join(', ')}`,
    `body: ${errorBodies.join(', ')}`,
  ]);
}
