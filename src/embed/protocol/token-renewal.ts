import type { Token, TokenReason } from './protocol.js';

/** A token is renewed this many milliseconds before it expires. */
const ahead = 60_000;
/** Timeout of a request in milliseconds. A token that arrives later, for example after a sign-in, is still used. */
const defaultPatience = 10_000;
/** Longest time a browser timer can take, in milliseconds. */
const longest = 2 ** 31 - 1;

/** Requests and renews the agent's token. */
export interface TokenRenewal {
  /**
   * Requests a token; while a request is running, shares its answer. Resolves with the token, or with `undefined` if
   * there is none or the timeout ended.
   */
  need(reason: TokenReason): Promise<string | undefined>;
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
export interface TokenRenewalOptions {
  /** Requests a token from the host. Answer with `take` or `none`. */
  readonly ask: (reason: TokenReason) => void;
  /** Takes the token; keep it in memory only. */
  readonly use: (value: string | undefined) => void;
  /** Called when a request ended without a token; not for a renewal, because the old token can still be valid. */
  readonly missing: () => void;
  /**
   * Shortest time between two renewals by the timer, in milliseconds, default 30000: a host with expired tokens must
   * not get too many requests.
   */
  readonly pause?: number;
  /** Whether the timer also repeats a request when there is no token; default: off, because the agent can try again. */
  readonly insist?: boolean;
  /** Timeout of a request in milliseconds, default 10000. */
  readonly patience?: number;
  /** Returns epoch milliseconds. */
  readonly now?: () => number;
  /** Calls back once after some milliseconds; default: `setTimeout`. */
  readonly schedule?: (call: () => void, milliseconds: number) => void;
}

interface Question {
  readonly answer: Promise<string | undefined>;
  readonly end: (value: string | undefined) => void;
  readonly late: ReturnType<typeof setTimeout>;
  /** Whether there is no valid token until the answer. */
  urgent: boolean;
}

/**
 * Requests a token at the start, a minute before it expires, and after the service refused it. One request at a time.
 */
export function createTokenRenewal(options: TokenRenewalOptions): TokenRenewal {
  const { ask, use, missing, pause = 30_000, insist = false, patience = defaultPatience, now = Date.now } = options;
  const { schedule = (call, milliseconds) => void setTimeout(call, milliseconds) } = options;
  let held = false;
  let question: Question | undefined;
  let latestTimer = 0;

  function open(): Question {
    let end!: Question['end'];
    const answer = new Promise<string | undefined>((resolve) => (end = resolve));
    return { answer, end, late: setTimeout(none, patience), urgent: false };
  }

  function need(reason: TokenReason): Promise<string | undefined> {
    const isNew = question === undefined;
    const asked = (question ??= open());
    if (reason !== 'expiry') asked.urgent = true;
    if (isNew) ask(reason);
    return asked.answer;
  }

  function close(value?: string): void {
    clearTimeout(question?.late);
    question?.end(value);
    question = undefined;
  }

  function none(): void {
    if (question === undefined) return;
    const { urgent } = question;
    close();
    if (urgent) missing();
    if (!urgent || insist) renewIn(pause);
  }

  function renewIn(time: number): void {
    const mine = ++latestTimer;
    const call = () => void (mine === latestTimer && need('expiry'));
    schedule(call, Math.min(Math.max(time, pause), longest));
  }

  return {
    need,
    none,
    take({ value, expiresAt }) {
      held = true;
      use(value);
      close(value);
      renewIn(expiresAt - now() - ahead);
    },
    get held() {
      return held;
    },
    end() {
      latestTimer += 1;
      held = false;
      close();
      use(undefined);
    },
  };
}
