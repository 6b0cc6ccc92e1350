import { readAddress, sameAddress } from '../address/address.js';
import type { EventList } from '../event/event-list.js';
import type { Alias } from './person.js';

/** The number of events of a journey by alias, as the service stores it. */
export type AliasCounts = ReadonlyMap<string, number>;

/** No counts: nothing is counted yet. */
export const noCounts: AliasCounts = new Map();

/** Counts a journey's events by alias, each event once. New events are at the end of the list. */
export interface AliasCounter {
  /** The current counts; the same object until a new event arrives. */
  follow(events: Pick<EventList, 'arrivals' | 'generation'> | undefined): AliasCounts;
}

/** Creates a counter of the events of each alias. It counts each event once. */
export function createAliasCounter(): AliasCounter {
  let counted: number | undefined;
  let taken = 0;
  let counts = noCounts;

  return {
    follow(events) {
      const arrivals = events?.arrivals;
      if (events?.generation !== counted) {
        counted = events?.generation;
        taken = 0;
        counts = noCounts;
      }
      if (arrivals === undefined || taken === arrivals.length) return counts;
      const next = new Map(counts);
      for (; taken < arrivals.length; taken++) {
        const identity = arrivals[taken]?.identity ?? '';
        if (identity !== '') next.set(identity, (next.get(identity) ?? 0) + 1);
      }
      return (counts = next);
    },
  };
}

/**
 * The number of events of each alias. The service stores the format of the contact center: `13125550147` counts for
 * `+13125550147`, unless the person has both.
 */
export function countsOf(aliases: readonly Alias[], counts: AliasCounts): ReadonlyMap<Alias, number> {
  const result = new Map(aliases.map((alias) => [alias, counts.get(alias.value) ?? 0]));
  const exact = new Set(aliases.map(({ value }) => value));
  for (const [identity, count] of counts) {
    if (exact.has(identity)) continue;
    const alias = aliasFor(identity, aliases);
    if (alias !== undefined) result.set(alias, (result.get(alias) ?? 0) + count);
  }
  return result;
}

/** The alias that a value is a format of. */
export function aliasFor(value: string, aliases: readonly Alias[]): Alias | undefined {
  const address = readAddress(value);
  return (
    aliases.find((alias) => alias.value === value) ??
    (address && aliases.find((alias) => sameAddress(readAddress(alias.value), address)))
  );
}
