import type { Token, TokenReason } from '../protocol/protocol.js';

/** A token is renewed this many milliseconds before it expires. */
const ahead = 60_000;
/**
 * Shortest time between two renewals by the timer, in milliseconds: a host with expired tokens must not get too many
 * requests.
 */
const pause = 30_000;
/** Timeout of a request in milliseconds. A token that arrives later, for example after a sign-in, is still used. */
const defaultPatience = 10_000;
/** Longest time a browser timer can take, in milliseconds. */
const longest = 2 ** 31 - 1;

/** Requests and renews the agent's token. */
export interface TokenRenewal {
  /** Requests a token, unless a request is running. */
  need(reason: TokenReason): void;
  /** Takes a token from the host. */
  take(token: Token): void;
  /** Ends the running request, because the host has no token. */
  none(): void;
  /** Whether there is a token. */
  readonly held: boolean;
  /** Removes the token and stops all requests. */
  end(): void;
}

/** Options of {@link createTokenRenewal}. */
export interface TokenLifeOptions {
  readonly ask: (reason: TokenReason) => void;
  /** Takes the token; keep it in memory only. */
  readonly use: (value: string | undefined) => void;
  /** Called when a request ended without a token; not for a renewal, because the old token can still be valid. */
  readonly missing: () => void;
  readonly now?: () => number;
  /** Timeout of a request in milliseconds, default 10000. */
  readonly patience?: number;
}

/** Requests a token at the start, before it expires, and after the service refused it. One request at a time. */
export function createTokenRenewal(options: TokenLifeOptions): TokenRenewal {
  const { ask, use, missing, now = Date.now, patience = defaultPatience } = options;
  let held = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  /** The reason of the running request. */
  let asked: TokenReason = 'start';
  let renewal: ReturnType<typeof setTimeout> | undefined;

  function need(reason: TokenReason): void {
    if (waiting !== undefined) return;
    asked = reason;
    waiting = setTimeout(none, patience);
    ask(reason);
  }

  function none(): void {
    if (waiting === undefined) return;
    clearTimeout(waiting);
    waiting = undefined;
    if (asked === 'expiry') renewIn(pause);
    else missing();
  }

  function renewIn(time: number): void {
    clearTimeout(renewal);
    renewal = setTimeout(() => need('expiry'), Math.min(Math.max(time, pause), longest));
  }

  const rest = (): void => {
    clearTimeout(waiting);
    clearTimeout(renewal);
    waiting = renewal = undefined;
  };

  return {
    need,
    none,
    take({ value, expiresAt }) {
      rest();
      held = true;
      use(value);
      renewIn(expiresAt - now() - ahead);
    },
    get held() {
      return held;
    },
    end() {
      rest();
      held = false;
      use(undefined);
    },
  };
}
