import type { Person } from './person.js';

/** An address of `person` that none of the others has too; `undefined` when all are shared. */
export const ownAddress = (person: Person, others: readonly Person[]): string | undefined =>
  person.aliases.find(
    ({ value }) =>
      !others.some(({ id, aliases }) => id !== person.id && aliases.some((alias) => alias.value === value)),
  )?.value;
