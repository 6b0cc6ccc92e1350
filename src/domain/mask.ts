import { readAddress, type Address } from './address.js';
import type { JourneyEvent } from './event.js';
import { lastOf, lastOfEmail, lastOfOpaque, lastOfPhone } from './last-of.js';
import { maskEmails } from './masked-emails.js';
import { maskedCopy } from './masked-copy.js';
import { maskNumbers } from './masked-numbers.js';
import type { Person } from './person.js';
import type { Profile, ProfileAttribute } from './profile.js';

export { lastOf } from './last-of.js';

/** Hides the addresses of one customer, and whatever looks like anybody's. The same object is masked once. */
export interface Mask {
  /** Masks every address within a text. */
  text(value: string): string;
  /** May be displayed as it is; no look-up works with it. */
  address(address: Address): Address;
  person(person: Person): Person;
  /** A copy with everything in it masked; its key tells it apart as before, but names no address. */
  event(event: JourneyEvent): JourneyEvent;
  profile(profile: Profile): Profile;
}

/** Texts come again and again: so many of them, and of no more than so many characters, are masked once. */
const remembered = { texts: 5000, characters: 64 };

/** What no pattern below finds in a text without them. */
const worthALook = /[\p{Nd}@＠]|%(?:25)*40/u;

/** Masks whatever looks like a phone number or an email address, whoever's it is. */
export const maskUnknown = (text: string): string => (worthALook.test(text) ? maskNumbers(maskEmails(text)) : text);

/** Amounts that the service has computed are no numbers to dial. */
const isAmount = ({ query, value }: ProfileAttribute): boolean =>
  /^(?:count|sum|average|max|min)$/.test(query?.aggregation ?? '') && /^-?\d+(?:\.\d+)?(?:E\d+)?$/.test(value.trim());

/** @param values what leads to the customer: aliases and forms of the address on the line */
export const createMask = (values: readonly string[]): Mask => maskFor(values, false);

function maskFor(values: readonly string[], nested: boolean): Mask {
  const known = knownValues(values);
  const masked = new Map<string, string>();
  const keys = new Map<string, string>();
  const others = new Map<string, Mask['event']>();

  const text = (value: string): string => {
    if (value.length > remembered.characters) return maskUnknown(known(value));
    const ready = masked.get(value);
    if (ready !== undefined) return ready;
    const made = maskUnknown(known(value));
    if (masked.size >= remembered.texts) masked.clear();
    masked.set(value, made);
    return made;
  };

  /** Most numbers are no addresses; only a known one is surely none of an amount, a time or a count. */
  const number = (value: number): number | string => {
    const written = String(value);
    const made = known(written);
    return made === written ? value : made;
  };

  /** A number in the place of a key: what it is made of may hold an address. */
  const keyOf = (key: string): string => {
    if (text(key) === key) return key;
    const made = keys.get(key) ?? `masked ${keys.size}`;
    keys.set(key, made);
    return made;
  };

  /** Events may be stored under an alias that nobody has told us of. */
  const forIdentity = (identity: string): Mask['event'] => {
    if (nested || identity.trim() === '' || text(identity) !== identity) return eventOf;
    const own = others.get(identity) ?? maskFor([...values, identity], true).event;
    if (others.size < 100) others.set(identity, own);
    return own;
  };

  const eventOf = (event: JourneyEvent): JourneyEvent => {
    const { data, identity, key, raw, source, type } = event;
    const rest = { key: keyOf(key), source: text(source), type: text(type), identity: text(identity) };
    const copy = (value: unknown) => maskedCopy(value, { text, number });
    const whole = copy(raw);
    const payload = (raw as { readonly data?: unknown } | null)?.data === data ? payloadOf(whole) : copy(data);
    return { ...event, ...rest, raw: whole, data: withTaskId(payload as JourneyEvent['data'], data) };
  };

  /** Contacts are told apart by it: a long one of digits alone is no phone number, and stays as it is. */
  const withTaskId = (payload: JourneyEvent['data'], { taskId }: JourneyEvent['data']): JourneyEvent['data'] =>
    typeof taskId === 'string' && /^\d+$/.test(taskId) && known(taskId) === taskId ? { ...payload, taskId } : payload;

  return {
    text,
    address: once((address) => {
      const { shown } = address;
      const hidden = readAddress(shown)?.masked ? shown : lastOf(shown);
      return { ...address, value: hidden, shown: hidden, candidates: [] };
    }),
    person: once((person) => ({
      ...person,
      firstName: text(person.firstName),
      lastName: text(person.lastName),
      aliases: person.aliases.map(({ kind, value }) => ({ kind, value: lastOf(value) })),
    })),
    event: (event) => forIdentity(event.identity)(event),
    profile: once((profile) => ({
      ...profile,
      attributes: profile.attributes.map((attribute) => ({
        ...attribute,
        label: text(attribute.label),
        value: isAmount(attribute) ? known(attribute.value) : text(attribute.value),
      })),
    })),
  };
}

const payloadOf = (raw: unknown): unknown => (raw as { readonly data?: unknown } | null)?.data;

/** Elements see no change where there is none. */
function once<T extends object>(make: (given: T) => T): (given: T) => T {
  const made = new WeakMap<T, T>();
  return (given) => {
    const ready = made.get(given) ?? make(given);
    made.set(given, ready);
    return ready;
  };
}

const hasDigit = /\p{Nd}/u;

/** Digits of other scripts that phones and people write. */
const digit = (value: string): string =>
  `[${value}${[0xff10, 0x660, 0x6f0, 0x966].map((zero) => String.fromCodePoint(zero + Number(value))).join('')}]`;

/** What may part the digits or words of a known value: at most three signs, percent-encoded or not. */
const gap = String.raw`(?:[^\p{L}\p{Nd}]|%(?:25)*[\da-f]{2}){0,3}`;

interface Known {
  readonly pattern: string;
  readonly shown: string;
}

/** Masks known values in any dress. */
function knownValues(values: readonly string[]): (text: string) => string {
  const all = [...new Set(values.map((value) => value.trim()))].flatMap(patternsOf);
  if (all.length === 0) return (text) => text;
  const pattern = new RegExp(all.map((one) => `(${one.pattern})`).join('|'), 'giu');
  const needsDigits = values.every((value) => hasDigit.test(value));
  return (text) => {
    if (needsDigits && !hasDigit.test(text)) return text;
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
    return maskEmails(shown) === lastOfEmail(shown) ? [] : [{ pattern: escaped(shown), shown: lastOfEmail(shown) }];
  }
  const phone = address.kind === 'phone' ? (address.candidates[0] ?? '').replace(/\D/g, '').replace(/^0+/, '') : '';
  if (phone.length >= 7) return phonePatterns(phone);
  const words = value.match(/\p{L}+|\p{Nd}+/gu) ?? [];
  const length = words.join('').length;
  // So short a value stands in every other word.
  if (length < 3) return [{ pattern: `^${escaped(value)}$`, shown: lastOfOpaque(value) }];
  const pattern = words.map((word) => (/^\d+$/.test(word) ? [...word].map(digit).join('') : escaped(word))).join(gap);
  return [
    { pattern: `${edge(words[0], length, '<!')}${pattern}${edge(words.at(-1), length, '!')}`, shown: lastOf(value) },
  ];
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
  if (digits.length < 10) return [{ pattern: whole, shown }];
  const local = String.raw`(?<!\p{Nd})${joined(digits.slice(-7))}(?!\p{Nd})`;
  return [
    { pattern: whole, shown },
    { pattern: local, shown },
  ];
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
