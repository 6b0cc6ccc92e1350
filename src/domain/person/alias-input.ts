import { readAddress } from '../address/address.js';
import { aliasFor } from './alias-counts.js';
import type { Alias, AliasKind } from './person.js';

/** Kinds that an agent may give and take; the others come from the systems that made them. */
export const editableKinds = ['phone', 'email', 'customerId'] as const;
export type EditableKind = (typeof editableKinds)[number];

export const isEditable = ({ kind }: { readonly kind: AliasKind }): boolean =>
  (editableKinds as readonly AliasKind[]).includes(kind);

/** So many aliases of a kind the service documents, for imports alone; what an agent may add is not said. */
export const documentedAliasLimit = 5;

/** Why what was typed is no alias that can be added. */
export type AliasInputProblem = 'empty' | 'not-phone' | 'not-email' | 'there';

/** What an agent typed, as it is stored: a phone number as E.164. `known` are the person's own. */
export function readAliasInput(kind: EditableKind, text: string, known: readonly Alias[]): Alias | AliasInputProblem {
  const typed = text.trim();
  if (typed === '') return 'empty';
  const value = { phone: phoneIn, email: emailIn, customerId: () => typed }[kind](typed);
  if (value === undefined) return kind === 'phone' ? 'not-phone' : 'not-email';
  const is = kind === 'customerId' ? known.find((alias) => alias.value === value) : aliasFor(value, known);
  return is === undefined ? { kind, value } : 'there';
}

function phoneIn(typed: string): string | undefined {
  const address = readAddress(typed);
  const [first] = address?.candidates ?? [];
  return address?.kind === 'phone' && first?.startsWith('+') ? first : undefined;
}

function emailIn(typed: string): string | undefined {
  const address = readAddress(typed);
  return address?.kind === 'email' ? address.candidates[0] : undefined;
}
