import type { Alias, Person } from './person.js';

/** One change that an agent makes to a person. */
export type PersonEdit =
  | { readonly kind: 'add'; readonly alias: Alias }
  | { readonly kind: 'remove'; readonly alias: Alias }
  | {
      readonly kind: 'rename';
      readonly firstName: string;
      readonly lastName: string;
      /** The names that the agent saw. If they have changed since, they are not overwritten silently. */
      readonly before: Pick<Person, 'firstName' | 'lastName'>;
    };

/**
 * How an edit ended.
 *
 * - `done`: it is saved
 * - `already`: nothing had to change
 * - `changed`: another user changed the same thing at the same time; nothing was saved
 */
export interface EditOutcome {
  /** See above. */
  readonly kind: 'done' | 'already' | 'changed';
  /** The person as the service knows them now. */
  readonly person: Person;
  /** Aliases that the person lost through a simultaneous change, and that were added again. */
  readonly restored: readonly Alias[];
  /** Aliases that the person lost and that could not be added again; probably another person has them now. */
  readonly lost: readonly Alias[];
  /**
   * The person a few seconds later, if the edit no longer holds: another user saved at the same time without having
   * seen it. `undefined` if it holds, if the same agent edited again, or if it could not be checked. Never rejects.
   */
  readonly overtaken: Promise<Person | undefined>;
}

/** Whether a person has an alias with exactly this value, of any kind. */
export const hasAlias = ({ aliases }: Person, value: string): boolean => aliases.some((alias) => alias.value === value);

/** Whether it is the same alias of the same kind; old lists have no kinds. */
export const isSameAlias = ({ kind, value }: Alias, alias: Alias): boolean =>
  value === alias.value && (kind === alias.kind || kind === 'unknown' || alias.kind === 'unknown');

type Names = Pick<Person, 'firstName' | 'lastName'>;
const sameNames = (a: Names, b: Names): boolean => a.firstName === b.firstName && a.lastName === b.lastName;

/** Whether the edit is already in the data. */
export function hasTakenEffect(person: Person, edit: PersonEdit): boolean {
  if (edit.kind === 'rename') return sameNames(person, edit);
  if (edit.kind === 'add') return hasAlias(person, edit.alias.value);
  return !person.aliases.some((alias) => isSameAlias(alias, edit.alias));
}

/** The requests that an edit needs, for the current data of the person. */
export function planPersonEdit(current: Person, edit: PersonEdit): 'write' | 'already' | 'changed' {
  if (hasTakenEffect(current, edit)) return 'already';
  return edit.kind === 'rename' && !sameNames(current, edit.before) ? 'changed' : 'write';
}

/**
 * The aliases that a removal may have removed instead of the intended one. A removal is by position, and the list may
 * have changed since it was read (`before`). The response shows which positions fit. If none fits, the list was
 * reordered, and each missing alias is possible.
 */
export function aliasesLostBy(before: Person, removed: Alias, answer: Person): readonly Alias[] {
  const meant = before.aliases.find((alias) => isSameAlias(alias, removed));
  if (meant === undefined) return [];
  const { value } = meant;
  const old = listOf(before, meant);
  const now = listOf(answer, meant);
  const position = old.indexOf(value);
  const missing = old.filter((each) => !now.includes(each));
  const fits = (each: string): boolean => {
    const place = old.indexOf(each);
    return now.every((other, at) => !old.includes(other) || old.indexOf(other) < place === at < position);
  };
  const fitting = missing.filter(fits);
  return (fitting.length > 0 ? fitting : missing)
    .filter((each) => each !== value && !hasAlias(answer, each))
    .map((each) => ({ kind: meant.kind, value: each }));
}

const listOf = ({ aliases }: Person, { kind }: Alias): readonly string[] =>
  aliases.filter((alias) => alias.kind === kind).map((alias) => alias.value);
