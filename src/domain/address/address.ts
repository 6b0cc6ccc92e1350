/** The kind of an address. `opaque`: an ID that must match exactly. */
export type AddressKind = 'phone' | 'email' | 'opaque';

/** One address of a customer, with the forms it can be stored in. */
export interface Address {
  /** The original text. */
  readonly value: string;
  readonly kind: AddressKind;
  /** Some characters are hidden, so the customer cannot be looked up. */
  readonly masked: boolean;
  /** The forms to look for, in order; for a phone number E.164 first. Empty if masked. */
  readonly candidates: readonly string[];
  /** The only form that may be displayed. Masked if the desktop masks, even if `value` is not. */
  readonly shown: string;
  /**
   * The digits of a phone number without a country code. If the region is known, `regionalCandidates` in
   * `regional-phone.ts` finds more forms than `candidates`.
   */
  readonly local?: string;
}

/** The maximum length of an email address. Longer text is not matched against patterns. */
const longest = 320;

/** Longer than any platform's IDs; services do not accept such an address. */
const longestId = 2_000;

/** Invisible characters inside an address: it is not read as a phone number or email address. */
const unseen = /[\p{Cc}\p{Cf}]/u;
/** Invisible marks around a number that is copied from a phone's contact list. */
const marksAround = /^[\p{Cf}\s]+|[\p{Cf}\s]+$/gu;
/** Reverses the text after it, so that one number looks like another. */
const turned = '\u202e';

/** 266696687 spells ANONYMOUS on a keypad. Gateways send it for withheld numbers, which must not share one journey. */
const withheldNumber = /^\+?266696687$/;
const withheldWords =
  /^(?:no|caller|callerid|number|id)?(?:anonymous|restricted|private|unknown|unavailable|notavailable|withheld|blocked|outofarea|callerid|none|null|undefined)(?:caller|callerid|number|id)?$/;

const isWithheld = (text: string): boolean => withheldWords.test(text.toLowerCase().replace(/[^a-z\d@+]/g, ''));

/** Instead of hyphens, people write dashes, minus signs, and in Japan the sign for long vowels. */
const phone = /^[([\s]*\+?[\d\s()[\].\u2010-\u2015\u2212\u30fc/-]+$/;
const extension = /(?:[;,].*|\s?(?:x|#|extension|ext)[.:]?\s?\d{1,7})$/is;
const email = /^[^\s@<>]+@[^\s@<>]+$/;
const maskSign = /[*•●∗＊]|#{2,}/;
const maskedDigits = /^[+\d\s().-]*x[\s().-]*x[\s().-]*x[+\d\s().x-]*$/i;
const maskedName = /^[^x@]?x{3,}[^x@]?@/i;

const isMasked = (text: string): boolean => maskSign.test(text) || maskedDigits.test(text) || maskedName.test(text);

const maskedKind = (text: string): AddressKind => {
  if (text.includes('@')) return 'email';
  return /^[+\d\s().*•●∗＊#x-]+$/i.test(text) && /\d/.test(text) ? 'phone' : 'opaque';
};

/** An ID of a platform, or any other value that must match exactly. */
export function opaqueAddress(given: string): Address {
  const value = given.trim();
  const masked = value.length <= longest && isMasked(value);
  return { value, kind: 'opaque', masked, candidates: masked ? [] : [value], shown: value };
}

/** Digits, plus and brackets of East Asian and Arabic keyboards, as ASCII. */
const ascii = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) % 16));

/** The value inside `"Name" <...>`, `tel:`, `mailto:` or `sip:user@host`. A SIP user that is not a number stays unchanged. */
function bareValue(given: string): string {
  const value = /^[^<]*<([^<>]+)>$/.exec(given)?.[1]?.trim() ?? given;
  const [, scheme = '', rest = ''] = /^(tel|mailto|sips?):(.*)$/is.exec(value) ?? [];
  if (scheme === '') return value;
  if (/^mailto$/i.test(scheme)) return rest.replace(/\?.*$/s, '');
  const number = rest.replace(/^%2b/i, '+').replaceAll('%20', ' ');
  if (/^tel$/i.test(scheme)) return number;
  const user = number.replace(/[@;].*$/s, '');
  const isHost = !rest.includes('@') && user.includes('.');
  return !isHost && (phone.test(ascii(user)) || isWithheld(user) || isMasked(user)) ? user : value;
}

/*
 * The forms that are known without a phone library, whose metadata is larger than all this code. A missing country code
 * is never guessed: `4155550132` is an American number and `+4155550132` a Swiss one, so the agent would see another
 * customer.
 */
function phoneForms(written: string): Pick<Address, 'candidates' | 'local'> | undefined {
  const plain = ascii(written);
  const hasPlus = plain.includes('+');
  const all = plain.replace(/\D/g, '');
  // In `+44 (0)20 …` the zero is for callers in the same country. Only in Italy is it part of the number.
  const digits = /^\D*(?:00)?39/.test(plain) ? all : plain.replace(/\(0\)(?=.*\d)/, '').replace(/\D/g, '');
  const international = (hasPlus ? /^([1-9]\d{2,14})$/ : abroad).exec(digits)?.[1];
  if (international !== undefined) return { candidates: unique([`+${international}`, international, written]) };
  if (all.length < 3 || all.length > 15) return undefined;
  const candidates = unique(!hasPlus && /^[1-9]\d{10,14}$/.test(all) ? [`+${all}`, all, written] : [written, all]);
  return hasPlus || all.length < shortestNational ? { candidates } : { candidates, local: all };
}

/**
 * A number after `00`, after Australia's `0011` (no country code begins with 11), or after North America's `011` if the
 * rest is too long for a number with the area code 011.
 */
const abroad = /^(?:00(?:11)?(?=[1-9]\d{7,14}$)|011(?=[1-9]\d{9,12}$))(\d+)$/;

/** Shorter numbers are extensions or services in every region. */
const shortestNational = 6;

/** Reads an address and its kind from its form; `undefined` for empty text and for a withheld number. */
export function readAddress(given: string): Address | undefined {
  const value = given.trim();
  if (value === '' || value.length > longestId || !value.isWellFormed()) return undefined;
  if (value.length > longest) return opaqueAddress(value);
  const bare = bareValue(value.replace(marksAround, '')).replace(marksAround, '');
  if (bare === '' || isWithheld(bare) || /^anonymous@|@(?:.+\.)?invalid$/i.test(bare)) return undefined;
  if (isMasked(bare)) return { value, kind: maskedKind(bare), masked: true, candidates: [], shown: bare };
  if (unseen.test(bare) || value.includes(turned)) return opaqueAddress(value);
  if (email.test(bare) && !/^sips?:/i.test(bare)) {
    return { value, kind: 'email', masked: false, candidates: unique([bare, bare.toLowerCase()]), shown: bare };
  }
  const written = bare.replace(extension, '').trim();
  const plain = ascii(written);
  if (withheldNumber.test(plain)) return undefined;
  const forms = phone.test(plain) ? phoneForms(written) : undefined;
  if (forms === undefined) return opaqueAddress(value);
  const { candidates, local } = forms;
  const address = { value, kind: 'phone', masked: false, candidates, shown: bare } as const;
  // The text names another region: `tel:5550132;phone-context=+1415`.
  return local === undefined || /;phone-context=\+/i.test(value) ? address : { ...address, local };
}

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)];

/** Whether two addresses are the same address in different formats. */
export function sameAddress(a: Address | undefined, b: Address | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.kind === b.kind && comparable(a) === comparable(b);
}

function comparable({ kind, value, candidates }: Address): string {
  const [first = value] = candidates;
  return kind === 'email' ? first.toLowerCase() : first;
}
