import { isRecord } from '../../domain/base/json.js';
import { readContext, readIdentity, type Identity, type JourneyContext } from '../protocol/protocol.js';

/** No record, or one that says nothing about who the customer is. */
export const nobody: JourneyContext = { identities: [] };

/** More than these the protocol does not take. */
const most = 20;

/** What a CRM's field holds, as one way to say who the customer is; nothing where it is empty. */
export function identity(kind: Identity['kind'], value: unknown): readonly Identity[] {
  const text = typeof value === 'number' ? String(value) : value;
  const read = readIdentity({ kind, value: typeof text === 'string' ? text.trim() : undefined });
  return read ? [read] : [];
}

/** Each once, in their order. What is beside them is left out where it is not as it should be: the customer counts more. */
export function contextOf(identities: readonly Identity[], beside: { readonly locale?: unknown } = {}): JourneyContext {
  const byText = new Map(identities.map((one) => [`${one.kind} ${one.value}`, one]));
  const all = [...byText.values()].slice(0, most);
  return readContext({ identities: all, ...beside }) ?? { identities: all };
}

/** The text of JSON or what it stands for: vendors' SDKs hand over both. `undefined` for a text that is none. */
export function unpacked(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return undefined;
  }
}

/** An own property, whatever came. */
export const fieldOf = (value: unknown, name: string): unknown =>
  isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
