import type { Alias } from '../../domain/person/person.js';

/** How long the removal of an alias can be undone, in milliseconds. */
export const undoTime = 10_000;

/** A removed alias that is still in the list. */
export interface RemovedAlias {
  readonly alias: Alias;
  /** Its index in the list of aliases before the removal. */
  readonly place: number;
  /** When the undo ends; epoch milliseconds. */
  readonly until: number;
}

/** A key that is unique among the aliases of a person. */
export const aliasKey = ({ kind, value }: Alias): string => `${kind} ${value}`;

/** The person's aliases together with the removed ones, each at its previous index. */
export function withRemovedAliases(aliases: readonly Alias[], removals: readonly RemovedAlias[]): readonly Alias[] {
  const there = new Set(aliases.map(aliasKey));
  // The last removed alias comes first: its index is one in the shortest list.
  return removals
    .filter(({ alias }) => !there.has(aliasKey(alias)))
    .reduceRight((list: readonly Alias[], { alias, place }) => list.toSpliced(place, 0, alias), aliases);
}
