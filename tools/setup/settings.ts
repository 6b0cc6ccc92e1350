import type { StreamAuth } from '../../src/sources/cjds/data-center.js';

/** What an administrator says about their organization; the names are the widget's own. */
export interface SetupSettings {
  readonly dataCenter?: string | undefined;
  readonly baseUrl?: string | undefined;
  readonly organizationId?: string | undefined;
  readonly projectId?: string | undefined;
  readonly templateId?: string | undefined;
  /** Whose journey to try; the customer of the newest event when absent. */
  readonly customer?: string | undefined;
  readonly streamAuth?: StreamAuth;
  /** Milliseconds to listen to the stream for; default 20 s, a little more than two heartbeats are apart. */
  readonly listen?: number;
  /** Publishes two events to `customer` and waits for them. They stay: the service takes nothing back. */
  readonly publish?: boolean;
}

/** The world outside. */
export interface SetupTools {
  readonly token: string;
  readonly fetch: typeof fetch;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Milliseconds until an answer counts as lost; default 10 s. */
  readonly timeout?: number;
}

/** The settings do not say whom to ask. The message is for the administrator. */
export class UnusableSettings extends Error {
  override readonly name = 'UnusableSettings';
}
