import { isRecord } from '../../domain/base/json.js';

/*
 * The messages between a CRM page (host) and the page in its frame (guest). `hello` is posted to the window and carries
 * a port; all other messages use that port. Incoming messages are untrusted until a reader here has accepted them.
 * Readers accept a message completely or not at all. They read own properties only and ignore unknown ones.
 */

/** Messages from the guest to the host. */
export type GuestKind = 'welcome' | 'ready' | 'need-token' | 'size' | 'open' | 'failed' | 'bye';

/** Messages from the host to the guest. */
export type HostKind = 'hello' | 'context' | 'token' | 'bye';

/** The format of every message. */
export interface Envelope {
  readonly app: 'wayline';
  /** Version of the protocol. */
  readonly v: 1;
  readonly kind: string;
  readonly body?: unknown;
}

/** One way to identify the customer. `external` is an ID of the CRM or another system, never read as a phone number. */
export interface Identity {
  /** `external`: an ID of the CRM or another system that must match exactly. It is never read as a phone number. */
  readonly kind: 'phone' | 'email' | 'external';
  /** A phone number or email address in any common format, or an ID. At most 2,000 characters. */
  readonly value: string;
}

/** The customer to show; replaces the previous one. Without identities, no customer is shown. */
export interface JourneyContext {
  /** All identities of one customer, at most 20. */
  readonly identities: readonly Identity[];
  /** The current interaction. Another one counts as another customer, even with the same identities. */
  readonly interactionId?: string;
  /** The agent's language, for example `de` or `pt-BR`; default: the browser's. */
  readonly locale?: string;
  /** Light or dark. Default: what the system prefers. */
  readonly theme?: 'light' | 'dark';
  /** The https URL of the customer's page in the CRM. The host opens links to its origin. */
  readonly recordUrl?: string;
}

/** The agent's access token for the journey service. */
export interface Token {
  /** ASCII text without spaces, at most 20,000 characters. */
  readonly value: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** Why a token is requested: there is none yet, it expires soon, or the service refused it. */
export type TokenReason = 'start' | 'expiry' | 'refused';

/**
 * A problem of the frame's page; never anything about a customer.
 *
 * - `context-refused`: the identities or details are not valid
 * - `token-refused`: the service refuses the new token
 * - `no-token`: no token came within ten seconds
 */
export type FailureCode = 'context-refused' | 'token-refused' | 'no-token';

const failures: readonly FailureCode[] = ['context-refused', 'token-refused', 'no-token'];

/** The guest can take a context now. */
export interface Ready {
  /** Version of the widget, for example `0.1.0`. */
  readonly version: string;
  /** Languages that have texts; BCP 47 tags. */
  readonly locales: readonly string[];
}

const limits = {
  kind: 40,
  identities: 20,
  identity: 2_000,
  token: 20_000,
  url: 2_000,
  interactionId: 200,
  locale: 35,
  locales: 100,
  height: 100_000,
} as const;

/** Creates a message. */
export const envelope = (kind: GuestKind | HostKind, body?: unknown): Envelope =>
  body === undefined ? { app: 'wayline', v: 1, kind } : { app: 'wayline', v: 1, kind, body };

/** Reads a message. `undefined` for messages of other scripts, and for other versions of the protocol. */
export function readEnvelope(data: unknown): Envelope | undefined {
  const kind = own(data, 'kind');
  const ours = own(data, 'app') === 'wayline' && own(data, 'v') === 1 && isText(kind, limits.kind);
  return ours ? { app: 'wayline', v: 1, kind, body: own(data, 'body') } : undefined;
}

/** Reads the body of `context`; `undefined` if it is not valid. */
export function readContext(body: unknown): JourneyContext | undefined {
  const identities = listOf(own(body, 'identities'), limits.identities, readIdentity);
  const interactionId = optional(body, 'interactionId', (value) => isText(value, limits.interactionId));
  const locale = optional(body, 'locale', isLocale);
  const theme = optional(body, 'theme', isTheme);
  const recordUrl = optional(body, 'recordUrl', (value): value is string => readUrl(value) !== undefined);
  if (!identities || !interactionId || !locale || !theme || !recordUrl) return undefined;
  return { identities, ...interactionId, ...locale, ...theme, ...recordUrl };
}

/** Reads an identity; `undefined` if it is not valid. */
export function readIdentity(value: unknown): Identity | undefined {
  const kind = own(value, 'kind');
  const text = own(value, 'value');
  const known = kind === 'phone' || kind === 'email' || kind === 'external';
  return known && isText(text, limits.identity) ? { kind, value: text } : undefined;
}

/** Reads the body of `token`. Allows only characters that are valid in an HTTP header: ASCII without spaces. */
export function readToken(body: unknown): Token | undefined {
  const value = own(body, 'value');
  const expiresAt = own(body, 'expiresAt');
  const isToken = isText(value, limits.token) && /^[\x21-\x7e]+$/.test(value);
  return isToken && isNumber(expiresAt) && expiresAt > 0 ? { value, expiresAt } : undefined;
}

/** Reads the body of `ready`; `undefined` if it is not valid. */
export function readReady(body: unknown): Ready | undefined {
  const version = own(body, 'version');
  const locales = listOf(own(body, 'locales'), limits.locales, (one) => (isLocale(one) ? one : undefined));
  return isText(version, limits.locale) && locales ? { version, locales } : undefined;
}

/** Reads the body of `need-token`; `undefined` if it is not valid. */
export function readReason(body: unknown): TokenReason | undefined {
  const reason = own(body, 'reason');
  return reason === 'start' || reason === 'expiry' || reason === 'refused' ? reason : undefined;
}

/** Reads the body of `failed`; `undefined` if it is not valid. */
export function readFailure(body: unknown): FailureCode | undefined {
  const code = own(body, 'code');
  return failures.find((one) => one === code);
}

/** Reads the body of `size`, in whole CSS pixels; `undefined` if it is not valid. */
export function readHeight(body: unknown): number | undefined {
  const height = own(body, 'height');
  return isNumber(height) && height >= 0 && height <= limits.height ? Math.round(height) : undefined;
}

/** Reads the body of `open`; `undefined` if it is not a safe URL. */
export const readOpen = (body: unknown): URL | undefined => readUrl(own(body, 'url'));

/** An https URL without user name and password. */
function readUrl(value: unknown): URL | undefined {
  if (!isText(value, limits.url) || !URL.canParse(value)) return undefined;
  const url = new URL(value);
  return url.protocol === 'https:' && url.username === '' && url.password === '' ? url : undefined;
}

/** Reads an own property: the prototype of an untrusted body, and a property named `__proto__`, do not count. */
const own = (value: unknown, name: string): unknown =>
  isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;

const isText = (value: unknown, longest: number): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= longest;

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

const isLocale = (value: unknown): value is string => isText(value, limits.locale) && /^[\w-]+$/.test(value);

const isTheme = (value: unknown): value is 'light' | 'dark' => value === 'light' || value === 'dark';

/** All items of a list; `undefined` if one of them is not valid. */
function listOf<T>(value: unknown, most: number, read: (item: unknown) => T | undefined): readonly T[] | undefined {
  if (!Array.isArray(value) || value.length > most) return undefined;
  const items = Array.from(value, read);
  return items.some((item) => item === undefined) ? undefined : (items as T[]);
}

/** An object with the property; empty if it is missing, `undefined` if it is not valid. */
function optional<N extends string, T>(
  body: unknown,
  name: N,
  isRight: (value: unknown) => value is T,
): { readonly [K in N]?: T } | undefined {
  const value = own(body, name) ?? undefined;
  if (value === undefined) return {};
  return isRight(value) ? ({ [name]: value } as { readonly [K in N]?: T }) : undefined;
}
