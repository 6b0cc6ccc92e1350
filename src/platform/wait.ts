/** Resolves after `ms` milliseconds; rejects with the signal's reason when that aborts first. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

/** A longer timer fires at once. Milliseconds. */
const longest = 2 ** 31 - 1;

export const wait: Wait = (ms, signal) =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(
      () => {
        signal.removeEventListener('abort', stop);
        resolve();
      },
      Math.min(ms, longest),
    );
    signal.addEventListener('abort', stop, { once: true });
  });

/** What `promise` brings; rejects with the signal's reason when that aborts first. The promise itself goes on. */
export const abortable = <T>(promise: Promise<T>, signal: AbortSignal): Promise<T> =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const stop = () => reject(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true });
    void promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });

/**
 * Milliseconds to wait before the next attempt: `first`, doubled per failed attempt up to `longest`. Half of it is left
 * to chance, so that a thousand desktops cut off at once do not come back at once.
 */
export function backoff(attempt: number, first: number, longest: number, random: () => number): number {
  const full = Math.min(longest, first * 2 ** attempt);
  return Math.round(full / 2 + (full / 2) * random());
}
