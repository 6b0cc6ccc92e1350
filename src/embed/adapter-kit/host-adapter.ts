import type { JourneyContext, Token, TokenReason } from '../protocol/protocol.js';

/**
 * Connects the guest page to a CRM by the CRM's own SDK, instead of a host that uses our protocol. Must not put
 * customer data into logs, storage or URLs.
 */
export interface HostAdapter {
  /** Name of the adapter's file, without `.js`. */
  readonly name: string;
  /**
   * Starts to follow the CRM. Calls `update` for each record that the agent opens; without identities if there is no
   * customer. Rejects if the CRM does not respond; the page shows the error.
   */
  start(update: (context: JourneyContext) => void): Promise<void>;
  /** Requests a token; `undefined` if the agent has to sign in. Never called again before it has returned. */
  token(reason: TokenReason): Promise<Token | undefined>;
  /** Opens a page of the CRM in the agent's workspace. Without this method, links open in a new tab. */
  openUrl?(url: URL): void;
  /** Stops following the CRM. */
  stop(): void;
}

/** `adapterSettings` of `wayline-config.json`. Each adapter reads the settings that it knows. */
export type AdapterSettings = Readonly<Record<string, string>>;

/** The exports of `adapters/<name>.js`. */
export interface AdapterModule {
  /** Throws an Error that names the wrong setting. */
  createAdapter(settings: AdapterSettings): HostAdapter;
}
