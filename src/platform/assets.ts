import { JourneyError } from '../domain/base/journey-error.js';
import { isLoopback } from './loopback.js';
import { parseJson } from '../domain/base/parse-json.js';

/** The maximum length of a file, in characters; no list of icons or words is longer. */
const limit = 1_000_000;

/**
 * An address that settings and words may be loaded from: https, http on this machine, or the origin of the page or of
 * `base`. `undefined` for any other. A relative address is relative to the page.
 */
export function assetUrl(text: string, base: string | undefined): string | undefined {
  const url = URL.canParse(text, document.baseURI) ? new URL(text, document.baseURI) : undefined;
  if (url === undefined || url.username || url.password) return undefined;
  const own = [location.origin, base === undefined ? '' : new URL(base).origin];
  const safe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
  return safe || own.includes(url.origin) ? url.href : undefined;
}

/**
 * Reads a JSON file of at most a million characters, without token, cookies or referrer. Rejects with a JourneyError,
 * or with the signal's reason if that aborted.
 */
export async function loadJson(url: string, signal: AbortSignal): Promise<unknown> {
  try {
    const response = await fetch(url, { signal, credentials: 'omit', referrerPolicy: 'no-referrer' });
    if (!response.ok) throw new JourneyError('rejected', { status: response.status });
    const value = parseJson(await textOf(response));
    if (value === undefined) throw new JourneyError('malformed');
    return value;
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof JourneyError ? error : new JourneyError('network', { cause: error });
  }
}

/** The Content-Length header can be wrong or missing, so the received bytes are counted. */
async function textOf({ body }: Response): Promise<string> {
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { value = '', done = true } = (await reader?.read()) ?? {};
    text += value;
    if (done) return text;
    if (text.length <= limit) continue;
    void reader?.cancel();
    throw new JourneyError('malformed');
  }
}
