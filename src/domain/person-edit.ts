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
  readonly kind: 'done' | 'already' | 'changed';
  /** As the service knows them now. */
  readonly person: Person;
  /** Aliases that a simultaneous change had cost the person, and that were put back. */
  readonly restored: readonly Alias[];
  /** Those of them that could not be put back: they are somebody else's now. */
  readonly lost: readonly Alias[];
}
