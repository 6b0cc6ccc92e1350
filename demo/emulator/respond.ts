import { getResponse, type RequestHandler } from 'msw';

/** Rejects when `signal` aborts; an answer after that is ignored. */
async function unlessAborted(
  answer: Promise<Response | undefined>,
  signal: AbortSignal,
): Promise<Response | undefined> {
  let leave = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    leave = () => reject(signal.reason as Error);
    signal.addEventListener('abort', leave, { once: true });
  });
  try {
    return await Promise.race([answer, aborted]);
  } catch (error) {
    if (signal.aborted) void answer.then((late) => late?.body?.cancel()).catch(() => undefined);
    throw error;
  } finally {
    signal.removeEventListener('abort', leave);
  }
}

/** A `fetch` that uses the handlers, without network or service worker. Aborts work as with the real one. */
export function emulatorFetch(handlers: readonly RequestHandler[]): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { signal } = request;
    signal.throwIfAborted();
    const response = await unlessAborted(getResponse([...handlers], request, { quiet: true }), signal);
    if (!response) throw new TypeError(`No handler answers ${request.method} ${new URL(request.url).pathname}`);
    if (response.type === 'error') throw new TypeError('Failed to fetch');
    const { status, statusText, headers } = response;
    const body = response.body?.pipeThrough(new TransformStream<Uint8Array, Uint8Array>(), { signal }) ?? null;
    return new Response(body, { status, statusText, headers });
  };
}
