import { waitUntil as openWcWaitUntil } from '@open-wc/testing';

interface Patience {
  /** Milliseconds between two checks, default 50. */
  readonly interval?: number;
}

/** Longer than any step takes on a busy machine: a test checks results, not times. */
const timeout = 15_000;

/** Resolves as soon as `holds` is true. `message` names the missing result. */
export const waitUntil = (holds: () => unknown, message?: string, { interval = 50 }: Patience = {}): Promise<void> =>
  openWcWaitUntil(holds, message, { interval, timeout });
