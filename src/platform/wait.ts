/** Resolves after `ms` milliseconds; rejects with the signal's reason if that aborts first. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

/** Browsers run a longer timer at once. Milliseconds. */
const longest = 2 ** 31 - 1;

/** Waits with the browser's timer. */
export const wait = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(
      () => {
        signal?.removeEventListener('abort', stop);
        resolve();
      },
      Math.min(ms, longest),
    );
    signal?.addEventListener('abort', stop, { once: true });
  });

/** The result of `promise`; rejects with the signal's reason if that aborts first. The promise itself continues. */
export const abortable = <T>(promise: Promise<T>, signal: AbortSignal): Promise<T> =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const stop = () => reject(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true });
    void promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });

/**
 * The time before the next attempt, milliseconds: `first`, doubled with each failed attempt up to `longest`. Half of it
 * is random, so that many desktops do not reconnect at the same moment.
 */
export function backoff(attempt: number, first: number, longest: number, random: () => number): number {
  const full = Math.min(longest, first * 2 ** attempt);
  return Math.round(full / 2 + (full / 2) * random());
}
