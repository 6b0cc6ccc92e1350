import { waitUntil as openWcWaitUntil } from '@open-wc/testing';

interface Patience {
  /** Milliseconds between two looks, default 50. */
  readonly interval?: number;
}

/** Longer than anything takes on a machine that is busy with something else: a test is about what happens, not when. */
const timeout = 15_000;

/** Resolves as soon as `holds`; `message` says what never came. */
export const waitUntil = (holds: () => unknown, message?: string, { interval = 50 }: Patience = {}): Promise<void> =>
  openWcWaitUntil(holds, message, { interval, timeout });
