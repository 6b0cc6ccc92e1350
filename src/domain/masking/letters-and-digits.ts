/** The letters and digits of a text in one form each, without other characters and accents. */
export interface AlphanumericText {
  readonly signs: string;
  /** The position of each one in the text, and its end. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** The number of characters between each one and the one before. */
  readonly gaps: Uint32Array;
}

/** The first digits of other scripts that phones and people use. */
const zeros = [0xff10, 0x660, 0x6f0, 0x966] as const;

const foreignDigits = new RegExp(
  `[${zeros.map((zero) => `\\u{${zero.toString(16)}}-\\u{${(zero + 9).toString(16)}}`).join('')}]`,
  'gu',
);
const asAscii = (sign: string): string =>
  String(zeros.map((zero) => sign.charCodeAt(0) - zero).find((value) => value >= 0 && value < 10));

/** Folds case in both directions, since `ſ` and `ẞ` have only one of them. */
export const caseFold = (text: string): string => text.toLowerCase().toUpperCase();

const isAscii = /^[\0-~]*$/;
const percentEncoded = '%(?:25)*[\\da-f]{2}';
const allEscapes = new RegExp(percentEncoded, 'gi');
const escapeHere = new RegExp(percentEncoded, 'iy');

/** Percent-encoded characters are not letters or digits; `%20` could also be a sign and a number. */
export const withoutEscapes = (text: string): string => text.replace(allEscapes, ' ');

/** The letters and digits only; takes a tenth of the time. */
export const alphanumerics = (text: string): string =>
  isAscii.test(text)
    ? text.replace(/[^a-z\d]+/gi, '').toUpperCase()
    : caseFold(text.replace(/[^\p{L}\p{Nd}]+/gu, '').replace(foreignDigits, asAscii));

/** The number of letters or digits that a character is read as. */
function countAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 0x80) return (code > 0x2f && code < 0x3a) || ((code | 0x20) > 0x60 && (code | 0x20) < 0x7b) ? 1 : 0;
  return alphanumerics(String.fromCodePoint(text.codePointAt(at)!)).length;
}

/** @param escaped whether a percent-encoded character counts as one character that is not a letter or digit */
export function alphanumericOf(text: string, escaped: boolean): AlphanumericText {
  const signs = alphanumerics(escaped ? withoutEscapes(text) : text);
  const starts = new Uint32Array(signs.length);
  const ends = new Uint32Array(signs.length);
  const gaps = new Uint32Array(signs.length);
  let place = 0;
  let gap = 0;
  for (let at = 0, end: number; at < text.length; at = end) {
    escapeHere.lastIndex = at;
    const isEscape = escaped && text[at] === '%' && escapeHere.test(text);
    end = isEscape ? escapeHere.lastIndex : at + (text.codePointAt(at)! > 0xffff ? 2 : 1);
    const count = isEscape ? 0 : countAt(text, at);
    for (const last = place + count; place < last; place++) {
      starts[place] = at;
      ends[place] = end;
      gaps[place] = gap;
      gap = 0;
    }
    if (count === 0) gap++;
  }
  return { signs, starts, ends, gaps };
}
