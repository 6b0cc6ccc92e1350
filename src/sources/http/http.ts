import { isRetryable, JourneyError } from '../../domain/base/journey-error.js';
import { withToken, type Authorization } from './authorized.js';
import { readFailure, trackingIdOf } from './failure-wire.js';
import { parseJson } from '../../domain/base/parse-json.js';
import { backoff, wait as realWait, type Wait } from '../../platform/wait.js';

export interface RequestOptions {
  readonly signal: AbortSignal;
  /** Not yet encoded. */
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  /** Name of a query parameter that carries the token instead of the header, for hosts that know no other way. */
  readonly tokenQueryParameter?: string | undefined;
  /** Sent as JSON; makes it a POST. */
  readonly body?: object;
  /** The body changes something, so it is sent once, whatever happens; `patch`: it is a JSON Patch. */
  readonly change?: 'post' | 'patch';
}

/**
 * One vendor's service. Paths start with `/` and are encoded. Without a token it throws `unauthorized` and asks nobody.
 * Rejects with a JourneyError, or with the signal's reason once that has aborted.
 */
export interface Http {
  /** The answer's JSON, `undefined` for none (204). Network failures, 5xx and 429 are asked again, unless it changes something. */
  json(path: string, options: RequestOptions): Promise<unknown>;
  /** The body of an answer without end, as soon as its headers are here. Asked once: who listens reconnects. */
  stream(path: string, options: RequestOptions): Promise<ReadableStream<Uint8Array>>;
}

export interface HttpOptions extends Authorization {
  /** Addresses of the same service, the best first, without a slash at the end. The first that answers is kept. */
  readonly hosts: readonly string[];
  readonly fetch?: typeof fetch;
  readonly wait?: Wait;
  readonly random?: () => number;
  readonly now?: () => number;
  /** Milliseconds until an answer counts as lost, default 10,000. Of a stream only the headers are timed. By `wait`. */
  readonly timeout?: number;
  /** How often JSON is asked for again, default 2. */
  readonly retries?: number;
}

type Read<T> = (response: Response) => T | Promise<T>;

const firstRetryMs = 500;
/** A service that asks for more patience than this is left alone: the agent reads when to come back. */
const longestWaitMs = 60_000;

export function createHttp(options: HttpOptions): Http {
  const { hosts, fetch: send = (input, init) => fetch(input, init), timeout = 10_000, retries = 2 } = options;
  const { wait = realWait, random = Math.random, now = Date.now } = options;
  const authorized = withToken({ token: options.token, renewToken: options.renewToken, now });
  let workingHost: string | undefined;

  async function requestHost<T>(host: string, target: Target, signal: AbortSignal, read: Read<T>): Promise<T> {
    const limit = new AbortController();
    const answered = new AbortController();
    const tooLate = () => limit.abort(new DOMException('No response in time', 'TimeoutError'));
    void wait(timeout, answered.signal).then(tooLate, () => undefined);
    try {
      const { path, once: _, ...init } = target;
      const response = await send(host + path, {
        ...init,
        signal: AbortSignal.any([signal, limit.signal]),
        redirect: 'error', // a token must not follow to another host
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
      });
      workingHost ??= host;
      if (!response.ok) throw await readFailure(response, now());
      return await read(response);
    } catch (error) {
      signal.throwIfAborted();
      throw error instanceof JourneyError ? error : new JourneyError('network', { cause: error });
    } finally {
      answered.abort();
    }
  }

  async function requestAnyHost<T>(target: Target, signal: AbortSignal, read: Read<T>): Promise<T> {
    let unreachable: unknown;
    for (const host of hosts) {
      if (workingHost !== undefined && workingHost !== host) continue;
      try {
        return await requestHost(host, target, signal, read);
      } catch (error) {
        if (target.once || !(error instanceof JourneyError && error.kind === 'network')) throw error;
        unreachable = error;
      }
    }
    throw unreachable;
  }

  async function ask<T>(path: string, accept: string, request: RequestOptions, read: Read<T>): Promise<T> {
    request.signal.throwIfAborted();
    return authorized(
      (token) => requestAnyHost(targetOf(path, accept, request, token), request.signal, read),
      request.signal,
    );
  }

  return {
    async json(path, request) {
      const { signal, change } = request;
      const most = change === undefined ? retries : 0;
      for (let attempt = 0; ; attempt++) {
        try {
          const answer = await ask(path, 'application/json', request, readJson);
          signal.throwIfAborted();
          return answer;
        } catch (error) {
          signal.throwIfAborted();
          const ms = attempt < most ? retryDelay(error, attempt, random) : undefined;
          if (ms === undefined) throw error;
          await wait(ms, signal);
        }
      }
    },

    stream: (path, request) => ask(path, 'text/event-stream', request, ({ body }) => body ?? new Blob().stream()),
  };
}

interface Target extends Pick<RequestInit, 'method' | 'body'> {
  readonly path: string;
  readonly headers: Headers;
  readonly once: boolean;
}

function targetOf(path: string, accept: string, request: RequestOptions, token: string): Target {
  const { query, tokenQueryParameter, body, change } = request;
  const values = Object.entries(
    tokenQueryParameter === undefined ? { ...query } : { ...query, [tokenQueryParameter]: token },
  );
  const search = values
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
    .join('&');
  try {
    const headers = new Headers(
      tokenQueryParameter === undefined ? { accept, authorization: `Bearer ${token}` } : { accept },
    );
    const target = { path: search ? `${path}?${search}` : path, headers, once: change !== undefined };
    if (body === undefined) return target;
    const patch = change === 'patch';
    headers.set('content-type', patch ? 'application/json-patch+json' : 'application/json');
    return { ...target, method: patch ? 'PATCH' : 'POST', body: JSON.stringify(body) };
  } catch {
    // Characters no header can carry: this is no token.
    throw new JourneyError('unauthorized');
  }
}

/** Milliseconds to wait before the next attempt; `undefined` when another attempt is no use, or too far away. */
function retryDelay(error: unknown, attempt: number, random: () => number): number | undefined {
  if (!(error instanceof JourneyError && isRetryable(error))) return undefined;
  const ms = Math.max(backoff(attempt, firstRetryMs, longestWaitMs, random), error.retryAfter ?? 0);
  return ms > longestWaitMs ? undefined : ms;
}

async function readJson(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined;
  const value = parseJson(await response.text());
  if (value !== undefined) return value;
  throw new JourneyError('malformed', { status: response.status, trackingId: trackingIdOf(response) });
}
