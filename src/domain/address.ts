export type AddressKind = 'phone' | 'email' | 'opaque';

/** One address of a customer and how it may be written. */
export interface Address {
  /** As it was given. */
  readonly value: string;
  readonly kind: AddressKind;
  /** Some characters are hidden: no look-up can work. */
  readonly masked: boolean;
  /** The forms to look for, in order: E.164 first for a phone number. None when masked. */
  readonly candidates: readonly string[];
  /** The only form that may be displayed: a masked one wherever the desktop masks, though `value` may be plain. */
  readonly shown: string;
}

/** The longest email address there can be; what is longer is read by no pattern. */
const longest = 320;

/** 266696687 is ANONYMOUS on a keypad; gateways send it, and all withheld callers would share one history. */
const withheldNumber = /^\+?266696687$/;
const withheldWords =
  /^(?:no|caller|callerid|number|id)?(?:anonymous|restricted|private|unknown|unavailable|notavailable|withheld|blocked|outofarea|callerid|none|null|undefined)(?:caller|callerid|number|id)?$/;

const isWithheld = (text: string): boolean => withheldWords.test(text.toLowerCase().replace(/[^a-z\d@+]/g, ''));

const phone = /^\+?[\d\s().\u2010-\u2015/-]+$/;
const email = /^[^\s@<>]+@[^\s@<>]+$/;
const maskSign = /[*•●∗＊]|#{2,}/;
const maskedDigits = /^[+\d\s().-]*x[\s().-]*x[\s().-]*x[+\d\s().x-]*$/i;
const maskedName = /^[^x@]?x{3,}[^x@]?@/i;

const isMasked = (text: string): boolean => maskSign.test(text) || maskedDigits.test(text) || maskedName.test(text);

const maskedKind = (text: string): AddressKind => {
  if (text.includes('@')) return 'email';
  return /^[+\d\s().*•●∗＊#x-]+$/i.test(text) && /\d/.test(text) ? 'phone' : 'opaque';
};

/** An address of a platform, or any other value that only counts as it is written. */
export function opaqueAddress(given: string): Address {
  const value = given.trim();
  const masked = value.length <= longest && isMasked(value);
  return { value, kind: 'opaque', masked, candidates: masked ? [] : [value], shown: value };
}

/** The value inside `"Name" <...>`, `tel:`, `mailto:` or `sip:user@host`; a SIP user that is no number stays as it is. */
function bareValue(given: string): string {
  const value = /^[^<]*<([^<>]+)>$/.exec(given)?.[1]?.trim() ?? given;
  const [, scheme, rest = ''] = /^(tel|mailto|sips?):(.*)$/is.exec(value) ?? [];
  if (scheme === undefined) return value;
  if (!/^sip/i.test(scheme)) return rest;
  const user = rest.replace(/[@;].*$/s, '').replace(/^%2b/i, '+');
  return phone.test(user) || isWithheld(user) || isMasked(user) ? user : value;
}

/*
 * No phone library here: its metadata is several times the size of all this code, and nothing below needs to know a
 * country. Without a country code none is guessed: `4155550132` is an American number, `+4155550132` a Swiss one, and
 * the agent would see another customer.
 */
function phoneCandidates(written: string): readonly string[] | undefined {
  // In `+44 (0)20 …` the zero is for callers within the country.
  const digits = (written.startsWith('+') ? written.replace('(0)', '') : written).replace(/\D/g, '');
  const international = (written.startsWith('+') ? /^([1-9]\d{2,14})$/ : /^00([1-9]\d{7,14})$/).exec(digits)?.[1];
  if (international !== undefined) return [`+${international}`, international, written];
  if (digits.length < 3 || digits.length > 15) return undefined;
  return /^[1-9]\d{10,14}$/.test(digits) ? [`+${digits}`, digits] : [written, digits];
}

/** Whose address it is, as far as it can be told from its form; `undefined` for none and for a withheld number. */
export function readAddress(given: string): Address | undefined {
  const value = given.trim();
  if (value === '') return undefined;
  if (value.length > longest) return opaqueAddress(value);
  const bare = bareValue(value);
  if (isWithheld(bare) || /^anonymous@|@(?:.+\.)?invalid$/i.test(bare)) return undefined;
  if (isMasked(bare)) return { value, kind: maskedKind(bare), masked: true, candidates: [], shown: bare };
  if (email.test(bare) && !/^sips?:/i.test(bare)) {
    return { value, kind: 'email', masked: false, candidates: unique([bare, bare.toLowerCase()]), shown: bare };
  }
  const written = bare.replace(/(?:[;,].*|\s?(?:x|#|ext\.?|extension)\s?\d{1,7})$/is, '').trim();
  if (withheldNumber.test(written)) return undefined;
  const candidates = phone.test(written) ? phoneCandidates(written) : undefined;
  if (candidates === undefined) return opaqueAddress(value);
  return { value, kind: 'phone', masked: false, candidates: unique(candidates), shown: bare };
}

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)];

/** Whether two addresses lead to the same customer, however they are written or shown. */
export function sameAddress(a: Address | undefined, b: Address | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.kind === b.kind && comparable(a) === comparable(b);
}

function comparable({ kind, value, candidates }: Address): string {
  const [first = value] = candidates;
  return kind === 'email' ? first.toLowerCase() : first;
}
