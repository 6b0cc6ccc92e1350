import { abortable, wait as realWait, type Wait } from '../../platform/wait.js';

/** The token of the moment, and the way to a newer one. */
export interface TokenHolder {
  get(): string | undefined;
  /** Empty and blank are none. */
  set(token: string | undefined): void;
  /**
   * Resolves when another token than `refused` is there, or when none has come in time. Asks the host once, however many
   * wait. Rejects with the signal's reason when that aborts first; the others wait on.
   */
  renew(refused: string, signal: AbortSignal): Promise<void>;
}

export interface TokenHolderOptions {
  /** Asks the host for a newer token, which arrives by `set`. */
  readonly ask: () => void;
  readonly wait?: Wait;
  /** Milliseconds the host has for it, default 10,000. */
  readonly patience?: number;
}

interface Renewal {
  readonly refused: string;
  readonly arrival: AbortController;
  readonly over: Promise<void>;
}

export function createTokenHolder({ ask, wait = realWait, patience = 10_000 }: TokenHolderOptions): TokenHolder {
  let current: string | undefined;
  let renewal: Renewal | undefined;

  function askFor(refused: string): Renewal {
    const arrival = new AbortController();
    const over = wait(patience, arrival.signal)
      .catch(() => undefined) // it has come
      .finally(() => {
        if (renewal === asked) renewal = undefined;
      });
    const asked = { refused, arrival, over };
    renewal = asked; // before the host is asked: it may answer at once
    ask();
    return asked;
  }

  return {
    get: () => current,
    set(token) {
      current = token?.trim() || undefined;
      if (current === undefined || current === renewal?.refused) return;
      renewal?.arrival.abort();
      renewal = undefined;
    },
    async renew(refused, signal) {
      signal.throwIfAborted();
      if (current !== undefined && current !== refused) return;
      await abortable((renewal ?? askFor(refused)).over, signal);
    },
  };
}
