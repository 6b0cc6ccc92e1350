import { readAddress } from './address.js';

const hidden = '••••';

/** What of so many characters stays readable: nothing of four, four of eight and more. */
const tail = (text: string): string => {
  const characters = [...text];
  return characters.slice(Math.max(4, characters.length - 4)).join('');
};

/** The last digits of a phone number, however it is written. */
export function lastOfPhone(written: string): string {
  const digits = tail(written.replace(/\P{Nd}+/gu, ''));
  return digits === '' ? hidden : `••• ••• ${digits}`;
}

/** The first letter alone: the end of an email address tells who it is. */
export const lastOfEmail = (written: string): string => `${[...written][0] ?? ''}••@•••`;

/** The last characters of any other value. */
export const lastOfOpaque = (written: string): string => hidden + tail(written.trim());

/**
 * The last characters only: `••• ••• 0132`, `a••@•••`, `••••4120`. What is masked already, is no address, or is empty
 * stays as it is.
 */
export function lastOf(value: string): string {
  const address = readAddress(value);
  if (address === undefined || address.masked) return value;
  const { candidates, kind, shown } = address;
  if (kind === 'email') return lastOfEmail(shown);
  return kind === 'phone' ? lastOfPhone(candidates[0] ?? shown) : lastOfOpaque(shown);
}
