import type { Token } from '../protocol/protocol.js';
import { readTokenAnswer } from '../adapter-kit/token-response.js';
import type { Finesse } from './finesse-api.js';
import type { GadgetSettings } from './finesse-settings.js';

/** Options of {@link askFinesseToken}. */
export interface FinesseTokenOptions {
  readonly finesse: Finesse;
  readonly settings: Pick<GadgetSettings, 'tokenUrl' | 'tokenName'>;
  readonly fetch?: typeof fetch;
  /** Returns epoch milliseconds. */
  readonly now?: () => number;
}

/**
 * Requests the agent's token: by POST from the URL in the layout, else from Finesse's own token service. The agent's
 * Finesse credentials are sent to Finesse only. Returns `undefined` on failure.
 */
export async function askFinesseToken({
  finesse,
  settings: { tokenUrl, tokenName },
  fetch: ask = fetch.bind(globalThis),
  now = Date.now,
}: FinesseTokenOptions): Promise<Token | undefined> {
  const server = serverOf(finesse);
  const url = tokenUrl ?? (server && cloudConnect(server, tokenName));
  if (url === undefined) return undefined;
  const authorization = url.origin === server?.origin ? authorizationOf(finesse) : undefined;
  try {
    const answer = await ask(url, {
      method: tokenUrl ? 'POST' : 'GET',
      headers: {
        ...(tokenUrl ? { 'Content-Type': 'application/json' } : {}),
        ...(authorization ? { Authorization: authorization } : {}),
      },
      ...(tokenUrl ? { body: JSON.stringify(tokenName === undefined ? {} : { name: tokenName }) } : {}),
      credentials: 'include',
      cache: 'no-store',
      referrerPolicy: 'no-referrer', // the page's URL contains the organization
      redirect: 'error',
    });
    return answer.ok ? readTokenAnswer(await answer.json(), now()) : undefined;
  } catch {
    return undefined;
  }
}

function serverOf({ gadget: { Config } }: Finesse): URL | undefined {
  const { scheme = 'https', host = '', hostPort = '' } = Config;
  const text = `${scheme}://${host}${hostPort === '' ? '' : `:${hostPort}`}`;
  const url = host !== '' && URL.canParse(text) ? new URL(text) : undefined;
  return url?.protocol === 'https:' ? url : undefined;
}

/** The default name is the one that Cisco's gadget uses. */
function cloudConnect(server: URL, tokenSource = 'jdstokenstore'): URL {
  const url = new URL('/finesse/api/CloudConnectTokenService', server);
  url.searchParams.set('tokenSource', tokenSource);
  return url;
}

const authorizationOf = (finesse: Finesse): string | undefined =>
  finesse.utilities?.Utilities?.getAuthHeaderString?.(finesse.gadget.Config);
