import { foldText } from './fold-text.js';

/**
 * One search term. Separators in numbers are ignored: `(415) 555-0132` finds `+14155550132`, and the other way round. A
 * term of digits and separators is therefore also found by its `digits`, except a decimal number: 49.90 is not 4990.
 */
export interface SearchTerm {
  readonly word: string;
  readonly digits: string | undefined;
}

const number = /^(?!\d+\.\d*$)[+(]?\d[\d+()./\u2010-\u2015-]*$/;

/** Enough digits for a phone number, with separators between them; in folded text. */
export const separatedNumber = /\d[\d ()./\u2010-\u2015-]{5,}\d/g;

/** The digits of a text, without everything between them. */
export const digitsOf = (text: string): string => text.replace(/\D+/g, '');

/** The matchers of terms, as `termsOf` returns them. */
export const parseTerms = (terms: readonly string[]): readonly SearchTerm[] =>
  terms.filter(Boolean).map((word) => ({ word, digits: number.test(word) ? digitsOf(word) : undefined }));

/**
 * The maximum number of characters of one value that are searched and marked. The transcript of two hours is shorter.
 * Folding a megabyte of untrusted text would take longer than a frame.
 */
const reach = 100_000;

/** The part of a value that is searched. */
export const searchablePart = (value: string): string => (value.length > reach ? value.slice(0, reach) : value);

/**
 * The folded text, followed by the digits of each number with separators. Line breaks separate them, because terms have
 * none.
 */
export function searchableText(text: string): string {
  const folded = foldText(text);
  const numbers = folded.match(separatedNumber);
  return numbers === null ? folded : `${folded}\n${numbers.join('\n').replace(/[^\d\n]+/g, '')}`;
}

/** Whether a folded text contains the word of a term, or its digits. */
export const matchesTerm = (haystack: string, { word, digits }: SearchTerm): boolean =>
  haystack.includes(word) || (digits !== undefined && digits !== word && haystack.includes(digits));
