import { readAddress, sameAddress, type Address } from '../address/address.js';
import type { Alias, AliasKind, Person, PersonMatch } from './person.js';

const kinds: Readonly<Record<Address['kind'], AliasKind>> = { phone: 'phone', email: 'email', opaque: 'unknown' };

/** Whether the alias is the one that led to its person. */
export const isMatched = ({ value }: Alias, { address }: Pick<PersonMatch, 'address'>): boolean =>
  value === address || sameAddress(readAddress(value), readAddress(address));

/** The form that led to the person, where it is another than the one shown; none where that one hides something. */
export const matchedForm = ({ shown }: Address, { address }: PersonMatch): string | undefined =>
  address === shown || readAddress(shown)?.masked !== false ? undefined : address;

/** What the address is to the person: the kind of the alias it matched, else what it looks like. */
export const matchedKind = (address: Address, match: PersonMatch, person: Person | undefined): AliasKind =>
  person?.aliases.find((alias) => isMatched(alias, match))?.kind ?? kinds[address.kind];
