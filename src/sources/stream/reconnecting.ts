import { isRetryable, JourneyError } from '../../domain/base/journey-error.js';
import type { LiveSignal } from '../journey-source.js';
import { backoff, wait as realWait, type Wait } from '../../platform/wait.js';
import type { Wake } from '../../platform/connectivity.js';

export interface ReconnectingOptions {
  readonly wait?: Wait;
  readonly random?: () => number;
  /** Resolves when trying again at once is worth it. */
  readonly wake?: Wake | undefined;
}

/** Attempts are never closer than this, however often the world wakes us. Milliseconds. */
const shortestPause = 1_000;

/** A service that asks for days of patience is asked again all the same. Milliseconds. */
const longestPause = 5 * 60_000;

/**
 * Keeps a live connection going until `signal` aborts. `connect` resolves once it is accepted, with what it brings; with
 * `undefined` when there is nothing to listen to; its own signal aborts when nobody listens any more. Waits 1 s after a
 * failure or an end, doubled up to 30 s, longer where the service asks for it, shorter when woken. Throws what no retry
 * can mend.
 */
export async function* reconnecting<T>(
  connect: (signal: AbortSignal) => Promise<AsyncIterable<T> | undefined>,
  signal: AbortSignal,
  { wait = realWait, random = Math.random, wake }: ReconnectingOptions = {},
): AsyncGenerator<LiveSignal<T>, void, undefined> {
  for (let attempt = 0; !signal.aborted; attempt++) {
    const turn = new AbortController();
    const turnEnds = AbortSignal.any([signal, turn.signal]);
    // From here on: what wakes us while a hopeless attempt is under way counts too.
    const woken = wake?.(turnEnds);
    let error: JourneyError | undefined;
    try {
      try {
        const messages = await connect(turnEnds);
        if (messages === undefined || signal.aborted) return;
        yield { kind: 'open' };
        for await (const value of messages) {
          if (signal.aborted) return;
          // Being accepted is not enough: a service that opens and hangs up must not be asked every second.
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
      await Promise.race(pauses).catch(() => undefined); // aborted meanwhile: the loop ends
    } finally {
      // Also when the listener leaves before the first message: nobody else would close the connection then.
      turn.abort();
    }
  }
}

/** Not found may mean that nobody has this address yet: the next event can change that. */
const isWorthRetrying = (error: JourneyError): boolean => isRetryable(error) || error.kind === 'not-found';
