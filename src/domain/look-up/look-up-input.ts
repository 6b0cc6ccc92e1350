import { readAddress, type Address } from '../address/address.js';

/** Why nobody can be looked up by what was typed. */
export type LookUpInputProblem = 'empty' | 'too-long' | 'masked' | 'withheld';

/** The longest email address there can be; nothing that leads to a person is longer. */
const longest = 320;

/** Whom the agent wants to see, or why that cannot be asked. */
export function readLookUpInput(text: string): Address | LookUpInputProblem {
  const value = text.trim();
  if (value === '') return 'empty';
  if (value.length > longest) return 'too-long';
  const address = readAddress(value);
  if (address === undefined) return 'withheld';
  return address.masked ? 'masked' : address;
}
