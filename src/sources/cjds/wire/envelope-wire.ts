import { JourneyError } from '../../../domain/base/journey-error.js';
import { isObject } from '../../../domain/base/parse-json.js';

/**
 * What an answer `{meta, data}` holds: lists bring an array, by-id reads an object or an array of one, an answer without
 * data nothing. Throws `malformed` for anything else.
 */
export function itemsOf(answer: unknown): readonly unknown[] {
  if (answer === undefined) return [];
  if (!isObject(answer)) throw new JourneyError('malformed');
  const data = answer['data'] ?? [];
  if (Array.isArray(data)) return data as readonly unknown[];
  if (isObject(data)) return [data];
  throw new JourneyError('malformed');
}
