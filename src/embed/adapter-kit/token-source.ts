import type { AdapterSettings } from './host-adapter.js';
import type { Token, TokenReason } from '../protocol/protocol.js';
import { readTokenAnswer } from './token-response.js';
import type { Wait } from './with-timeout.js';
import { wait as realWait } from '../../platform/wait.js';
import { addressSetting, optionalAddress } from './adapter-settings.js';
import { signIn } from './sign-in-window.js';

/** Dependencies, for tests; default: the browser's. */
export interface TokenSourceOptions {
  readonly fetch?: typeof fetch;
  readonly wait?: Wait;
  /** Returns epoch milliseconds. */
  readonly now?: () => number;
  readonly page?: Window;
}

/** Requests the agent's token; `undefined` if there is none. */
export type TokenSource = (reason: TokenReason) => Promise<Token | undefined>;

/**
 * The token source for CRMs that have none: the company's token service (`tokenUrl`), which knows the agent by its own
 * session, then its sign-in page (`signInUrl`). One of the two must be set; throws otherwise.
 */
export function createTokenSource(
  settings: AdapterSettings,
  { fetch: ask = fetch.bind(globalThis), wait = realWait, now = Date.now, page = window }: TokenSourceOptions = {},
): TokenSource {
  const signInUrl = optionalAddress(settings, 'signInUrl');
  const tokenUrl = signInUrl ? optionalAddress(settings, 'tokenUrl') : addressSetting(settings, 'tokenUrl');

  async function asked(reason: TokenReason): Promise<Token | undefined> {
    if (tokenUrl === undefined) return undefined;
    try {
      const answer = await ask(tokenUrl, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ reason }),
        credentials: 'include',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        redirect: 'error', // a redirect to a sign-in page is not a token
      });
      return answer.ok ? readTokenAnswer(await answer.json(), now()) : undefined;
    } catch {
      return undefined;
    }
  }

  return async (reason) => (await asked(reason)) ?? (signInUrl && (await signIn({ address: signInUrl, wait, page })));
}
