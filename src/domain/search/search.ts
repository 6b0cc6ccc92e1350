import { allFields } from '../event/envelope-fields.js';
import { eventsOf, type Entry } from '../timeline/entry.js';
import { foldText } from './fold-text.js';
import { searchableText, matchesTerm, parseTerms, searchablePart } from './term-matcher.js';
import { noTerms } from './no-terms.js';

/** The maximum length of a query. Longer text was probably pasted by mistake; the rest is ignored. */
const longestQuery = 300;

/** The terms of a query. An entry must contain all of them. */
export function termsOf(query: string): readonly string[] {
  const words = foldText(query.slice(0, longestQuery)).split(/\s+/).filter(Boolean);
  return words.length === 0 ? noTerms : [...new Set(words)];
}

/**
 * Whether every entry that has the `longer` terms also has the `shorter` ones. A number can also match by its digits.
 */
export function isNarrower(longer: readonly string[], shorter: readonly string[]): boolean {
  const needles = parseTerms(longer);
  return parseTerms(shorter).every(({ word, digits }) =>
    needles.some((needle) => needle.word.includes(word) && (needle.digits === undefined || digits !== undefined)),
  );
}

/**
 * The maximum number of characters searched in one entry: fifty long transcripts. Longer text of an untrusted event
 * would take longer than a frame.
 */
const reach = 300_000;

/** Searches entries, and keeps what it has read of them. */
export interface Search {
  /** Whether an entry contains all terms, as {@link termsOf} returns them. */
  matches(entry: Entry, terms: readonly string[]): boolean;
}

/**
 * Searches all values of all events of an entry, and its `words`: the texts on the screen that are not in an event. The
 * text of an entry is made once, at its first search. Other words, such as those of another language, need a new
 * search.
 */
export function createSearch(words: (entry: Entry) => string): Search {
  const haystacks = new WeakMap<Entry, string>();
  let known = noTerms;
  let needles = parseTerms(known);

  function haystackFor(entry: Entry): string {
    const ready = haystacks.get(entry);
    if (ready !== undefined) return ready;
    const haystack = searchableText([...valuesOf(entry, words(entry))].join('\n'));
    haystacks.set(entry, haystack);
    return haystack;
  }

  return {
    matches: (entry, terms) => {
      if (terms !== known) [known, needles] = [terms, parseTerms(terms)];
      const haystack = haystackFor(entry);
      return needles.every((needle) => matchesTerm(haystack, needle));
    },
  };
}

function valuesOf(entry: Entry, words: string): ReadonlySet<string> {
  const values = new Set([words]);
  let length = 0;
  for (const event of eventsOf(entry)) {
    for (const { value } of allFields(event)) {
      const searched = searchablePart(value);
      length += searched.length;
      if (length > reach) return values;
      values.add(searched);
    }
  }
  return values;
}
