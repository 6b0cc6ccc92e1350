import { JourneyError } from '../../domain/base/journey-error.js';

/** For requests by address: an address without a person is not an error. */
export function undefinedIfNotFound(error: unknown): undefined {
  if (error instanceof JourneyError && error.kind === 'not-found') return undefined;
  throw error;
}
