import { foldText } from './fold-text.js';

/**
 * What is looked for of a term. Separators in numbers do not count: `(415) 555-0132` finds `+14155550132`, and the other
 * way round. A term of digits and separators is therefore found by its `digits` too, but no decimal number is: whoever
 * asks for 49.90 does not mean 4990.
 */
export interface SearchTerm {
  readonly word: string;
  readonly digits: string | undefined;
}

const number = /^(?!\d+\.\d*$)[+(]?\d[\d+()./\u2010-\u2015-]*$/;

/** Digits enough for a phone number, with separators in between; in folded text. */
export const separatedNumber = /\d[\d ()./\u2010-\u2015-]{5,}\d/g;

export const digitsOf = (text: string): string => text.replace(/\D+/g, '');

/** Of terms as `termsOf` gives them. */
export const parseTerms = (terms: readonly string[]): readonly SearchTerm[] =>
  terms.filter(Boolean).map((word) => ({ word, digits: number.test(word) ? digitsOf(word) : undefined }));

/**
 * Of one value so many characters are searched, and marked. The transcript of two hours is shorter; to fold a megabyte
 * of a stranger's would take longer than a frame.
 */
const reach = 100_000;

/** The part of a value that is searched. */
export const searchablePart = (value: string): string => (value.length > reach ? value.slice(0, reach) : value);

/** Folded, and every separated number once more by its digits alone. Line breaks keep apart: no term has one in it. */
export function searchableText(text: string): string {
  const folded = foldText(text);
  const numbers = folded.match(separatedNumber);
  return numbers === null ? folded : `${folded}\n${numbers.join('\n').replace(/[^\d\n]+/g, '')}`;
}

export const matchesTerm = (haystack: string, { word, digits }: SearchTerm): boolean =>
  haystack.includes(word) || (digits !== undefined && digits !== word && haystack.includes(digits));
