import { createParser } from 'eventsource-parser';
import { isRetryable, JourneyError } from '../domain/error.js';
import type { LiveSignal } from './source.js';
import { backoff, wait as realWait, type Wait } from './wait.js';

/** No byte for this long, not even a comment: the line is dead although nobody hung up. Milliseconds. */
const longestSilence = 5 * 60_000;

/**
 * The `data` of every server-sent event in `body`. Ends with the body or when `signal` aborts, and lets go of the body
 * either way. Throws `network` when the line breaks or says nothing for `silence` milliseconds.
 */
export async function* serverSentEvents(
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal,
  silence = longestSilence,
): AsyncGenerator<string, void, undefined> {
  const messages: string[] = [];
  const parser = createParser({ onEvent: ({ data }) => messages.push(data) });
  const decode = lineDecoder();
  const reader = body.getReader();
  const hangUp = () => void reader.cancel().catch(() => undefined);
  signal.addEventListener('abort', hangUp, { once: true });
  try {
    while (!signal.aborted) {
      const { done, value } = await inTime(reader.read(), silence);
      if (done) return;
      parser.feed(decode(value));
      while (!signal.aborted && messages.length > 0) yield messages.shift() ?? '';
    }
  } catch (error) {
    if (!signal.aborted) throw error instanceof JourneyError ? error : new JourneyError('network', { cause: error });
  } finally {
    signal.removeEventListener('abort', hangUp);
    hangUp();
  }
}

/**
 * Bytes to text with LF line ends. The parser would keep a CR at the end of a chunk back until it knows whether an LF
 * follows, and with it a message that is complete.
 */
function lineDecoder(): (bytes: Uint8Array) => string {
  const decoder = new TextDecoder();
  let endedInCr = false;
  return (bytes) => {
    const text = decoder.decode(bytes, { stream: true });
    if (text === '') return '';
    const rest = endedInCr && text.startsWith('\n') ? text.slice(1) : text;
    endedInCr = text.endsWith('\r');
    return rest.replace(/\r\n?/g, '\n');
  };
}

async function inTime<T>(reading: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new JourneyError('network')), ms);
  });
  return Promise.race([reading, tooLate]).finally(() => clearTimeout(timer));
}

/**
 * Keeps a live connection going until `signal` aborts. `connect` resolves once it is accepted, with what it brings; with
 * `undefined` when there is nothing to listen to. Waits 1 s after a failure or an end, doubled up to 30 s, longer where
 * the service asks for it. Throws what no retry can mend.
 */
export async function* reconnecting<T>(
  connect: () => Promise<AsyncIterable<T> | undefined>,
  signal: AbortSignal,
  { wait = realWait, random = Math.random }: { readonly wait?: Wait; readonly random?: () => number } = {},
): AsyncGenerator<LiveSignal<T>, void, undefined> {
  for (let attempt = 0; !signal.aborted; attempt++) {
    let error: JourneyError | undefined;
    try {
      const messages = await connect();
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
    const inMs = Math.max(backoff(attempt, 1_000, 30_000, random), error?.retryAfter ?? 0);
    yield { kind: 'retrying', inMs, error };
    await wait(inMs, signal).catch(() => undefined); // aborted meanwhile: the loop ends
  }
}

/** Not found may mean that nobody has this address yet: the next event can change that. */
const isWorthRetrying = (error: JourneyError): boolean => isRetryable(error) || error.kind === 'not-found';
