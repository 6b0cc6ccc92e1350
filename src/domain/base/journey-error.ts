/**
 * What can go wrong, by what the reader can do about it.
 *
 * - `unauthorized`: the token is missing, invalid or expired (401): sign in again
 * - `forbidden`: the token lacks a right (403): the administrator's turn
 * - `not-found`: the service does not know what was asked for (404)
 * - `conflict`: the service is in another state than we thought (409)
 * - `alias-taken`: the address belongs to another person
 * - `alias-limit`: the person has as many addresses of this kind as the service allows
 * - `rejected`: the service calls the request wrong (any other 4xx)
 * - `rate-limited`: too many requests (429); `retryAfter` says when to come back
 * - `server`: the service failed (5xx)
 * - `network`: no answer came: offline, blocked, wrong host or timed out
 * - `malformed`: an answer came that nobody can read
 * - `project-unknown`: no project has the contact-center connector: journeys are not provisioned
 * - `project-forbidden`: this token may not list projects: `project-id` must be set
 * - `host-unknown`: no host is known for this data center, and no `base-url` is set
 * - `host-refused`: `base-url` is not an address a token may be sent to
 * - `task-unreadable`: the desktop handed over a task that cannot be read
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
  /** HTTP status, when there was an answer. */
  readonly status?: number | undefined;
  /** The vendor's id of the failed request, to quote to support. */
  readonly trackingId?: string | undefined;
  /** Milliseconds the service asks us to wait. */
  readonly retryAfter?: number | undefined;
  /** What the service said, in words; for {@link JourneyError.says} alone. */
  readonly reasons?: readonly string[];
  /** The error that led to this one. */
  readonly cause?: unknown;
}

/** The only error `sources` throws; what the agent reads is chosen by `kind`, never taken from the server. */
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
  /** May hold an address, so nobody gets to read it. */
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

  /** Whether the service gave a reason of this kind. */
  says(what: RegExp): boolean {
    return this.#reasons.some((reason) => what.test(reason));
  }
}

/** Whether the same read may succeed a moment later. */
export const isRetryable = ({ kind }: JourneyError): boolean =>
  kind === 'network' || kind === 'server' || kind === 'rate-limited';
