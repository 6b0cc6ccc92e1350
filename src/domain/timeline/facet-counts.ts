import { dimensions, type Counts, type Dimension, type Facets } from './facets.js';

/** Counts the facet values of a journey, for the numbers beside the filters. */
export interface FacetCounts {
  /** Adds (1) or removes (-1) an entry. `open`: only its facets can hide it, not the search, the time or an insight. */
  add(facets: Facets, open: boolean, difference: 1 | -1): void;
  clear(): void;
  counts(chosen: Facets): Counts;
}

/** Whether facets have at least one of the chosen values in every dimension with a choice. */
export const matchesFacets = (facets: Facets, chosen: Facets): boolean => missed(facets, chosen) === undefined;

const fits = (values: readonly string[], wanted: readonly string[]): boolean =>
  wanted.length === 0 || values.some((value) => wanted.includes(value));

/** The only dimension whose choice hides the facets; `several` if more than one does, `undefined` if none. */
function missed(facets: Facets, chosen: Facets): Dimension | 'several' | undefined {
  let miss: Dimension | undefined;
  for (const dimension of dimensions) {
    if (fits(facets[dimension], chosen[dimension])) continue;
    if (miss !== undefined) return 'several';
    miss = dimension;
  }
  return miss;
}

interface Group {
  readonly facets: Facets;
  all: number;
  open: number;
}

/** Many entries have the same facets: they are counted as one group. */
export function createFacetCounts(): FacetCounts {
  const groups = new Map<string, Group>();
  const groupOf = new WeakMap<Facets, Group>();

  const find = (facets: Facets): Group => {
    const name = JSON.stringify(dimensions.map((dimension) => facets[dimension]));
    let group = groups.get(name);
    if (group === undefined) groups.set(name, (group = { facets, all: 0, open: 0 }));
    groupOf.set(facets, group);
    return group;
  };

  return {
    add(facets, open, difference) {
      const group = groupOf.get(facets) ?? find(facets);
      group.all += difference;
      if (open) group.open += difference;
    },
    clear() {
      for (const group of groups.values()) group.all = group.open = 0;
    },
    counts(chosen) {
      const counts: Record<Dimension, Map<string, number>> = {
        channel: new Map(),
        kind: new Map(),
        direction: new Map(),
        outcome: new Map(),
        division: new Map(),
      };
      for (const { facets, all, open } of groups.values()) {
        if (all === 0) continue;
        const miss = missed(facets, chosen);
        for (const dimension of dimensions) {
          const counted = miss === undefined || miss === dimension ? open : 0;
          const known = counts[dimension];
          for (const value of facets[dimension]) known.set(value, (known.get(value) ?? 0) + counted);
        }
      }
      return counts;
    },
  };
}
