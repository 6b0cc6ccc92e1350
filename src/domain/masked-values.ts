import { readAddress } from './address.js';
import { lastOf, lastOfEmail, lastOfOpaque, lastOfPhone } from './last-of.js';
import { maskEmails } from './masked-emails.js';

/** Where digits of other scripts begin that phones and people write. */
const zeros = [0xff10, 0x660, 0x6f0, 0x966] as const;

const digit = (value: string): string =>
  `[${value}${zeros.map((zero) => String.fromCodePoint(zero + Number(value))).join('')}]`;

const foreignDigits = new RegExp(
  `[${zeros.map((zero) => `\\u{${zero.toString(16)}}-\\u{${(zero + 9).toString(16)}}`).join('')}]`,
  'gu',
);
const asAscii = (sign: string): string =>
  String(zeros.map((zero) => sign.charCodeAt(0) - zero).find((value) => value >= 0 && value < 10));

/** What may part the digits or words of a value: at most three signs, percent-encoded or not. */
const gap = String.raw`(?:[^\p{L}\p{Nd}]|%(?:25)*[\da-f]{2}){0,3}`;

interface Known {
  readonly pattern: string;
  /** Stands in the gist of whatever text the pattern is found in, unless that has percent signs. */
  readonly gist: string;
  readonly shown: string;
}

/** Letters and digits alone. */
const gistOf = (text: string): string =>
  /[^\s -~]/.test(text)
    ? text.replace(/[^\p{L}\p{Nd}]+/gu, '').replace(foreignDigits, asAscii)
    : text.replace(/[^a-z\d]+/gi, '');

/** Masks these values in any dress. */
export function maskValues(values: readonly string[]): (text: string) => string {
  const all = [...new Set(values.map((value) => value.trim()))].flatMap(patternsOf);
  if (all.length === 0) return (text) => text;
  const pattern = new RegExp(all.map((one) => `(${one.pattern})`).join('|'), 'giu');
  const gists = new RegExp([...new Set(all.map((one) => escaped(one.gist)))].join('|'), 'iu');
  return (text) => {
    // Most texts have nothing of them, and that is told in a tenth of the time.
    if (!text.includes('%') && !gists.test(gistOf(text))) return text;
    return text.replace(pattern, (...found: readonly unknown[]) => {
      const place = all.findIndex((_, index) => found[index + 1] !== undefined);
      return all[place]?.shown ?? '';
    });
  };
}

function patternsOf(value: string): readonly Known[] {
  const address = readAddress(value);
  if (value === '' || address === undefined || address.masked) return [];
  const { shown } = address;
  if (address.kind === 'email') {
    const masked = lastOfEmail(shown);
    return maskEmails(shown) === masked ? [] : [{ pattern: escaped(shown), gist: gistOf(shown), shown: masked }];
  }
  const phone = address.kind === 'phone' ? (address.candidates[0] ?? '').replace(/\D/g, '').replace(/^0+/, '') : '';
  if (phone.length >= 7) return phonePatterns(phone);
  const words = value.match(/\p{L}+|\p{Nd}+/gu) ?? [];
  const length = words.join('').length;
  const gist = gistOf(value);
  // So short a value stands in every other word.
  if (length < 3) return [{ pattern: `^${escaped(value)}$`, gist, shown: lastOfOpaque(value) }];
  const pattern = words.map((word) => (/^\d+$/.test(word) ? [...word].map(digit).join('') : escaped(word))).join(gap);
  const [before, after] = [edge(words[0], length, '<!'), edge(words.at(-1), length, '!')];
  return [{ pattern: before + pattern + after, gist, shown: lastOf(value) }];
}

/** A short value, or one of digits, is no part of a longer one. */
const edge = (word = '', length: number, look: '<!' | '!'): string =>
  length < 6 ? String.raw`(?${look}[\p{L}\p{Nd}])` : /^\d/.test(word) ? String.raw`(?${look}\p{Nd})` : '';

/** With or without country code and trunk prefix: the last nine digits are enough, and seven when they stand alone. */
function phonePatterns(digits: string): readonly Known[] {
  const shown = lastOfPhone(digits);
  const joined = (some: string) => [...some].map(digit).join(gap);
  const [code, own] = [digits.slice(0, -9), digits.slice(-9)];
  const prefix = [...code].map((one) => `(?:${digit(one)}${gap})?`).join('');
  const whole = String.raw`(?:(?:\+|%(?:25)*2B)[\s(]{0,2})?\(?(?:00)?${prefix}${joined(own)}`;
  const gist = digits.slice(-7);
  if (digits.length < 10) return [{ pattern: whole, gist, shown }];
  const local = String.raw`(?<!\p{Nd})${joined(gist)}(?!\p{Nd})`;
  return [
    { pattern: whole, gist, shown },
    { pattern: local, gist, shown },
  ];
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
