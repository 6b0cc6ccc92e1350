import type { Counts, Dimension, Facets } from '../../domain/timeline/facets.js';
import { facetValues } from './facet-values.js';

/** Most publisher values shown: a publisher might tag every event differently. The search finds the others. */
const mostOfPublisher = 30;

/**
 * The choices of a dimension: the fixed values that occur, the most frequent publisher values, and all chosen values.
 * Publisher values are sorted alphabetically, so that they keep their position when counts change.
 */
export function choicesIn(dimension: Dimension, counts: Counts, chosen: Facets, locale: string): readonly string[] {
  const ours: readonly string[] = facetValues[dimension];
  const occurring = counts[dimension];
  const kept: readonly string[] = chosen[dimension];
  const theirs = new Set([...kept.filter((value) => !ours.includes(value)), ...mostFrequent(occurring, ours)]);
  return [
    ...ours.filter((value) => occurring.has(value) || kept.includes(value)),
    ...[...theirs].sort((a, b) => a.localeCompare(b, locale)),
  ];
}

/** Sorts counts instead of pairs, which is faster: there can be as many tags as events. */
function mostFrequent(counts: ReadonlyMap<string, number>, except: readonly string[]): readonly string[] {
  const sorted = Int32Array.from(counts.values()).sort();
  const least = sorted.at(-(mostOfPublisher + except.length)) ?? 0;
  const above: (readonly [value: string, count: number])[] = [];
  const level: string[] = [];
  for (const [value, count] of counts) {
    if (except.includes(value)) continue;
    if (count > least) above.push([value, count]);
    else if (count === least) level.push(value);
  }
  above.sort(([, a], [, b]) => b - a);
  return [...above.map(([value]) => value), ...level].slice(0, mostOfPublisher);
}
