import type { JourneyContext, Token, TokenReason } from '../protocol/protocol.js';

/**
 * What the guest page needs of a CRM whose own SDK talks to frames, instead of a host that speaks our protocol. Without
 * customer data in logs, storage or addresses.
 */
export interface HostAdapter {
  readonly name: string;
  /**
   * Begins to follow the CRM; `update` is called for each record the agent turns to, and without identities when there is
   * none. Rejects when the CRM does not answer; the page says so.
   */
  start(update: (context: JourneyContext) => void): Promise<void>;
  /** `undefined` when there is none: the agent has to sign in. Asked once at a time. */
  token(reason: TokenReason): Promise<Token | undefined>;
  /** Opens a page of the CRM where the agent works. Without it links open in a new tab. */
  openUrl?(url: URL): void;
  stop(): void;
}

/** `adapterSettings` of `wayline-config.json`, as they stand there; an adapter reads the ones it knows. */
export type AdapterSettings = Readonly<Record<string, string>>;

/** What the file `adapters/<name>.js` beside the page exports. */
export interface AdapterModule {
  /** Throws an Error that says which setting is wrong. */
  createAdapter(settings: AdapterSettings): HostAdapter;
}
