import { readEnvelope, readToken, type Token } from '../protocol/protocol.js';
import type { Wait } from './with-timeout.js';

/** Options of {@link signIn}. */
export interface SignInOptions {
  /** The company's sign-in page. */
  readonly address: URL;
  readonly wait: Wait;
  readonly page?: Pick<Window, 'open' | 'addEventListener' | 'removeEventListener'>;
}

/** How often to check whether the agent closed the window, in milliseconds. */
const glance = 500;

/**
 * Signs the agent in, in a popup window: most browsers block the cookies of a frame from another site, but not those of
 * a window. The sign-in page posts our message `token` to its opener; messages from other origins or windows are
 * ignored. Returns `undefined` if the browser blocks the popup (no click) or the agent closes it.
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
