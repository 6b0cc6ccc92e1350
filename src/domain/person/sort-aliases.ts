import { readAddress, sameAddress } from '../address/address.js';
import { isOwn, type Alias, type AliasKind, type Person } from './person.js';

/** What tells `person` from the others of `persons` first: aliases that nobody else of them has, then those shared. */
export function distinguishingAliases(person: Person, persons: readonly Person[]): readonly Alias[] {
  const shared = (alias: Alias): number => (isOwn(alias, person, persons) ? 0 : 1);
  return [...sortAliases(person.aliases, undefined)].sort((a, b) => shared(a) - shared(b));
}

const kindOrder: readonly AliasKind[] = ['phone', 'email', 'customerId', 'socialId', 'temporaryId', 'unknown'];

/** How aliases are listed: the one that led here first, then by kind, within a kind as the service sends them. */
export function sortAliases(aliases: readonly Alias[], matched: string | undefined): readonly Alias[] {
  const address = readAddress(matched ?? '');
  const rank = ({ kind, value }: Alias): number =>
    address !== undefined && sameAddress(readAddress(value), address) ? -1 : kindOrder.indexOf(kind);
  return [...aliases].sort((a, b) => rank(a) - rank(b));
}
