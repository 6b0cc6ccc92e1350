import { sameAddress, type Address } from './address.js';

/** Somebody whom the agent looked up. */
export interface RecentLookUp {
  readonly address: Address;
  /** Who holds it; empty while, or where, nobody is known. */
  readonly name: string;
}

/** So many are kept. */
const most = 8;

/** `recents` with one more: newest first, each address once, with the name that was known of it. */
export function withLookUp(recents: readonly RecentLookUp[], address: Address): readonly RecentLookUp[] {
  const known = recents.find((recent) => sameAddress(recent.address, address));
  const others = recents.filter((recent) => recent !== known);
  return [{ address, name: known?.name ?? '' }, ...others].slice(0, most);
}

/** `recents` with the name of whoever holds the address; the same list when it says so already, or does not have it. */
export function withName(recents: readonly RecentLookUp[], address: Address, name: string): readonly RecentLookUp[] {
  const nameless = recents.find((recent) => sameAddress(recent.address, address) && recent.name !== name);
  return nameless === undefined
    ? recents
    : recents.map((recent) => (recent === nameless ? { ...recent, name } : recent));
}
