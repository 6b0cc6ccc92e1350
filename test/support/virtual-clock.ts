/** Time that passes only when a test says so. */
export interface VirtualClock {
  readonly now: () => number;
  /** Rejects with the signal's reason when that aborts. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Moves time on, and runs all that waited for it, in order. */
  advance(ms: number): Promise<void>;
  /** The number of waiting calls. */
  readonly waiting: number;
}

interface Timer {
  readonly at: number;
  readonly end: () => void;
}

/** Runs everything that waits only for promises and streams. Much faster than a timer. */
export const quiet = async (): Promise<void> => {
  for (let turn = 0; turn < 3; turn++) {
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(undefined);
    });
  }
};

export function createVirtualClock(start: number): VirtualClock {
  let now = start;
  const timers = new Set<Timer>();

  return {
    now: () => now,
    wait: (ms, signal) =>
      new Promise((resolve, reject) => {
        signal.throwIfAborted();
        const stop = () => {
          timers.delete(timer);
          reject(signal.reason as Error);
        };
        const end = () => {
          timers.delete(timer);
          signal.removeEventListener('abort', stop);
          resolve();
        };
        const timer = { at: now + ms, end };
        timers.add(timer);
        signal.addEventListener('abort', stop, { once: true });
      }),
    async advance(ms) {
      const until = now + ms;
      await quiet();
      for (;;) {
        const due = [...timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
        if (due === undefined) break;
        now = Math.max(now, due.at);
        due.end();
        await quiet();
      }
      now = until;
    },
    get waiting() {
      return timers.size;
    },
  };
}
