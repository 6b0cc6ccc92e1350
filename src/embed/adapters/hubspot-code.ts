import type { AdapterSettings, HostAdapter } from '../adapter-kit/host-adapter.js';
import { readContext, type JourneyContext, type Token } from '../protocol/protocol.js';
import { readTokenAnswer } from '../adapter-kit/token-response.js';
import { hubspotWords, type CodeProblem } from '../adapter-kit/hubspot-words.js';
import { fieldOf, nobody } from '../adapter-kit/adapter-context.js';
import { addressSetting } from '../adapter-kit/adapter-settings.js';

/** The page's URL, and a way to replace it. */
export interface PageAddress {
  readonly href: string;
  /** Replaces the URL in the address bar, without loading a page. */
  replace(href: string): void;
}

/** Options of the HubSpot adapter. */
export interface HubSpotOptions {
  /** The company's backend, which issued the code. */
  readonly exchangeUrl: URL;
  readonly address: PageAddress;
  readonly fetch?: typeof fetch;
  /** BCP 47 tags, best first; default: the browser's. */
  readonly languages?: readonly string[];
  /** Returns epoch milliseconds. */
  readonly now?: () => number;
}

interface Exchanged {
  /** The customer of the record. */
  readonly context: JourneyContext;
  readonly token: Token | undefined;
  /** The secret for one renewal of the token; kept in memory only. */
  readonly renewal: string | undefined;
}

/** The page shows the message to the agent. */
export class CodeError extends Error {
  /** Why the code was not accepted. */
  readonly problem: CodeProblem;
  constructor(problem: CodeProblem, languages: readonly string[]) {
    super(hubspotWords(problem, languages));
    this.name = 'CodeError';
    this.problem = problem;
  }
}

/**
 * The HubSpot adapter. HubSpot cannot send messages to a page in its modal, so the page's URL contains a code, valid
 * for one exchange and a few seconds. The code itself contains no data, and is removed from the URL first.
 */
export function hubSpot({
  exchangeUrl,
  address,
  fetch: ask = fetch.bind(globalThis),
  languages = navigator.languages,
  now = Date.now,
}: HubSpotOptions): HostAdapter {
  const code = takeCode(address);
  let first: Promise<Exchanged> | undefined;
  let renewal: string | undefined;
  let stopped = false;

  async function post(body: object): Promise<Response> {
    try {
      return await ask(exchangeUrl, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        redirect: 'error',
      });
    } catch {
      throw new CodeError('unreachable', languages);
    }
  }

  async function exchange(): Promise<Exchanged> {
    if (code === undefined) throw new CodeError('missing', languages);
    const answer = await post({ code });
    const body = (await answer.json().catch(() => undefined)) as unknown;
    if (!answer.ok) throw new CodeError(problemOf(answer.status, fieldOf(body, 'error')), languages);
    const exchanged = readExchanged(body, now());
    ({ renewal } = exchanged);
    return exchanged;
  }

  async function renewed(): Promise<Token | undefined> {
    if (renewal === undefined) return undefined;
    const mine = renewal;
    renewal = undefined;
    const answer = await post({ renewal: mine });
    if (!answer.ok) return undefined;
    const body = (await answer.json()) as unknown;
    renewal = renewalIn(body);
    return readTokenAnswer(fieldOf(body, 'token'), now());
  }

  const exchangedOnce = () => (first ??= exchange());

  return {
    name: 'hubspot-code',
    async start(update) {
      const { context } = await exchangedOnce();
      if (!stopped) update(context);
    },
    async token(reason) {
      try {
        const { token } = await exchangedOnce();
        return reason === 'start' ? token : await renewed();
      } catch {
        return undefined; // `start` reports the error
      }
    },
    stop() {
      stopped = true;
      renewal = undefined;
    },
  };
}

/**
 * Takes the code from the fragment, or from the query because HubSpot's modal can drop fragments, and removes it from
 * the URL.
 */
function takeCode(address: PageAddress): string | undefined {
  const url = new URL(address.href);
  const fragment = new URLSearchParams(url.hash.slice(1));
  const code = fragment.get('code') ?? url.searchParams.get('code');
  if (code === null) return undefined;
  url.hash = '';
  url.searchParams.delete('code');
  address.replace(url.href);
  return /^[\w.~-]{1,200}$/.test(code) ? code : undefined;
}

function problemOf(status: number, error: unknown): CodeProblem {
  if (error === 'expired' || error === 'used') return error;
  if (status === 410) return 'expired';
  if (status === 409) return 'used';
  return status >= 500 || status === 429 ? 'unreachable' : 'refused';
}

const renewalIn = (body: unknown): string | undefined => {
  const text = fieldOf(body, 'renewal');
  return typeof text === 'string' && text !== '' && text.length <= 2_000 ? text : undefined;
};

const readExchanged = (body: unknown, now: number): Exchanged => ({
  context: readContext(fieldOf(body, 'context')) ?? nobody,
  token: readTokenAnswer(fieldOf(body, 'token'), now),
  renewal: renewalIn(body),
});

/** Creates the adapter. Throws an Error that names the wrong setting. */
export const createAdapter = (settings: AdapterSettings): HostAdapter =>
  hubSpot({
    exchangeUrl: addressSetting(settings, 'exchangeUrl'),
    address: {
      href: location.href,
      replace: (href) => history.replaceState(null, '', href),
    },
  });
