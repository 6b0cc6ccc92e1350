import { sameAddress, type Address } from '../address/address.js';
import { maskedName } from '../masking/mask.js';
import { nameOf, type Person } from '../person/person.js';

/** Somebody whom the agent looked up. */
export interface RecentLookUp {
  readonly address: Address;
  /** Who holds it; empty while, or where, nobody is known. */
  readonly name: string;
  /** The name where addresses are masked: it may be no more than one of them. */
  readonly maskedName: string;
}

/** So many are kept. */
const most = 8;

/** `recents` with one more: newest first, each address once, with the name that was known of it. */
export function withLookUp(recents: readonly RecentLookUp[], address: Address): readonly RecentLookUp[] {
  const known = recents.find((recent) => sameAddress(recent.address, address));
  const others = recents.filter((recent) => recent !== known);
  return [{ name: '', maskedName: '', ...known, address }, ...others].slice(0, most);
}

/** `recents` with the name of whoever holds the address; the same list when it says so already, or does not have it. */
export function withName(recents: readonly RecentLookUp[], address: Address, person: Person): readonly RecentLookUp[] {
  const name = nameOf(person);
  const nameless = recents.find((recent) => sameAddress(recent.address, address) && recent.name !== name);
  return nameless === undefined
    ? recents
    : recents.map((recent) => (recent === nameless ? { ...recent, name, maskedName: maskedName(person) } : recent));
}
