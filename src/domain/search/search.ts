import { allFields } from '../event/envelope-fields.js';
import { eventsOf, type Entry } from '../timeline/entry.js';
import { foldText } from './fold-text.js';
import { searchableText, matchesTerm, parseTerms, searchablePart } from './term-matcher.js';
import { noTerms } from './no-terms.js';

/** What is longer was pasted by a slip of the hand; so many characters of it are looked for. */
const longestQuery = 300;

/** The words of a query as they are looked for; an entry must contain all of them. */
export function termsOf(query: string): readonly string[] {
  const words = foldText(query.slice(0, longestQuery)).split(/\s+/).filter(Boolean);
  return words.length === 0 ? noTerms : [...new Set(words)];
}

/** Whether what has all of the `longer` terms has the `shorter` ones too. A number may be found by its digits alone. */
export function isNarrower(longer: readonly string[], shorter: readonly string[]): boolean {
  const needles = parseTerms(longer);
  return parseTerms(shorter).every(({ word, digits }) =>
    needles.some((needle) => needle.word.includes(word) && (needle.digits === undefined || digits !== undefined)),
  );
}

/**
 * Of one entry so many characters are searched: fifty long transcripts in one contact. A stranger's that is longer would
 * take more than a frame.
 */
const reach = 300_000;

export interface Search {
  /** Whether every one of the terms, as {@link termsOf} gives them, is found somewhere in an entry. */
  matches(entry: Entry, terms: readonly string[]): boolean;
}

/**
 * Searches every value of every event of an entry, and its `words`: what is shown of it that stands in no event. What
 * is searched is made once for an entry, when it is first asked about; other words, as of another language, need another
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
