import { readAddress, sameAddress } from '../address/address.js';
import { isOwn, type Alias, type AliasKind, type Person } from './person.js';

/** The aliases of `person`, those that no other of `persons` has first. */
export function distinguishingAliases(person: Person, persons: readonly Person[]): readonly Alias[] {
  const shared = (alias: Alias): number => (isOwn(alias, person, persons) ? 0 : 1);
  return [...sortAliases(person.aliases, undefined)].sort((a, b) => shared(a) - shared(b));
}

const kindOrder: readonly AliasKind[] = ['phone', 'email', 'customerId', 'socialId', 'temporaryId', 'unknown'];

/** The order of aliases in a list: the matched one first, then by kind, then as the service sends them. */
export function sortAliases(aliases: readonly Alias[], matched: string | undefined): readonly Alias[] {
  const address = readAddress(matched ?? '');
  const rank = ({ kind, value }: Alias): number =>
    address !== undefined && sameAddress(readAddress(value), address) ? -1 : kindOrder.indexOf(kind);
  return [...aliases].sort((a, b) => rank(a) - rank(b));
}
