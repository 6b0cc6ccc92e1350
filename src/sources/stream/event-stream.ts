import { createParser } from 'eventsource-parser';
import { JourneyError } from '../../domain/base/journey-error.js';
import { createYieldToPage, type Breath } from '../../platform/yield-to-page.js';
import { wait as realWait, type Wait } from '../../platform/wait.js';
import type { Wake } from '../../platform/connectivity.js';

/** How to watch a connection. */
export interface LineOptions {
  readonly wait?: Wait;
  readonly now?: () => number;
  /** Resolves when the network was offline and is back: an older connection is not trusted then. */
  readonly onOnline?: Wake | undefined;
  /** Gives the page its turn when many messages arrive at once. */
  readonly yieldToPage?: Breath;
}

const minute = 60_000;

/**
 * The `data` of every server-sent event in `body`. Ends with the body or when `signal` aborts, and cancels the body in
 * both cases. Throws `network` when the connection breaks, or is silent for too long without being closed.
 */
export async function* serverSentEvents(
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal,
  { wait = realWait, now = Date.now, onOnline, yieldToPage = createYieldToPage() }: LineOptions = {},
): AsyncGenerator<string, void, undefined> {
  const messages: string[] = [];
  const heartbeat = createHeartbeat(now);
  const parser = createParser({
    onComment: heartbeat.beat,
    onEvent: ({ data }) => {
      if (!isObjectOrList(data)) heartbeat.beat();
      messages.push(data);
    },
  });
  const decode = lineDecoder();
  const reader = body.getReader();
  const over = new AbortController();
  let cutOff = false;
  const hangUp = () => void reader.cancel().catch(() => undefined);
  signal.addEventListener('abort', hangUp, { signal: over.signal });
  void onOnline?.(over.signal).then(() => {
    cutOff = true;
    hangUp();
  });
  try {
    while (!signal.aborted) {
      const { done, value } = await inTime(reader.read(), heartbeat.limit(), wait, now);
      if (cutOff) throw new JourneyError('network');
      if (done) return;
      parser.feed(decode(value));
      for (const message of messages.splice(0)) {
        if (signal.aborted) return;
        yield message;
        await yieldToPage();
      }
    }
  } catch (error) {
    if (!signal.aborted) throw error instanceof JourneyError ? error : new JourneyError('network', { cause: error });
  } finally {
    over.abort();
    hangUp();
  }
}

/** Services send words, numbers or empty data as heartbeats. */
const isObjectOrList = (data: string): boolean => /^\s*[{[]/.test(data);

/**
 * How long a connection may be silent until it counts as broken, in milliseconds. The heartbeat is not documented, so
 * its interval is learned: the limit is three intervals, between 30 seconds and 5 minutes, and 5 minutes as long as
 * none is known. Events are ignored, since customers cause them. So are beats within a second, such as a greeting and
 * its padding: with those as the interval, a working connection would be closed every 30 seconds.
 */
function createHeartbeat(now: () => number) {
  let last: number | undefined;
  let longest: number | undefined;
  return {
    beat: (): void => {
      const at = now();
      const gap = at - (last ?? at);
      if (gap >= 0 && gap < 1_000 && last !== undefined) return;
      if (gap > 0) longest = Math.max(longest ?? 0, gap);
      last = at;
    },
    limit: (): number => (longest === undefined ? 5 * minute : Math.min(5 * minute, Math.max(minute / 2, 3 * longest))),
  };
}

/** Throws `network` if `reading` takes longer than `limit` milliseconds. */
async function inTime<T>(reading: Promise<T>, limit: number, wait: Wait, now: () => number): Promise<T> {
  const since = now();
  const arrived = new AbortController();
  const tooLate = async (): Promise<never> => {
    // In short waits, checked against the clock: timers stop while a machine sleeps, the clock does not. `abs`: a clock
    // that is set back must not extend the wait.
    for (let silent = 0; silent < limit; silent = Math.abs(now() - since)) {
      await wait(Math.min(limit - silent, minute / 2), arrived.signal);
    }
    throw new JourneyError('network');
  };
  try {
    return await Promise.race([reading, tooLate()]);
  } finally {
    arrived.abort();
  }
}

/**
 * Bytes to text with LF line ends. The parser would hold a CR at the end of a chunk until it knows whether an LF
 * follows, and so delay a complete message.
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
