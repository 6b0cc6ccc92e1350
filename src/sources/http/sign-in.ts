import { abortable, wait as realWait, type Wait } from '../../platform/wait.js';
import type { Permission, PermissionMemory } from './permission-memory.js';

/** The agent's sign-in: the current token, the way to a newer one, and what it is allowed. */
export interface SignIn {
  token(): string | undefined;
  /** Empty and blank are none. With another token all permissions are unknown again. */
  set(token: string | undefined): void;
  /**
   * Resolves when another token than `refused` is there, or when none has come in time. Asks the host once, however many
   * wait. Rejects with the signal's reason when that aborts first; the others wait on.
   */
  renew(refused: string, signal: AbortSignal): Promise<void>;
  /** `undefined` while it has not been tried. `scope`: the project or the host. */
  may(permission: Permission, scope: string): boolean | undefined;
  /** `triedWith`: the token of the request. Its answer says nothing about a token that came later. */
  learn(permission: Permission, scope: string, allowed: boolean, triedWith: string | undefined): void;
  /** Calls back when a permission is learned. */
  subscribe(listener: () => void): () => void;
}

/** What a source needs to respect permissions. */
export type LearnedPermissions = Pick<SignIn, 'token' | 'may' | 'learn'>;

/** What a sign-in needs. Default of `wait`: the browser's timer. */
export interface SignInOptions {
  /** Asks the host for a newer token. A host may promise one; the token of any host may also arrive by `set`. */
  readonly ask: () => Promise<string | undefined> | undefined;
  readonly memory: PermissionMemory;
  readonly wait?: Wait;
  /** Milliseconds for a host that promises nothing, default 10,000. */
  readonly patience?: number;
}

interface Renewal {
  readonly refused: string;
  readonly arrival: AbortController;
  readonly over: Promise<void>;
}

/** Creates a sign-in without a token. */
export function createSignIn({ ask, memory, wait = realWait, patience = 10_000 }: SignInOptions): SignIn {
  let current: string | undefined;
  let renewal: Renewal | undefined;

  function set(token: string | undefined): void {
    current = token?.trim() || undefined;
    if (current === undefined || current === renewal?.refused) return;
    renewal?.arrival.abort();
    renewal = undefined;
  }

  /** The host's promise is the clock; without one, `patience` is. */
  async function answered(arrival: AbortSignal): Promise<void> {
    const promised = ask();
    if (promised === undefined) return wait(patience, arrival);
    const token = await abortable(promised, arrival);
    if (token !== undefined) set(token);
  }

  function askFor(refused: string): Renewal {
    const arrival = new AbortController();
    let end!: () => void;
    const asked = { refused, arrival, over: new Promise<void>((resolve) => (end = resolve)) };
    renewal = asked; // before the host is asked: it may answer at once
    void answered(arrival.signal)
      .catch(() => undefined) // a token has come, or the host failed
      .finally(() => {
        if (renewal === asked) renewal = undefined;
        end();
      });
    return asked;
  }

  return {
    token: () => current,
    set,
    async renew(refused, signal) {
      signal.throwIfAborted();
      if (current !== undefined && current !== refused) return;
      await abortable((renewal ?? askFor(refused)).over, signal);
    },
    may: (permission, scope) => memory.recall(current, permission, scope),
    learn(permission, scope, allowed, triedWith) {
      if (triedWith === current) memory.learn(current, permission, scope, allowed);
    },
    subscribe: memory.subscribe,
  };
}
