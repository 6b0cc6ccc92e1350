import type { Token, TokenReason } from './protocol.js';

/** Milliseconds before its end at which a newer token is asked for. */
const ahead = 60_000;
/** Milliseconds between two questions that nobody but the clock asks: a host that hands out dead tokens is not stormed. */
const pause = 30_000;
/** Milliseconds the host has; a sign-in may take longer, and its token is taken whenever it comes. */
const defaultPatience = 10_000;
/** What a timer can hold. */
const longest = 2 ** 31 - 1;

export interface TokenRenewal {
  /** Asks for a token, unless that has been asked already. */
  need(reason: TokenReason): void;
  take(token: Token): void;
  /** The host says that it has none: nobody waits for it any longer. */
  none(): void;
  /** Whether there is one. */
  readonly held: boolean;
  /** Forgets it, and asks no more. */
  end(): void;
}

export interface TokenLifeOptions {
  readonly ask: (reason: TokenReason) => void;
  /** It is kept by whoever uses it, in memory. */
  readonly use: (value: string | undefined) => void;
  /** The host had its time. Not called while an older token may still do. */
  readonly missing: () => void;
  readonly now?: () => number;
  readonly patience?: number;
}

/** When a token is asked for: at first, in time before it ends, and when the service refuses it. One question at a time. */
export function createTokenRenewal(options: TokenLifeOptions): TokenRenewal {
  const { ask, use, missing, now = Date.now, patience = defaultPatience } = options;
  let held = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  /** What the question that waits was about. */
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
