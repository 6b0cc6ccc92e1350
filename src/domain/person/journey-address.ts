import { readAddress, sameAddress } from '../address/address.js';
import { ownAddress, type Person } from './person.js';

/** Whether the same aliases lead to both. */
export const sameAliases = (a: Person, b: Person): boolean =>
  a.aliases.length === b.aliases.length &&
  a.aliases.every(({ value }) => b.aliases.some((alias) => alias.value === value));

/** Whether an address leads to somebody by one of their aliases, however the two are written. */
const leadsTo = ({ aliases }: Person, form: string): boolean =>
  aliases.some(({ value }) => value === form || sameAddress(readAddress(value), readAddress(form)));

/** How a person was looked for. */
export interface JourneyQuery {
  /** The form that their journey is asked for; empty while there is none. */
  readonly form: string;
  /** The forms of the address on the line. */
  readonly candidates: readonly string[];
  /** Among whom they were chosen: what those have too is not asked for. */
  readonly among: readonly Person[];
}

/**
 * The form that the journey of a person is asked for when their aliases have changed: the same as before, unless that was
 * taken away; the address on the line as soon as they have it again. Empty when nothing leads to them any more.
 */
export function journeyAddressAfter(before: Person, after: Person, { among, candidates, form }: JourneyQuery): string {
  const own = ownAddress(after, among, candidates) ?? '';
  const stays = form !== '' && (leadsTo(after, form) || !leadsTo(before, form));
  return stays && !candidates.includes(own) ? form : own;
}
