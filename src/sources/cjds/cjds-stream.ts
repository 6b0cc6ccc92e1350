import type { RequestOptions } from '../http/http.js';
import { serverSentEvents } from '../stream/event-stream.js';
import type { CjdsOptions } from './cjds-source.js';

type Listen = <T>(
  path: string,
  read: (text: string) => T | undefined,
  signal: AbortSignal,
) => Promise<AsyncIterable<T>>;

/** Opens a stream of the service and reads its messages. Skips messages for which `read` returns `undefined`. */
export function openCjdsStream(options: CjdsOptions): Listen {
  const { http, organizationId, streamAuth = 'header' } = options;
  const streamOptions: Omit<RequestOptions, 'signal'> =
    streamAuth === 'query' ? { query: { organizationId }, tokenQueryParameter: 'bearerToken' } : {};
  return async (path, read, signal) => {
    const body = await http.stream(path, { signal, ...streamOptions });
    return readEach(serverSentEvents(body, signal, options), read);
  };
}

async function* readEach<T>(texts: AsyncIterable<string>, read: (text: string) => T | undefined): AsyncGenerator<T> {
  for await (const text of texts) {
    const value = read(text);
    if (value !== undefined) yield value;
  }
}
