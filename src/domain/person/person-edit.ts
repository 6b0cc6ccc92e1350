import type { Alias, Person } from './person.js';

/** One change that an agent makes to a person. */
export type PersonEdit =
  | { readonly kind: 'add'; readonly alias: Alias }
  | { readonly kind: 'remove'; readonly alias: Alias }
  | {
      readonly kind: 'rename';
      readonly firstName: string;
      readonly lastName: string;
      /** The names the agent saw: others, given meanwhile, are not overwritten silently. */
      readonly before: Pick<Person, 'firstName' | 'lastName'>;
    };

/**
 * How an edit ended.
 *
 * - `done`: it is written
 * - `already`: there was nothing to do
 * - `changed`: somebody else changed the same thing meanwhile; nothing was written
 */
export interface EditOutcome {
  /** See above. */
  readonly kind: 'done' | 'already' | 'changed';
  /** As the service knows them now. */
  readonly person: Person;
  /** Aliases that a simultaneous change had cost the person, and that were put back. */
  readonly restored: readonly Alias[];
  /** Those it had cost as well, and that could not be put back: most likely they are somebody else's now. */
  readonly lost: readonly Alias[];
  /**
   * The person as they stand a few seconds later when the edit does not hold any more: somebody who had not seen it wrote at
   * the same time. `undefined` when it holds, when the same agent edited on, or when nobody could tell. Never rejects.
   */
  readonly overtaken: Promise<Person | undefined>;
}

export const hasAlias = ({ aliases }: Person, value: string): boolean => aliases.some((alias) => alias.value === value);

/** Whether it is this alias, of its kind; lists of older days name no kinds. */
export const isSameAlias = ({ kind, value }: Alias, alias: Alias): boolean =>
  value === alias.value && (kind === alias.kind || kind === 'unknown' || alias.kind === 'unknown');

type Names = Pick<Person, 'firstName' | 'lastName'>;
const sameNames = (a: Names, b: Names): boolean => a.firstName === b.firstName && a.lastName === b.lastName;

/** Whether nothing is left to do. */
export function hasTakenEffect(person: Person, edit: PersonEdit): boolean {
  if (edit.kind === 'rename') return sameNames(person, edit);
  if (edit.kind === 'add') return hasAlias(person, edit.alias.value);
  return !person.aliases.some((alias) => isSameAlias(alias, edit.alias));
}

/** What is to be done for an edit, given the person as they are at this moment. */
export function planPersonEdit(current: Person, edit: PersonEdit): 'write' | 'already' | 'changed' {
  if (hasTakenEffect(current, edit)) return 'already';
  return edit.kind === 'rename' && !sameNames(current, edit.before) ? 'changed' : 'write';
}

/**
 * The aliases that a removal may have hit instead of the one it meant. It is by position, and nothing tells whether the
 * list was still the one that was read: `before`. What stands in front of the gap in the answer stood in front of what was
 * removed, the rest behind it. When no alias fits that, the list was reordered meanwhile, and each missing one may be it.
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
