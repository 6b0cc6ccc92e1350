import { JourneyError } from '../../../domain/base/journey-error.js';
import { isRecord } from '../../../domain/base/json.js';

/**
 * The items of a response `{meta, data}`. Lists have an array, reads by ID an object or an array of one; a response
 * without data has no items. Throws `malformed` for anything else.
 */
export function itemsOf(answer: unknown): readonly unknown[] {
  if (answer === undefined) return [];
  if (!isRecord(answer)) throw new JourneyError('malformed');
  const data = answer['data'] ?? [];
  if (Array.isArray(data)) return data as readonly unknown[];
  if (isRecord(data)) return [data];
  throw new JourneyError('malformed');
}
