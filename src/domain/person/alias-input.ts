import { readAddress } from '../address/address.js';
import { aliasFor } from './alias-counts.js';
import type { Alias, AliasKind } from './person.js';

/** The kinds that an agent can add and remove. Systems create the others. */
export const editableKinds = ['phone', 'email', 'customerId'] as const;

/** The kinds of aliases that an agent can add and remove. */
export type EditableKind = (typeof editableKinds)[number];

/** Whether an agent can add and remove aliases of this kind. */
export const isEditable = ({ kind }: { readonly kind: AliasKind }): boolean =>
  (editableKinds as readonly AliasKind[]).includes(kind);

/** The maximum number of aliases of a kind that the service documents for imports. It documents no limit for edits. */
export const documentedAliasLimit = 5;

/** Why the text is not an alias that can be added. */
export type AliasInputProblem = 'empty' | 'not-phone' | 'not-email' | 'there';

/**
 * Reads an alias from an agent's text, in the form to store: a phone number as E.164. `known`: the person's aliases.
 */
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
