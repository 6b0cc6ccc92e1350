/**
 * What can go wrong, by what the reader can do about it.
 *
 * - `unauthorized`: the token is missing, invalid or expired (401): sign in again
 * - `forbidden`: the user has no permission (403): an administrator must act
 * - `not-found`: the service has no such resource (404)
 * - `conflict`: the data at the service has changed (409)
 * - `alias-taken`: the address belongs to another person
 * - `alias-limit`: the person has as many addresses of this kind as the service allows
 * - `rejected`: the request is not valid (any other 4xx)
 * - `rate-limited`: too many requests (429); `retryAfter` is the time to wait
 * - `server`: the service failed (5xx)
 * - `network`: no response: offline, blocked, wrong host or timeout
 * - `malformed`: the response could not be read
 * - `project-unknown`: no project has the contact-center connector: journeys are not provisioned
 * - `project-forbidden`: this token may not list projects: `project-id` must be set
 * - `host-unknown`: no host is known for this data center, and no `base-url` is set
 * - `host-refused`: a token may not be sent to `base-url`
 * - `task-unreadable`: the task that the desktop set cannot be read
 */
export type JourneyErrorKind =
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'alias-taken'
  | 'alias-limit'
  | 'rejected'
  | 'rate-limited'
  | 'server'
  | 'network'
  | 'malformed'
  | 'project-unknown'
  | 'project-forbidden'
  | 'host-unknown'
  | 'host-refused'
  | 'task-unreadable';

/** What is known about a failure besides its kind. */
export interface JourneyErrorDetails {
  /** HTTP status, if there was a response. */
  readonly status?: number | undefined;
  /** The vendor's ID of the failed request, for support. */
  readonly trackingId?: string | undefined;
  /** How long the service asks us to wait, milliseconds. */
  readonly retryAfter?: number | undefined;
  /** The reasons in the response, as text; only {@link JourneyError.says} reads them. */
  readonly reasons?: readonly string[];
  /** The error that led to this one. */
  readonly cause?: unknown;
}

/** The only error that `sources` throws. `kind` decides which text the agent reads; text of the server is never shown. */
export class JourneyError extends Error {
  /** Always `JourneyError`. */
  override readonly name = 'JourneyError';
  /** What went wrong. */
  readonly kind: JourneyErrorKind;
  /** HTTP status, `undefined` without a response. */
  readonly status: number | undefined;
  /** The vendor's ID of the failed request, for its support. */
  readonly trackingId: string | undefined;
  /** How long the service asks to wait, milliseconds. */
  readonly retryAfter: number | undefined;
  /** May contain a customer's address, so it stays private. */
  readonly #reasons: readonly string[];

  /** The message of the error is its kind. */
  constructor(kind: JourneyErrorKind, details: JourneyErrorDetails = {}) {
    super(kind, { cause: details.cause });
    this.kind = kind;
    this.status = details.status;
    this.trackingId = details.trackingId;
    this.retryAfter = details.retryAfter;
    this.#reasons = details.reasons ?? [];
  }

  /** Whether one of the service's reasons matches. */
  says(what: RegExp): boolean {
    return this.#reasons.some((reason) => what.test(reason));
  }
}

/** Whether the same read can succeed later. */
export const isRetryable = ({ kind }: JourneyError): boolean =>
  kind === 'network' || kind === 'server' || kind === 'rate-limited';
