import type { Token, TokenReason } from './protocol.js';

/** Milliseconds before its end at which a newer token is asked for. */
const ahead = 60_000;
/** Milliseconds the host has; a sign-in may take longer, and its token is used whenever it comes. */
const defaultPatience = 10_000;
/** The longest time of a timer. */
const longest = 2 ** 31 - 1;

/** Asks the host for tokens, one request at a time. */
export interface TokenRenewal {
  /**
   * Asks for a token, unless that has been asked already: then all wait for the same answer. Resolves with the token, or with
   * `undefined` when there is none or it has not come in time.
   */
  need(reason: TokenReason): Promise<string | undefined>;
  take(token: Token): void;
  /** The host says that it has none: nobody waits for it any longer. */
  none(): void;
  /** Whether there is one. */
  readonly held: boolean;
  /** Forgets it, and asks no more. */
  end(): void;
}

/** What the renewal of tokens needs. */
export interface TokenRenewalOptions {
  /** Its answer comes by `take` or `none`. */
  readonly ask: (reason: TokenReason) => void;
  /** It is kept by whoever uses it, in memory. */
  readonly use: (value: string | undefined) => void;
  /** The host had its time. Not called while an older token may still do. */
  readonly missing: () => void;
  /** Milliseconds between two questions of the timer, default 30,000: a host whose tokens end at once is not stormed. */
  readonly pause?: number;
  /** Whether the timer asks again also when there is no token at all, default no: the agent is offered to try again. */
  readonly insist?: boolean;
  readonly patience?: number;
  readonly now?: () => number;
  /** Calls back once, after some milliseconds. */
  readonly schedule?: (call: () => void, milliseconds: number) => void;
}

interface Question {
  readonly answer: Promise<string | undefined>;
  readonly end: (value: string | undefined) => void;
  readonly late: ReturnType<typeof setTimeout>;
  /** Somebody waits who has no token that works. */
  urgent: boolean;
}

/** When a token is asked for: at first, a minute before it ends, and when the service refuses it. One question at a time. */
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
