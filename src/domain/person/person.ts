/** The kind of an alias. `unknown`: the service does not name the kind. */
export type AliasKind = 'phone' | 'email' | 'customerId' | 'temporaryId' | 'socialId' | 'unknown';

/** One value that leads to a person. */
export interface Alias {
  /** The kind of the value. */
  readonly kind: AliasKind;
  /** As the service has it, for example `+14155550132`. */
  readonly value: string;
}

/** A person as the service knows them. Persons that were first seen in an event have no name. */
export interface Person {
  /** The service's ID of the person. */
  readonly id: string;
  /** Empty if unknown. */
  readonly firstName: string;
  /** Empty if unknown. */
  readonly lastName: string;
  /** All known values that lead to the person, in the service's order. */
  readonly aliases: readonly Alias[];
}

/** The persons with an address. None: not known yet. Several: the agent must choose; never silently the first. */
export interface PersonMatch {
  /** All persons who have the address, each once. */
  readonly persons: readonly Person[];
  /** The form of the address that matched; the first form if none did. */
  readonly address: string;
}

/** The persons found by the forms of an address, each once. The first form with a person counts. */
export function matchOf(forms: readonly string[], found: readonly Person[]): PersonMatch {
  const persons = [...new Map(found.map((person) => [person.id, person])).values()];
  const isHeld = (form: string) => persons.some(({ aliases }) => aliases.some(({ value }) => value === form));
  return { persons, address: forms.find(isHeld) ?? forms[0] ?? '' };
}

/** The full name in any script; empty if the service has no name. */
export const nameOf = ({ firstName, lastName }: Pick<Person, 'firstName' | 'lastName'>): string =>
  `${firstName} ${lastName}`.replace(/\s+/g, ' ').trim();

/** In these scripts letters are joined to their neighbours. */
const joins = /[\p{scx=Arab}\p{sc=Syrc}\p{sc=Mong}\p{sc=Nkoo}\p{sc=Adlm}]/u;

/** A letter that works as an initial: not a mark like the ʻokina, not a Thai or Lao vowel before its consonant. */
const letters = /(?!\p{Lm}|\p{LOE})[\p{L}\p{N}]/u;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** One or two initials, from the first and the last word of the name; empty without a name. */
export function initialsOf(person: Pick<Person, 'firstName' | 'lastName'>): string {
  const words = nameOf(person).split(' ');
  const initials = [words[0] ?? '', words.length > 1 ? (words.at(-1) ?? '') : ''].map(initialOf);
  return initials.filter(Boolean).join(initials.some((initial) => joins.test(initial)) ? '\u200c' : '');
}

/**
 * The first letter as a reader sees it, even if it has several code points. Quotes and brackets before it are ignored.
 */
function initialOf(word: string): string {
  const [first] = graphemes.segment(word.slice(Math.max(0, word.search(letters))));
  const letter = first?.segment ?? '';
  const upper = letter.toUpperCase();
  // `ß` would become two letters, and Georgian names have no capital letter.
  return [...upper].length > [...letter].length || /\p{sc=Geor}/u.test(letter) ? letter : upper;
}

/** Whether no other person has the alias. */
export const isOwn = ({ value }: Alias, person: Person, persons: readonly Person[]): boolean =>
  !persons.some(({ id, aliases }) => id !== person.id && aliases.some((alias) => alias.value === value));

/**
 * An address of `person` that none of the others has, preferably one that was looked for; `undefined` if all are
 * shared.
 */
export function ownAddress(
  person: Person,
  persons: readonly Person[],
  forms: readonly string[] = [],
): string | undefined {
  const own = person.aliases.filter((alias) => isOwn(alias, person, persons)).map(({ value }) => value);
  return forms.find((form) => own.includes(form)) ?? own[0];
}
