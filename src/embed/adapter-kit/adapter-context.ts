import { isRecord } from '../../domain/base/json.js';
import { readContext, readIdentity, type Identity, type JourneyContext } from '../protocol/protocol.js';

/** The context without a customer: no record is open, or the record does not identify a customer. */
export const nobody: JourneyContext = { identities: [] };

/** Most identities that the protocol allows. */
const most = 20;

/** A CRM field as an identity; empty if the field is empty. */
export function identity(kind: Identity['kind'], value: unknown): readonly Identity[] {
  const text = typeof value === 'number' ? String(value) : value;
  const read = readIdentity({ kind, value: typeof text === 'string' ? text.trim() : undefined });
  return read ? [read] : [];
}

/**
 * A context with each identity once, in their order. A locale that is not valid is left out, so that the customer is
 * shown.
 */
export function contextOf(identities: readonly Identity[], beside: { readonly locale?: unknown } = {}): JourneyContext {
  const byText = new Map(identities.map((one) => [`${one.kind} ${one.value}`, one]));
  const all = [...byText.values()].slice(0, most);
  return readContext({ identities: all, ...beside }) ?? { identities: all };
}

/**
 * Parses JSON text; other values are returned as they are, because SDKs return both. `undefined` if the text is not
 * JSON.
 */
export function unpacked(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return undefined;
  }
}

/** An own property of an untrusted value; `undefined` if there is none. */
export const fieldOf = (value: unknown, name: string): unknown =>
  isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
