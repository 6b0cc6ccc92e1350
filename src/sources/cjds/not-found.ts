import { JourneyError } from '../../domain/base/journey-error.js';

/** An unknown address is not an error: nobody has it. */
export function undefinedIfNotFound(error: unknown): undefined {
  if (error instanceof JourneyError && error.kind === 'not-found') return undefined;
  throw error;
}
