import type { Alias } from '../../domain/person/person.js';

/** How long a removed alias can be put back with one press. Milliseconds. */
export const undoTime = 10_000;

/** A removed alias that still stands in the list, in its place. */
export interface RemovedAlias {
  readonly alias: Alias;
  /** Where it stood among the aliases. */
  readonly place: number;
  /** Until when it can be put back; epoch milliseconds. */
  readonly until: number;
}

/** Tells aliases of a person apart. */
export const aliasKey = ({ kind, value }: Alias): string => `${kind} ${value}`;

/** What the person has, and what was just removed, each in its place. */
export function withRemovedAliases(aliases: readonly Alias[], removals: readonly RemovedAlias[]): readonly Alias[] {
  const there = new Set(aliases.map(aliasKey));
  // The one removed last had its place in the shortest list.
  return removals
    .filter(({ alias }) => !there.has(aliasKey(alias)))
    .reduceRight((list: readonly Alias[], { alias, place }) => list.toSpliced(place, 0, alias), aliases);
}
