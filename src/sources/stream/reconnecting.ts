import { isRetryable, JourneyError } from '../../domain/base/journey-error.js';
import type { LiveSignal } from '../journey-source.js';
import { backoff, wait as realWait, type Wait } from '../../platform/wait.js';
import type { Wake } from '../../platform/connectivity.js';

/** How to wait between attempts. */
export interface ReconnectingOptions {
  readonly wait?: Wait;
  readonly random?: () => number;
  /** Resolves when an immediate retry makes sense, e.g. when the network is back. */
  readonly wake?: Wake | undefined;
}

/** The minimum pause between attempts, however often `wake` resolves. Milliseconds. */
const shortestPause = 1_000;

/** The maximum pause, even if the service asks for a longer one. Milliseconds. */
const longestPause = 5 * 60_000;

/**
 * Keeps a live connection open until `signal` aborts. `connect` resolves with the messages once the service accepts it,
 * or with `undefined` if there is nothing to listen to; its own signal aborts when the caller stops listening. After a
 * failure or an end it waits 1 s, doubled up to 30 s: longer if the service asks for it, shorter if `wake` resolves.
 * Throws errors that no retry can fix.
 */
export async function* reconnecting<T>(
  connect: (signal: AbortSignal) => Promise<AsyncIterable<T> | undefined>,
  signal: AbortSignal,
  { wait = realWait, random = Math.random, wake }: ReconnectingOptions = {},
): AsyncGenerator<LiveSignal<T>, void, undefined> {
  for (let attempt = 0; !signal.aborted; attempt++) {
    const turn = new AbortController();
    const turnEnds = AbortSignal.any([signal, turn.signal]);
    // Listen from here on: a wake-up during a failing attempt counts too.
    const woken = wake?.(turnEnds);
    let error: JourneyError | undefined;
    try {
      try {
        const messages = await connect(turnEnds);
        if (messages === undefined || signal.aborted) return;
        yield { kind: 'open' };
        for await (const value of messages) {
          if (signal.aborted) return;
          // Reset the backoff only after the first message: a service may accept and close at once.
          attempt = 0;
          yield { kind: 'message', value };
        }
      } catch (failure) {
        if (signal.aborted) return;
        if (!(failure instanceof JourneyError && isWorthRetrying(failure))) throw failure;
        error = failure;
      }
      if (signal.aborted) return;
      const asked = Math.min(error?.retryAfter ?? 0, longestPause);
      const inMs = Math.max(backoff(attempt, 1_000, 30_000, random), asked);
      const atLeast = Math.max(shortestPause, asked);
      yield { kind: 'retrying', inMs, error };
      const pauses = [wait(inMs, turnEnds)];
      if (woken !== undefined && atLeast < inMs) pauses.push(wait(atLeast, turnEnds).then(() => woken));
      await Promise.race(pauses).catch(() => undefined); // aborted: the loop ends
    } finally {
      // Also if the caller stops before the first message: otherwise the connection would stay open.
      turn.abort();
    }
  }
}

/** "Not found" may mean that no person has this address yet: the next event can change that. */
const isWorthRetrying = (error: JourneyError): boolean => isRetryable(error) || error.kind === 'not-found';
