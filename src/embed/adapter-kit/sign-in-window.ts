import { readEnvelope, readToken, type Token } from '../protocol/protocol.js';
import type { Wait } from './with-timeout.js';

export interface SignInOptions {
  /** The company's sign-in page. */
  readonly address: URL;
  readonly wait: Wait;
  readonly page?: Pick<Window, 'open' | 'addEventListener' | 'removeEventListener'>;
}

/** How often it is looked whether the agent has closed the window, in milliseconds. */
const glance = 500;

/**
 * Signs the agent in, in a window of its own: a frame of another site has no cookies in most browsers, and a window has.
 * The sign-in page posts our envelope of the kind `token` to its opener; from any other origin or window it is not taken.
 * `undefined` when the browser blocks the window, since nobody clicked, or the agent closes it.
 */
export async function signIn({ address, wait, page = window }: SignInOptions): Promise<Token | undefined> {
  const opened = page.open(address.href, 'wayline-sign-in', 'popup,width=520,height=680');
  if (!opened) return undefined;
  let token: Token | undefined;
  const listen = (event: MessageEvent): void => {
    if (event.source !== opened || event.origin !== address.origin) return;
    const said = readEnvelope(event.data);
    if (said?.kind === 'token') token ??= readToken(said.body);
  };
  page.addEventListener('message', listen);
  try {
    while (token === undefined && !opened.closed) await wait(glance);
  } finally {
    page.removeEventListener('message', listen);
  }
  if (token !== undefined) opened.close();
  return token;
}
