import { readAddress, sameAddress, type Address } from '../address/address.js';
import type { Alias, AliasKind, Person, PersonMatch } from './person.js';

const kinds: Readonly<Record<Address['kind'], AliasKind>> = { phone: 'phone', email: 'email', opaque: 'unknown' };

/** Whether the alias is the matched one. */
export const isMatched = ({ value }: Alias, { address }: Pick<PersonMatch, 'address'>): boolean =>
  value === address || sameAddress(readAddress(value), readAddress(address));

/** The form of the matched alias, if it differs from the one shown; `undefined` if the shown one is masked. */
export const matchedForm = ({ shown }: Address, { address }: PersonMatch): string | undefined =>
  address === shown || readAddress(shown)?.masked !== false ? undefined : address;

/** The kind of the alias that the address matched, else the kind that its form suggests. */
export const matchedKind = (address: Address, match: PersonMatch, person: Person | undefined): AliasKind =>
  person?.aliases.find((alias) => isMatched(alias, match))?.kind ?? kinds[address.kind];
