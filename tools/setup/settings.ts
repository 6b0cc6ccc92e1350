import type { StreamAuth } from '../../src/sources/cjds/data-center.js';

/** An administrator's settings. The names are those of the widget. */
export interface SetupSettings {
  readonly dataCenter?: string | undefined;
  readonly baseUrl?: string | undefined;
  readonly organizationId?: string | undefined;
  readonly projectId?: string | undefined;
  readonly templateId?: string | undefined;
  /** The customer to test with; default: the customer of the newest event. */
  readonly customer?: string | undefined;
  readonly streamAuth?: StreamAuth;
  /** How long to listen to the stream, milliseconds; default 20,000, a little more than two heartbeat intervals. */
  readonly listen?: number;
  /** Publish two events for `customer` and wait for them; default: off. The events cannot be removed. */
  readonly publish?: boolean;
}

/** Token, network and clock. */
export interface SetupTools {
  readonly token: string;
  readonly fetch: typeof fetch;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Milliseconds until a request fails; default 10,000. */
  readonly timeout?: number;
}

/** The settings name no usable host. The message is for the administrator. */
export class UnusableSettings extends Error {
  override readonly name = 'UnusableSettings';
}
