import { JourneyError } from '../domain/base/journey-error.js';

/** Work that can be restarted at any time. Only the latest run of each job counts. */
export interface Jobs<Name extends string> {
  start(name: Name): void;
  stop(...names: Name[]): void;
  isRunning(name: Name): boolean;
  /** Stops all jobs. No job can start after that. */
  close(): void;
}

type Work = (signal: AbortSignal) => Promise<void>;

/**
 * Runs jobs by name. A job's signal aborts when the job is restarted or stopped; the job must change nothing after
 * that. Failures go to `fail`. A failure that is not a JourneyError is a bug of Wayline, so it is also reported to the
 * page.
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
