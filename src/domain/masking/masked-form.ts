import { readAddress } from '../address/address.js';

const hidden = '••••';

/** How many characters stay readable: none of four, four of eight or more. */
const tail = (text: string): string => {
  const characters = [...text];
  return characters.slice(Math.max(4, characters.length - 4)).join('');
};

/** The last digits of a phone number in any format. */
export function maskedPhone(written: string): string {
  const digits = tail(written.replace(/\P{Nd}+/gu, ''));
  return digits === '' ? hidden : `••• ••• ${digits}`;
}

/** The first letter only: the end of an email address can identify a person. */
export const maskedEmail = (written: string): string => `${[...written][0] ?? ''}••@•••`;

/** The last characters of any other value. */
export const maskedId = (written: string): string => hidden + tail(written.trim());

/** Words and numbers that stand for a withheld address. Other text without an address may still contain one. */
const isWord = /^[\w\s()<>"'.:+-]{0,60}$/;

/**
 * The characters of a mask and the rest. If two of three characters are readable, it is not a mask, and `*` is part of
 * the value.
 */
const isMostlyOpen = (value: string): boolean => {
  const signs = value.match(/[*•●∗＊#]|x(?=x)/gi)?.length ?? 0;
  return (value.match(/[\p{L}\p{Nd}]/gu)?.length ?? 0) > 2 * signs;
};

/**
 * The last characters only: `••• ••• 0132`, `a••@•••`, `••••4120`. A masked value, a withheld address and empty text
 * stay as they are.
 */
export function maskedForm(value: string): string {
  const address = readAddress(value);
  if (address === undefined)
    return isWord.test(value) ? value : value.includes('@') ? maskedEmail(value.trim()) : maskedId(value);
  const { candidates, kind, masked, shown } = address;
  if (masked && !isMostlyOpen(shown)) return value;
  if (kind === 'email') return maskedEmail(shown);
  return kind === 'phone' ? maskedPhone(candidates[0] ?? shown) : maskedId(shown);
}
