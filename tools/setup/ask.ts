import { isRecord } from '../../src/domain/base/json.js';
import { parseJson, textFrom } from '../../src/domain/base/parse-json.js';
import type { SetupTools } from './settings.js';

/** The result of one request. */
export type Reply = Answer | Silence;

/** A response with any status. */
export interface Answer {
  readonly kind: 'answer';
  readonly status: number;
  /** `undefined` if it is not JSON. */
  readonly body: unknown;
  readonly trackingId: string;
  /** The `retry-after` header: seconds or a date. */
  readonly retryAfter: string | undefined;
  /** Milliseconds. */
  readonly took: number;
  /** How far the service's clock is ahead of ours, milliseconds; `undefined` if the response has no readable date. */
  readonly skew: number | undefined;
  /** The open body of a stream. */
  readonly stream?: ReadableStream<Uint8Array>;
}

/** No response. */
export interface Silence {
  readonly kind: 'silence';
  readonly why: string;
  /** Milliseconds. */
  readonly took: number;
}

/** The options of a request; a GET without `method`. */
export interface Request {
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly method?: 'PATCH' | 'POST';
  readonly body?: object;
  /** Keep the body open if the response is ok. */
  readonly stream?: boolean;
  /** The query parameter that carries the token instead of the header. */
  readonly tokenParameter?: string | undefined;
  readonly signal?: AbortSignal;
}

/** Sends the requests of the check. */
export interface Asker {
  ask(path: string, request?: Request): Promise<Reply>;
  /** The first host that responded; `undefined` before that. */
  host(): string | undefined;
  /** The slowest request so far, in milliseconds. */
  slowest(): { readonly path: string; readonly took: number } | undefined;
}

const codes: Readonly<Record<string, string>> = {
  ENOTFOUND: 'the host name is not known',
  EAI_AGAIN: 'the host name could not be resolved',
  ECONNREFUSED: 'the host refused the connection',
  ECONNRESET: 'the connection was closed',
  UND_ERR_SOCKET: 'the connection was closed',
  UND_ERR_CONNECT_TIMEOUT: 'no connection before the timeout',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is not trusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'a certificate in the chain is not trusted: a proxy intercepts the connection',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is not trusted',
};

/** Why there was no response. Node has an error code, browsers do not. */
function whyNoAnswer(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = isObject(cause) || cause instanceof Error ? textFrom((cause as { code?: unknown }).code) : '';
  return codes[code] ?? (code || 'no network, or blocked on the way (in a browser: content security policy or CORS)');
}

/** Sends requests to the first of `hosts` that responds. No retries: the check must see failures. */
export function createAsker(
  hosts: readonly string[],
  { token, fetch: send, now, timeout = 10_000 }: SetupTools,
): Asker {
  let answering: string | undefined;
  let slowest: { path: string; took: number } | undefined;

  async function askHost(host: string, path: string, request: Request): Promise<Reply> {
    const { query = {}, method, body, stream = false, tokenParameter, signal } = request;
    const values = tokenParameter === undefined ? query : { ...query, [tokenParameter]: token };
    const search = Object.entries(values)
      .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]))
      .join('&');
    const headers: Record<string, string> = { accept: stream ? 'text/event-stream' : 'application/json' };
    if (tokenParameter === undefined) headers['authorization'] = `Bearer ${token}`;
    if (body !== undefined)
      headers['content-type'] = method === 'PATCH' ? 'application/json-patch+json' : 'application/json';
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), timeout);
    const began = now();
    const took = () => Math.max(0, now() - began);
    try {
      const response = await send(`${host}${path}${search && `?${search}`}`, {
        ...(method !== undefined && { method }),
        ...(body !== undefined && { body: JSON.stringify(body) }),
        headers,
        redirect: 'error', // a token must not follow to another host
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
        signal: signal === undefined ? limit.signal : AbortSignal.any([limit.signal, signal]),
      });
      const open = stream && response.ok && response.body !== null;
      const answered = took();
      const value = open ? undefined : parseJson(await response.text());
      const date = Date.parse(response.headers.get('date') ?? '');
      return {
        kind: 'answer',
        status: response.status,
        body: value,
        trackingId: isRecord(value) ? textFrom(value['trackingId']) : '',
        retryAfter: response.headers.get('retry-after') ?? undefined,
        took: took(),
        skew: Number.isNaN(date) ? undefined : date - (began + answered / 2),
        ...(open && { stream: response.body }),
      };
    } catch (error) {
      const why = limit.signal.aborted ? `no response within ${timeout / 1000} s` : whyNoAnswer(error);
      return { kind: 'silence', why, took: took() };
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    async ask(path, request = {}) {
      let reply: Reply = { kind: 'silence', why: 'no host is known', took: 0 };
      for (const host of answering === undefined ? hosts : [answering]) {
        reply = await askHost(host, path, request);
        if (reply.kind === 'answer') answering = host;
        if (reply.kind === 'answer' || request.method !== undefined) break;
      }
      if (reply.took > (slowest?.took ?? 0)) slowest = { path, took: reply.took };
      return reply;
    },
    host: () => answering,
    slowest: () => slowest,
  };
}
