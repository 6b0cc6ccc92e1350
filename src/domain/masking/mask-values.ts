import { readAddress } from '../address/address.js';
import {
  alphanumericOf,
  caseFold,
  alphanumerics,
  withoutEscapes,
  type AlphanumericText,
} from './letters-and-digits.js';
import { maskedForm, maskedEmail, maskedId, maskedPhone } from './masked-form.js';
import { maskEmails } from './mask-emails.js';

/** The maximum number of characters between the digits or words of a value. */
const mostBetween = 3;

type Range = readonly [start: number, end: number];

interface Known {
  /** A string that the letters and digits of the text must contain if it has the value. */
  readonly signs: string;
  readonly shown: string;
  readonly find: (gist: AlphanumericText, text: string) => Iterable<Range>;
}

/**
 * Masks these values in any format. They are not made into patterns, because values and texts are untrusted: some
 * patterns would take hours.
 */
export function maskValues(values: readonly string[]): (text: string) => string {
  const given = [...new Set(values.map((value) => value.trim()))].filter((value) => maskedForm(value) !== value);
  // A value this short is part of too many words.
  const short = new Map(given.filter(isShort).map((value) => [caseFold(value), maskedId(value)]));
  const all = given.filter((value) => !isShort(value)).flatMap(knownOf);
  if (given.length === 0) return (text) => text;
  return (text) => {
    const whole = short.size > 0 ? short.get(caseFold(text)) : undefined;
    if (whole !== undefined) return whole;
    const found = findIn(all, text, false);
    if (text.includes('%')) found.push(...findIn(all, text, true));
    return found.length === 0 ? text : cover(text, found);
  };
}

type Found = readonly [range: Range, shown: string];

/** Most texts contain none of the values; this check is fast. */
function findIn(all: readonly Known[], text: string, escaped: boolean): Found[] {
  const signs = alphanumerics(escaped ? withoutEscapes(text) : text);
  const some = all.filter((one) => signs.includes(one.signs));
  if (some.length === 0) return [];
  const gist = alphanumericOf(text, escaped);
  return some.flatMap(({ find, shown }) => [...find(gist, text)].map((range) => [range, shown] as const));
}

/** If two matches overlap, both are masked completely. */
function cover(text: string, found: Found[]): string {
  found.sort(([[a, endOfA]], [[b, endOfB]]) => a - b || endOfB - endOfA);
  let masked = '';
  let done = 0;
  for (const [[start, end], shown] of found) {
    if (start >= done) masked += text.slice(done, start) + shown;
    done = Math.max(done, end);
  }
  return masked + text.slice(done);
}

const wordsIn = (value: string): readonly string[] => value.match(/\p{L}+|\p{Nd}+/gu) ?? [];

const digitsOf = (value: string): string => {
  const address = readAddress(value);
  return address?.kind === 'phone'
    ? (address.candidates[0] ?? address.shown).replace(/\D/g, '').replace(/^0+/, '')
    : '';
};

const isShort = (value: string): boolean => readAddress(value)?.kind !== 'email' && wordsIn(value).join('').length < 3;

function knownOf(value: string): readonly Known[] {
  const address = readAddress(value);
  if (address?.kind === 'email') {
    const { shown } = address;
    const masked = maskedEmail(shown);
    return maskEmails(shown) === masked ? [] : [{ signs: alphanumerics(shown), shown: masked, find: literally(shown) }];
  }
  const digits = digitsOf(value);
  if (digits.length >= 7) return phoneOf(digits);
  return [{ signs: alphanumerics(value), shown: maskedForm(value), find: byWords(wordsIn(value)) }];
}

const literally = (value: string): Known['find'] => {
  const pattern = new RegExp(value.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), 'giu');
  return (_, text) => [...text.matchAll(pattern)].map(({ 0: found, index }): Range => [index, index + found.length]);
};

/**
 * The positions where a value starts; `most`: the maximum number of characters before each of its letters except the
 * first.
 */
function* placesOf(signs: string, most: (place: number) => number, gist: AlphanumericText): Generator<number, void> {
  for (let at = gist.signs.indexOf(signs); at >= 0;) {
    let place = 1;
    while (place < signs.length && gist.gaps[at + place]! <= most(place)) place++;
    if (place === signs.length) yield at;
    at = gist.signs.indexOf(signs, at + 1);
  }
}

const isDigit = (sign = ''): boolean => /\p{Nd}/u.test(sign);
const before = ({ gaps, signs }: AlphanumericText, at: number): string => (gaps[at] === 0 ? (signs[at - 1] ?? '') : '');
const behind = ({ gaps, signs }: AlphanumericText, at: number): string => (gaps[at] === 0 ? (signs[at] ?? '') : '');

/** A short value, or one of digits only, must not be part of a longer one. */
const joins = (word: string, length: number, neighbour: string): boolean =>
  neighbour !== '' && (length < 6 || (isDigit(word[0]) && isDigit(neighbour)));

function byWords(words: readonly string[]): Known['find'] {
  const parts = words.map(alphanumerics);
  const signs = parts.join('');
  const first = new Set(parts.map((_, index) => parts.slice(0, index).join('').length));
  const [from = '', to = ''] = [parts[0], parts.at(-1)];
  return function* (gist) {
    for (const at of placesOf(signs, (place) => (first.has(place) ? mostBetween : 0), gist)) {
      const end = at + signs.length;
      if (joins(from, signs.length, before(gist, at)) || joins(to, signs.length, behind(gist, end))) continue;
      yield [gist.starts[at]!, gist.ends[end - 1]!];
    }
  };
}

/**
 * With or without country code and trunk prefix: the last nine digits must match, or seven if no other digit is next to
 * them.
 */
function phoneOf(digits: string): readonly Known[] {
  const shown = maskedPhone(digits);
  const own = digits.slice(-9);
  const whole = { signs: own, shown, find: withCode(digits.slice(0, -9), own) };
  if (digits.length < 10) return [whole];
  const local = digits.slice(-7);
  return [whole, { signs: local, shown, find: alone(local) }];
}

const anywhere = (): number => mostBetween;

/** The prefixes of a number. */
const lead = /(?:(?:\+|%(?:25)*2B)[\s(]{0,2})?\(?$/iu;
const longestLead = 20;

const withCode = (code: string, own: string): Known['find'] =>
  function* (gist, text) {
    const { ends, gaps, signs, starts } = gist;
    for (const at of placesOf(own, anywhere, gist)) {
      let from = at;
      for (const digit of [...code].reverse()) {
        if (signs[from - 1] === digit && gaps[from]! <= mostBetween) from--;
      }
      if (gaps[from] === 0 && gaps[from - 1] === 0 && signs.slice(Math.max(0, from - 2), from) === '00') from -= 2;
      const start = starts[from]!;
      const led = lead.exec(text.slice(Math.max(0, start - longestLead), start))?.[0].length ?? 0;
      yield [start - led, ends[at + own.length - 1]!];
    }
  };

const alone = (local: string): Known['find'] =>
  function* (gist) {
    for (const at of placesOf(local, anywhere, gist)) {
      const end = at + local.length;
      if (isDigit(before(gist, at)) || isDigit(behind(gist, end))) continue;
      yield [gist.starts[at]!, gist.ends[end - 1]!];
    }
  };
