import { isRecord } from '../../domain/base/json.js';

/*
 * What a CRM's page and the page in its frame say to each other. `hello` goes over the window and carries a port;
 * everything else goes over that port. Whatever arrives is a stranger's until one of the readers here has taken it: whole,
 * or not at all. They look at own properties only, and leave out what they do not know.
 */

/** The page's words to the one that frames it. */
export type GuestKind = 'welcome' | 'ready' | 'need-token' | 'size' | 'open' | 'failed' | 'bye';

/** The framing page's words. */
export type HostKind = 'hello' | 'context' | 'token' | 'bye';

export interface Envelope {
  readonly app: 'wayline';
  readonly v: 1;
  readonly kind: string;
  readonly body?: unknown;
}

/** One identity of a customer. */
export interface Identity {
  /** `external`: an ID of the CRM or another system that must match exactly. It is never read as a phone number. */
  readonly kind: 'phone' | 'email' | 'external';
  /** A phone number or email address in any common format, or an ID. At most 2,000 characters. */
  readonly value: string;
}

/** The customer to show. It replaces the last one. Without identities no customer is shown. */
export interface JourneyContext {
  /** All of one customer, at most 20. */
  readonly identities: readonly Identity[];
  /** The current contact. Another ID is another contact and starts a new view. Default: none. */
  readonly interactionId?: string;
  /** The agent's language, for example `de` or `pt-BR`. Default: the browser's. */
  readonly locale?: string;
  /** Light or dark. Default: what the system prefers. */
  readonly theme?: 'light' | 'dark';
  /** The URL of the CRM's page of the customer, https. Your page opens links to its origin. Default: none. */
  readonly recordUrl?: string;
}

/** The agent's access token for the journey service. */
export interface Token {
  /** ASCII text without spaces, at most 20,000 characters. */
  readonly value: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** Why the page needs a token: `start`: it has none. `expiry`: its token expires soon. `refused`: the service refused it. */
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

export interface Ready {
  /** Of the widget, as in `0.1.0`. */
  readonly version: string;
  /** Languages there are words for. */
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

export const envelope = (kind: GuestKind | HostKind, body?: unknown): Envelope =>
  body === undefined ? { app: 'wayline', v: 1, kind } : { app: 'wayline', v: 1, kind, body };

/** `undefined` for what others say to each other over the same window, and for versions we do not speak. */
export function readEnvelope(data: unknown): Envelope | undefined {
  const kind = own(data, 'kind');
  const ours = own(data, 'app') === 'wayline' && own(data, 'v') === 1 && isText(kind, limits.kind);
  return ours ? { app: 'wayline', v: 1, kind, body: own(data, 'body') } : undefined;
}

export function readContext(body: unknown): JourneyContext | undefined {
  const identities = listOf(own(body, 'identities'), limits.identities, readIdentity);
  const interactionId = optional(body, 'interactionId', (value) => isText(value, limits.interactionId));
  const locale = optional(body, 'locale', isLocale);
  const theme = optional(body, 'theme', isTheme);
  const recordUrl = optional(body, 'recordUrl', (value): value is string => readUrl(value) !== undefined);
  if (!identities || !interactionId || !locale || !theme || !recordUrl) return undefined;
  return { identities, ...interactionId, ...locale, ...theme, ...recordUrl };
}

export function readIdentity(value: unknown): Identity | undefined {
  const kind = own(value, 'kind');
  const text = own(value, 'value');
  const known = kind === 'phone' || kind === 'email' || kind === 'external';
  return known && isText(text, limits.identity) ? { kind, value: text } : undefined;
}

/** Only what may stand in a header: no blanks, nothing beyond ASCII. */
export function readToken(body: unknown): Token | undefined {
  const value = own(body, 'value');
  const expiresAt = own(body, 'expiresAt');
  const isToken = isText(value, limits.token) && /^[\x21-\x7e]+$/.test(value);
  return isToken && isNumber(expiresAt) && expiresAt > 0 ? { value, expiresAt } : undefined;
}

export function readReady(body: unknown): Ready | undefined {
  const version = own(body, 'version');
  const locales = listOf(own(body, 'locales'), limits.locales, (one) => (isLocale(one) ? one : undefined));
  return isText(version, limits.locale) && locales ? { version, locales } : undefined;
}

export function readReason(body: unknown): TokenReason | undefined {
  const reason = own(body, 'reason');
  return reason === 'start' || reason === 'expiry' || reason === 'refused' ? reason : undefined;
}

export function readFailure(body: unknown): FailureCode | undefined {
  const code = own(body, 'code');
  return failures.find((one) => one === code);
}

/** CSS pixels, whole. */
export function readHeight(body: unknown): number | undefined {
  const height = own(body, 'height');
  return isNumber(height) && height >= 0 && height <= limits.height ? Math.round(height) : undefined;
}

/** The address in the body of `open`. */
export const readOpen = (body: unknown): URL | undefined => readUrl(own(body, 'url'));

/** An https address without a password in it. */
function readUrl(value: unknown): URL | undefined {
  if (!isText(value, limits.url) || !URL.canParse(value)) return undefined;
  const url = new URL(value);
  return url.protocol === 'https:' && url.username === '' && url.password === '' ? url : undefined;
}

/** A body may come with anything in its prototype, or with `__proto__` as a name. */
const own = (value: unknown, name: string): unknown =>
  isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;

const isText = (value: unknown, longest: number): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= longest;

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

const isLocale = (value: unknown): value is string => isText(value, limits.locale) && /^[\w-]+$/.test(value);

const isTheme = (value: unknown): value is 'light' | 'dark' => value === 'light' || value === 'dark';

/** All of a list, or nothing of it. */
function listOf<T>(value: unknown, most: number, read: (item: unknown) => T | undefined): readonly T[] | undefined {
  if (!Array.isArray(value) || value.length > most) return undefined;
  const items = Array.from(value, read);
  return items.some((item) => item === undefined) ? undefined : (items as T[]);
}

/** Empty where there is none, `undefined` where it is not what it should be. */
function optional<N extends string, T>(
  body: unknown,
  name: N,
  isRight: (value: unknown) => value is T,
): { readonly [K in N]?: T } | undefined {
  const value = own(body, name) ?? undefined;
  if (value === undefined) return {};
  return isRight(value) ? ({ [name]: value } as { readonly [K in N]?: T }) : undefined;
}
