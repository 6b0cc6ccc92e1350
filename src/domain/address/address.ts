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
  /**
   * The digits of a phone number written without its country code. With a region known they mean more than the
   * `candidates` here, which have been found without one: see `regionalCandidates` in `phone.ts`.
   */
  readonly local?: string;
}

/** The longest email address there can be; what is longer is read by no pattern. */
const longest = 320;

/** No platform has ids of this length, and no service takes an address made of them. */
const longestId = 2_000;

/** Nothing that anybody writes on purpose, and nothing that a reader would see: no address is read out of it. */
const unseen = /[\p{Cc}\p{Cf}]/u;
/** Marks that a phone's list of contacts puts around a number when it is copied. */
const marksAround = /^[\p{Cf}\s]+|[\p{Cf}\s]+$/gu;
/** Turns what follows around, so that one number looks like another. */
const turned = '\u202e';

/** 266696687 is ANONYMOUS on a keypad; gateways send it, and all withheld callers would share one history. */
const withheldNumber = /^\+?266696687$/;
const withheldWords =
  /^(?:no|caller|callerid|number|id)?(?:anonymous|restricted|private|unknown|unavailable|notavailable|withheld|blocked|outofarea|callerid|none|null|undefined)(?:caller|callerid|number|id)?$/;

const isWithheld = (text: string): boolean => withheldWords.test(text.toLowerCase().replace(/[^a-z\d@+]/g, ''));

/** Hyphens are also written as dashes, as minus signs, and in Japan as the sign for long vowels. */
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

/** An address of a platform, or any other value that only counts as it is written. */
export function opaqueAddress(given: string): Address {
  const value = given.trim();
  const masked = value.length <= longest && isMasked(value);
  return { value, kind: 'opaque', masked, candidates: masked ? [] : [value], shown: value };
}

/** Digits, plus and brackets as East Asian and Arabic keyboards write them, as ASCII. */
const ascii = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) % 16));

/** The value inside `"Name" <...>`, `tel:`, `mailto:` or `sip:user@host`; a SIP user that is no number stays as it is. */
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
 * What can be told without the metadata of a phone library, which is larger than all this code. Without a country code
 * none is guessed: `4155550132` is an American number, `+4155550132` a Swiss one, and the agent would see another
 * customer.
 */
function phoneForms(written: string): Pick<Address, 'candidates' | 'local'> | undefined {
  const plain = ascii(written);
  const hasPlus = plain.includes('+');
  const all = plain.replace(/\D/g, '');
  // In `+44 (0)20 …` the zero is for callers within the country; only Italy's is part of the number.
  const digits = /^\D*(?:00)?39/.test(plain) ? all : plain.replace(/\(0\)(?=.*\d)/, '').replace(/\D/g, '');
  const international = (hasPlus ? /^([1-9]\d{2,14})$/ : abroad).exec(digits)?.[1];
  if (international !== undefined) return { candidates: unique([`+${international}`, international, written]) };
  if (all.length < 3 || all.length > 15) return undefined;
  const candidates = unique(!hasPlus && /^[1-9]\d{10,14}$/.test(all) ? [`+${all}`, all, written] : [written, all]);
  return hasPlus || all.length < shortestNational ? { candidates } : { candidates, local: all };
}

/**
 * After `00`, Australia's `0011` (no country code begins with 11), or North America's `011` where what follows is too long
 * for anybody's number with the area code 011.
 */
const abroad = /^(?:00(?:11)?(?=[1-9]\d{7,14}$)|011(?=[1-9]\d{9,12}$))(\d+)$/;

/** Shorter ones are extensions and services, within every region. */
const shortestNational = 6;

/** Whose address it is, as far as it can be told from its form; `undefined` for none and for a withheld number. */
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
  // Another region than ours is named: `tel:5550132;phone-context=+1415`.
  return local === undefined || /;phone-context=\+/i.test(value) ? address : { ...address, local };
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
