import { allFields } from '../event/envelope-fields.js';
import { type EventField } from '../event/event-fields.js';
import type { JourneyEvent } from '../event/event.js';
import { foldText, originsIn } from './fold-text.js';
import {
  digitsOf,
  searchableText,
  matchesTerm,
  parseTerms,
  searchablePart,
  separatedNumber,
  type SearchTerm,
} from './term-matcher.js';

/** A piece of a text; marked if a search term was found in it. */
export interface HighlightPiece {
  readonly text: string;
  readonly marked: boolean;
}

/** Splits a text into pieces and marks each match. All pieces together are the text. */
export function highlight(text: string, terms: readonly string[]): readonly HighlightPiece[] {
  const pieces: HighlightPiece[] = [];
  let end = 0;
  for (const { from, to } of findsIn(text, parseTerms(terms))) {
    if (from > end) pieces.push({ text: text.slice(end, from), marked: false });
    pieces.push({ text: text.slice(from, to), marked: true });
    end = to;
  }
  if (end < text.length || pieces.length === 0) pieces.push({ text: text.slice(end), marked: false });
  return pieces;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The ranges of a text that match the terms, in order. Ranges that touch are joined. */
function findsIn(text: string, needles: readonly SearchTerm[]): readonly Stretch[] {
  const searched = searchablePart(text);
  const folded = foldText(searched);
  const numbers = [...folded.matchAll(separatedNumber)];
  const units = needles.flatMap(({ word, digits }) => {
    const finds = all(folded, word);
    if (digits === undefined) return finds;
    return [
      ...(finds.length === 0 && digits !== word ? all(folded, digits) : finds),
      ...numbers.flatMap(({ 0: run, index }) => inNumber(run, digits, index)),
    ];
  });
  if (units.length === 0) return [];
  const origins = originsIn(searched);
  const finds: Stretch[] = [];
  for (const unit of units.sort((a, b) => a.from - b.from)) {
    const last = finds.at(-1);
    const [from, to] = [origins.from(unit.from), origins.to(unit.to - 1)];
    if (last === undefined || from > last.to) finds.push({ from, to });
    else if (to > last.to) finds[finds.length - 1] = { from: last.from, to };
  }
  return finds;
}

function all(text: string, wanted: string): readonly Stretch[] {
  const finds: Stretch[] = [];
  for (let from = text.indexOf(wanted); from !== -1; from = text.indexOf(wanted, from + 1)) {
    finds.push({ from, to: from + wanted.length });
  }
  return finds;
}

/** Finds digits in a number with any separators. */
function inNumber(run: string, digits: string, index: number): readonly Stretch[] {
  const places = [...run.matchAll(/\d/g)].map((digit) => index + digit.index);
  return all(digitsOf(run), digits).map(({ from, to }) => ({
    from: places[from] ?? index,
    to: (places[to - 1] ?? index) + 1,
  }));
}

/**
 * Why events were found: at most `limit` fields with a match, fields with a new term first. Long values are cut around
 * the match. Equal fields of several events are listed once.
 */
export function matchesIn(
  events: readonly JourneyEvent[],
  terms: readonly string[],
  limit: number,
): readonly EventField[] {
  const needles = parseTerms(terms);
  const missing = new Set(needles);
  const telling: EventField[] = [];
  const others: EventField[] = [];
  const told = new Set<string>();
  for (const event of events) {
    if (missing.size === 0 && told.size >= limit) break;
    for (const { label, value } of allFields(event)) {
      const haystack = searchableText(searchablePart(value));
      const hits = needles.filter((needle) => matchesTerm(haystack, needle));
      const said = `${label}\n${value}`;
      if (hits.length === 0 || told.has(said)) continue;
      told.add(said);
      const tells = hits.filter((needle) => missing.delete(needle)).length > 0;
      (tells ? telling : others).push({ label, value });
    }
  }
  return [...telling, ...others]
    .slice(0, limit)
    .map(({ label, value }) => ({ label, value: excerptOf(value, needles) }));
}

/** Why events were found, as {@link matchesIn}, without the matches that are visible in `shown`. */
export function matchesInHiddenFields(
  shown: string,
  events: readonly JourneyEvent[],
  terms: readonly string[],
  limit: number,
): readonly EventField[] {
  const unseen = terms.filter((term) => !highlight(shown, [term]).some(({ marked }) => marked));
  return unseen.length === 0 ? [] : matchesIn(events, unseen, limit);
}

/** How many characters of a value are shown on each side of a match. */
const surroundings = 48;

/** A long value, cut around its first match: between words if possible, and never inside a character. */
function excerptOf(value: string, needles: readonly SearchTerm[]): string {
  const [find] = findsIn(value, needles);
  if (find === undefined) return value;
  const [from, to] = [find.from - surroundings, find.to + surroundings];
  const before =
    from <= 0 ? value.slice(0, find.from) : `…${value.slice(from, find.from).replace(/^(?:\S+(?=\s)|\p{Cs})/u, '')}`;
  const after =
    to >= value.length ? value.slice(find.to) : `${value.slice(find.to, to).replace(/(?:(?<=\s)\S+|\p{Cs})$/u, '')}…`;
  return before + value.slice(find.from, find.to) + after;
}
