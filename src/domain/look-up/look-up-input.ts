import { readAddress, type Address } from '../address/address.js';

/** Why no customer can be looked up by the text. */
export type LookUpInputProblem = 'empty' | 'too-long' | 'masked' | 'withheld';

/** The maximum length of an email address; no other address is longer. */
const longest = 320;

/** The address in the agent's text, or why it cannot be used. */
export function readLookUpInput(text: string): Address | LookUpInputProblem {
  const value = text.trim();
  if (value === '') return 'empty';
  if (value.length > longest) return 'too-long';
  const address = readAddress(value);
  if (address === undefined) return 'withheld';
  return address.masked ? 'masked' : address;
}
