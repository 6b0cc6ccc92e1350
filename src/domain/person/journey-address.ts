import { readAddress, sameAddress } from '../address/address.js';
import { ownAddress, type Person } from './person.js';

/** Whether both have an alias in common. */
export const sameAliases = (a: Person, b: Person): boolean =>
  a.aliases.length === b.aliases.length &&
  a.aliases.every(({ value }) => b.aliases.some((alias) => alias.value === value));

/** Whether an address matches one of the person's aliases, in any format. */
const leadsTo = ({ aliases }: Person, form: string): boolean =>
  aliases.some(({ value }) => value === form || sameAddress(readAddress(value), readAddress(form)));

/** How a person was looked for. */
export interface JourneyQuery {
  /** The form that their journey is read by; empty if there is none yet. */
  readonly form: string;
  /** The forms of the task's address. */
  readonly candidates: readonly string[];
  /** The persons that the agent chose from: an alias that they share is not used. */
  readonly among: readonly Person[];
}

/**
 * The form to read a person's journey by after their aliases changed: the same as before, unless it was removed. The
 * task's address is used again when the person has it again. Empty if the person has no alias left.
 */
export function journeyAddressAfter(before: Person, after: Person, { among, candidates, form }: JourneyQuery): string {
  const own = ownAddress(after, among, candidates) ?? '';
  const stays = form !== '' && (leadsTo(after, form) || !leadsTo(before, form));
  return stays && !candidates.includes(own) ? form : own;
}
