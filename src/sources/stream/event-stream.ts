import { createParser } from 'eventsource-parser';
import { JourneyError } from '../../domain/base/journey-error.js';
import { createYieldToPage, type Breath } from '../../platform/yield-to-page.js';
import { wait as realWait, type Wait } from '../../platform/wait.js';
import type { Wake } from '../../platform/connectivity.js';

export interface LineOptions {
  readonly wait?: Wait;
  readonly now?: () => number;
  /** Resolves when the network has been away: a line from before is not trusted. */
  readonly onOnline?: Wake | undefined;
  /** Lets the page have its turn when much arrives at once. */
  readonly yieldToPage?: Breath;
}

const minute = 60_000;

/**
 * The `data` of every server-sent event in `body`. Ends with the body or when `signal` aborts, and lets go of the body
 * either way. Throws `network` when the line breaks, or is dead although nobody hung up.
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

/** Words, numbers and nothing are what a service says to keep a line open. */
const isObjectOrList = (data: string): boolean => /^\s*[{[]/.test(data);

/**
 * How long a line may be silent before it counts as dead, in milliseconds. Nobody documents the heartbeat, so it is
 * learned: three missed beats are a dead line, and as long as no rhythm is known, five silent minutes are. Events teach
 * nothing, since they come when customers act; nor do beats within a second, such as a greeting and its padding: taken
 * for the rhythm, they would have a healthy line cut every half minute.
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

/** Throws `network` when `reading` takes longer than `limit` milliseconds. */
async function inTime<T>(reading: Promise<T>, limit: number, wait: Wait, now: () => number): Promise<T> {
  const since = now();
  const arrived = new AbortController();
  const tooLate = async (): Promise<never> => {
    // In pieces: the timers of a machine that sleeps stand still, its clock does not. Set back, it proves nothing either.
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
