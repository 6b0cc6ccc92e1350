import { opaqueAddress, readAddress, type Address } from './address.js';
import { isRecord } from '../base/json.js';

/** How a host names a customer: a phone number or an email address as text, or an ID of another system. */
export type GivenAddress = string | { readonly id: string };

/** The addresses of one customer, from one value or a list. Other values are ignored; an ID is never read as a number. */
export const addressesOf = (given: unknown): readonly Address[] =>
  [given].flat().flatMap((one: unknown) => {
    const id = isRecord(one) && typeof one.id === 'string' ? one.id.trim() : '';
    return (typeof one === 'string' ? readAddress(one) : id && opaqueAddress(id)) || [];
  });
