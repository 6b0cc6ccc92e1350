import { readAddress } from '../address/address.js';

const hidden = '••••';

/** What of so many characters stays readable: nothing of four, four of eight and more. */
const tail = (text: string): string => {
  const characters = [...text];
  return characters.slice(Math.max(4, characters.length - 4)).join('');
};

/** The last digits of a phone number, however it is written. */
export function maskedPhone(written: string): string {
  const digits = tail(written.replace(/\P{Nd}+/gu, ''));
  return digits === '' ? hidden : `••• ••• ${digits}`;
}

/** The first letter alone: the end of an email address tells who it is. */
export const maskedEmail = (written: string): string => `${[...written][0] ?? ''}••@•••`;

/** The last characters of any other value. */
export const maskedId = (written: string): string => hidden + tail(written.trim());

/** Words and numbers that withhold an address; what else is read as none may tell one all the same. */
const isWord = /^[\w\s()<>"'.:+-]{0,60}$/;

/** Signs of a mask, and what it leaves: with two in three characters open it is none, and `*` is part of the value. */
const isMostlyOpen = (value: string): boolean => {
  const signs = value.match(/[*•●∗＊#]|x(?=x)/gi)?.length ?? 0;
  return (value.match(/[\p{L}\p{Nd}]/gu)?.length ?? 0) > 2 * signs;
};

/**
 * The last characters only: `••• ••• 0132`, `a••@•••`, `••••4120`. What is masked already, is no address, or is empty
 * stays as it is.
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
