import { JourneyError } from '../domain/base/journey-error.js';

/** Work that can be started anew at any time; only the latest run of each job counts. */
export interface Jobs<Name extends string> {
  start(name: Name): void;
  stop(...names: Name[]): void;
  isRunning(name: Name): boolean;
  /** Stops everything, for good. */
  close(): void;
}

type Work = (signal: AbortSignal) => Promise<void>;

/**
 * Runs jobs by name. A job's signal aborts when it is started again or stopped; what it does afterwards must reach
 * nobody. Failures go to `fail`; one that no source would throw is a fault of ours and is reported as such as well.
 */
export function createJobs<Name extends string>(
  work: Readonly<Record<Name, Work>>,
  fail: (name: Name, error: JourneyError) => void,
): Jobs<Name> {
  const running = new Map<Name, AbortController>();
  let open = true;

  const stop = (...names: Name[]): void => {
    for (const name of names) {
      running.get(name)?.abort();
      running.delete(name);
    }
  };

  const run = async (name: Name, controller: AbortController): Promise<void> => {
    try {
      await work[name](controller.signal);
    } catch (reason) {
      if (controller.signal.aborted) return;
      if (!(reason instanceof JourneyError)) reportError(reason);
      running.delete(name);
      fail(name, reason instanceof JourneyError ? reason : new JourneyError('malformed', { cause: reason }));
    } finally {
      if (running.get(name) === controller) running.delete(name);
    }
  };

  return {
    start(name) {
      stop(name);
      if (!open) return;
      const controller = new AbortController();
      running.set(name, controller);
      void run(name, controller);
    },
    stop,
    isRunning: (name) => running.has(name),
    close() {
      open = false;
      stop(...running.keys());
    },
  };
}
