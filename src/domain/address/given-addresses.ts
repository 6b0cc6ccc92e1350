import { opaqueAddress, readAddress, type Address } from './address.js';
import { isRecord } from '../base/json.js';

/** What a host knows a customer by: a phone number or an email address as text, or an id of another system. */
export type GivenAddress = string | { readonly id: string };

/** The addresses of one customer, given as one or as a list. What is none is left out; an id is never read as a number. */
export const addressesOf = (given: unknown): readonly Address[] =>
  [given].flat().flatMap((one: unknown) => {
    const id = isRecord(one) && typeof one.id === 'string' ? one.id.trim() : '';
    return (typeof one === 'string' ? readAddress(one) : id && opaqueAddress(id)) || [];
  });
