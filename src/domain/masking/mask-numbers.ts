import { maskedPhone } from './masked-form.js';

/**
 * Separators between two digits of one number, at most three in a row. Not comma or colon: they separate lists and
 * times.
 */
const between = String.raw`(?:[\s().\/\u2010-\u2015-]|%(?:25)*(?:2[089DEF]|A0)){0,3}`;

/*
 * Everything that is written with digits, from left to right: IDs, days and times first, so that no number is read from
 * them. Each digit starts one match and no part is tried twice, so the time grows only with the length of the text.
 */
const written = new RegExp(
  [
    String.raw`(?<id>[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})`,
    String.raw`(?<day>(?<![\d+])(?:(?:19|20)\d\d([-./])(?:0?[1-9]|1[0-2])\3[0-3]?\d|\d{1,2}([-./])\d{1,2}\4(?:19|20)\d\d)(?![\d]))`,
    String.raw`(?<clock>(?<!\d)\d{1,2}:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?!\d)(?:Z|[+-]\d\d:?\d\d(?!\d))?)`,
    String.raw`(?<number>(?:(?:\+|%(?:25)*2B)[\s(]{0,2}|\()?\p{Nd}(?:${between}\p{Nd})*)`,
    String.raw`(?<escape>%(?:25)*[\da-f]{2})`,
  ].join('|'),
  'giu',
);

/** The minimum number of digits with and without a country code, and the maximum. */
const fewest = { international: 7, national: 9, most: 15 };

const isDay = /^(?:(?:19|20)\d\d[-.](?:0?[1-9]|1[0-2])[-.][0-3]?\d|[0-3]?\d[-.][01]?\d[-.](?:19|20)\d\d)$/;
const isDecimal = /^\d+\.\d+$/;
/** A version has a part that is only zero; an IP address has four parts below 256. */
const isVersion = /^(?=[\d.]*(?:\.0\.|\.0$))\d+(?:\.\d+){2,}$/;
const isMachine = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.|$)){4}$/;
/** Epoch milliseconds until 2033; no phone number of thirteen digits starts like this. */
const isEpoch = /^1\d{12}$/;
const isEpochSeconds = /^1[4-9]\d{8}$/;
const isTimestamp = /^20\d\d(?:0[1-9]|1[0-2])[0-3]\d[0-2]\d(?:[0-5]\d){2}$/;

const others = [isDay, isDecimal, isVersion, isMachine, isEpoch, isTimestamp];
const isOther = (part: string): boolean => others.some((pattern) => pattern.test(part));

/** A part of a number, or a separator between two parts. */
const isGroup = /^(?:\p{Nd}*|[\s/]*)$/u;

/** A word that says what a number is, or the scheme of a link. */
const saysPhone = /(?:tel|sms|callto|sips?|whatsapp|phone|mobile|cell|fax|ani|dnis|msisdn)["']?\s?[:=]\s?["']?$/i;
/** Order, parcel and invoice numbers: `JD0002048117`, `INV-123456789`, `4711000815AB`, `5f3a123456789bc`. */
const idBefore = /[a-zA-Z\u00c0-\u024f]$|[A-Z][-_#]$/;
const idAfter = /^(?:[A-Z]|[a-f][\da-f]*(?![A-Za-z]))/;

const countOf = (text: string): number => text.replace(/%(?:25)*[\da-f]{2}|\P{Nd}+/giu, '').length;

/** Masks everything that looks like a phone number. Short numbers, days, amounts and order numbers stay. */
export function maskNumbers(text: string): string {
  let afterEscape = -1;
  return text.replace(written, (found: string, ...rest: readonly unknown[]) => {
    const { escape, number } = rest.at(-1) as Readonly<Record<string, string | undefined>>;
    const at = rest.at(-3) as number;
    const end = at + found.length;
    if (escape !== undefined) afterEscape = end;
    if (number === undefined) return found;
    const before = at === afterEscape ? '' : text.slice(Math.max(0, at - 12), at);
    return maskNumber(number, before, text.slice(end, end + 12), number.length === text.length);
  });
}

function maskNumber(number: string, before: string, after: string, alone: boolean): string {
  if (number.length < fewest.international) return number;
  const international = /^\+|^%/.test(number) || saysPhone.test(before);
  const digits = countOf(number);
  if (digits < (international ? fewest.international : fewest.national)) return number;
  if (international) return maskedPhone(number);
  if (idBefore.test(before) || idAfter.test(after)) return number;
  if (alone && isEpochSeconds.test(number)) return number;
  const parts = number.split(/(\s+|\/)/);
  return parts.length === 1 ? maskPart(number, digits) : maskParts(parts);
}

const maskPart = (part: string, digits: number): string =>
  digits < fewest.national || digits > fewest.most || isOther(part) ? part : maskedPhone(part);

/** Several groups of digits: days and amounts stay, the other groups are one or more numbers. */
function maskParts(parts: readonly string[]): string {
  const masked: string[] = [];
  let open: string[] = [];
  const close = (): void => {
    const whole = open.join('');
    open = [];
    if (countOf(whole) < fewest.national) return void masked.push(whole);
    const lead = /^[\s/]*/.exec(whole)?.[0] ?? '';
    const trail = /[\s/]*$/.exec(whole)?.[0] ?? '';
    masked.push(lead, maskedPhone(whole), trail);
  };
  for (const part of parts) {
    const group = part.length < fewest.national && isGroup.test(part);
    const masks = group ? part : maskPart(part, countOf(part));
    if (group || (masks === part && countOf(part) <= fewest.most && !isOther(part))) open.push(part);
    else {
      close();
      masked.push(masks);
    }
  }
  close();
  return masked.join('');
}
