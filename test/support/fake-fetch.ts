/** One request as the fake saw it. */
export interface Asked {
  readonly url: URL;
  readonly headers: Headers;
  readonly init: RequestInit;
}

type Answer = Response | Error | undefined;

/** A `fetch` with the answers of a test: an Error is a failed request, `undefined` is silence until the abort. */
export function fakeFetch(answer: (asked: Asked, count: number) => Answer | Promise<Answer>) {
  const asked: Asked[] = [];
  const fake: typeof fetch = async (input, init = {}) => {
    init.signal?.throwIfAborted();
    const request = { url: new URL(input as string), headers: new Headers(init.headers), init };
    asked.push(request);
    const response = await answer(request, asked.length);
    if (response instanceof Response) return endedBy(response, init.signal);
    if (response !== undefined) throw response;
    init.signal?.throwIfAborted();
    return new Promise((_, reject) => {
      init.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
    });
  };
  return { fetch: fake, asked };
}

/** Like the real one, a body ends with the signal of its request, read or not. */
function endedBy(response: Response, signal: AbortSignal | null | undefined): Response {
  if (response.body === null || !signal) return response;
  return new Response(response.body.pipeThrough(new TransformStream(), { signal }), response);
}

export const offline = (): Error => new TypeError('Failed to fetch');

export const json = (value: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json', ...headers } });

/** A body that a test writes to. */
export function handFed() {
  const encoder = new TextEncoder();
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>({
    start: (given) => {
      controller = given;
    },
    cancel: () => {
      cancelled = true;
    },
  });
  return {
    body,
    send: (text: string) => controller?.enqueue(encoder.encode(text)),
    sendBytes: (bytes: Uint8Array) => controller?.enqueue(bytes),
    end: () => controller?.close(),
    cut: () => controller?.error(new TypeError('network error')),
    get cancelled() {
      return cancelled;
    },
  };
}

/** Milliseconds until a request counts as lost, and until a silent connection is checked. */
const timeLimits = [10_000, 30_000];

/**
 * A `wait` that does not wait and records the requested times. Only time limits wait: a test decides when they are
 * reached.
 */
export function noWaiting(limits: readonly number[] = timeLimits) {
  const waits: number[] = [];
  const held = new Set<() => void>();
  const wait = (ms: number, signal: AbortSignal): Promise<void> => {
    if (!limits.includes(ms)) {
      waits.push(ms);
      return signal.aborted ? Promise.reject(signal.reason as Error) : Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const stop = () => {
        held.delete(resolve);
        reject(signal.reason as Error);
      };
      held.add(resolve);
      signal.addEventListener('abort', stop, { once: true });
    });
  };
  return { wait, waits, reachLimits: () => held.forEach((reach) => reach()) };
}

/** The error of a promise, or `undefined` when it did not fail. */
export const failureOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

export async function all<T>(values: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const value of values) list.push(value);
  return list;
}
