import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';
import type { Kind } from './columns.js';
import type { Rule } from './finding.js';

/** An address, corrected if possible, and the problem if there is one. */
export interface Value {
  readonly text: string;
  readonly problem?: Problem;
}

/** What is wrong with a value, without its place. */
export interface Problem {
  readonly rule: Rule;
  readonly what: string;
  readonly fix: string;
  readonly mended: boolean;
}

/** Values that a spreadsheet program replaced: long numbers and failed formulas. */
const spreadsheet = /^\d(?:[.,]\d+)?e\+?\d+$|^#(?:n\/a|name\?|ref!|value!|num!|div\/0!)$/i;

const spoiled: Problem = {
  rule: 'spreadsheet',
  what: 'a spreadsheet program replaced the value',
  fix: 'Format the column as text in the spreadsheet, and enter the value again.',
  mended: false,
};

const plain = /^[^\s@"(),:;<>[\]\\|]+@[^\s@.,]+(?:\.[^\s@.,]+)*\.[^\s@.,\d]{2,}$/u;

function email(text: string): Value {
  const address = text.replace(/^mailto:/i, '');
  if (!plain.test(address) || address.includes('..')) {
    const fix = 'Write it as name@example.com.';
    return { text, problem: { rule: 'email', what: 'this is not a valid email address', fix, mended: false } };
  }
  if (address === text) return { text };
  return {
    text: address,
    problem: { rule: 'email', what: 'this is a link, not an address', fix: 'Remove “mailto:”.', mended: true },
  };
}

function phone(text: string, region: CountryCode | undefined): Value {
  const international = text.replace(/^(?:tel:)?\s*(?:00|\+)/i, '+');
  const country = international.startsWith('+');
  if (!country && region === undefined) {
    const fix = 'Write it as +14155550132, or set the country of numbers without a code (--region).';
    return { text, problem: { rule: 'country', what: 'the country code is missing', fix, mended: false } };
  }
  const number = parsePhoneNumberFromString(international, region);
  if (number?.isPossible() !== true || number.ext !== undefined) {
    const what = number?.ext === undefined ? 'this is not a valid phone number' : 'an extension cannot be stored';
    return { text, problem: { rule: 'phone', what, fix: 'Write it as +14155550132.', mended: false } };
  }
  if (number.number === text) return { text };
  const what = country ? 'phone numbers must not contain spaces or other separators' : 'the country code is missing';
  return {
    text: number.number,
    problem: { rule: country ? 'phone' : 'country', what, fix: `Write it as ${number.number}.`, mended: true },
  };
}

/** @param text one value, trimmed */
export function readValue(kind: Kind, text: string, region: CountryCode | undefined): Value {
  if (spreadsheet.test(text)) return { text, problem: spoiled };
  if (kind === 'emails') return email(text);
  return kind === 'phones' ? phone(text, region) : { text };
}

/** Equal keys mean the same address. */
export const keyOf = (kind: Kind, text: string): string => `${kind} ${kind === 'emails' ? text.toLowerCase() : text}`;
