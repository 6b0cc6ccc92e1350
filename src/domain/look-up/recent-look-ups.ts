import { sameAddress, type Address } from '../address/address.js';
import { maskedName } from '../masking/mask.js';
import { nameOf, type Person } from '../person/person.js';

/** A customer whom the agent looked up. */
export interface RecentLookUp {
  readonly address: Address;
  /** The person with the address; empty if not known. */
  readonly name: string;
  /** The name if addresses are masked: the name itself may be an address. */
  readonly maskedName: string;
}

/** The maximum number of recent look-ups. */
const most = 8;

/** `recents` with one more: newest first, each address once. A known name is kept. */
export function withLookUp(recents: readonly RecentLookUp[], address: Address): readonly RecentLookUp[] {
  const known = recents.find((recent) => sameAddress(recent.address, address));
  const others = recents.filter((recent) => recent !== known);
  return [{ name: '', maskedName: '', ...known, address }, ...others].slice(0, most);
}

/** `recents` with the person's name added to the address; the same list if nothing changes. */
export function withName(recents: readonly RecentLookUp[], address: Address, person: Person): readonly RecentLookUp[] {
  const name = nameOf(person);
  const nameless = recents.find((recent) => sameAddress(recent.address, address) && recent.name !== name);
  return nameless === undefined
    ? recents
    : recents.map((recent) => (recent === nameless ? { ...recent, name, maskedName: maskedName(person) } : recent));
}
