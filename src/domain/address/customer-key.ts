declare const addressBrand: unique symbol;
declare const customerBrand: unique symbol;

/** Tells customers apart by their addresses, whatever contact they are in. */
export type AddressKey = string & { readonly [addressBrand]: true };

/**
 * Tells customers apart, and the contacts of one customer. Only this file makes keys, so no two parts of the widget can
 * disagree about who is shown.
 */
export type CustomerKey = string & { readonly [customerBrand]: true };

/** What the key needs of an address. A `local` phone number belongs to another customer in another region. */
interface KeyedAddress {
  readonly kind: string;
  readonly value: string;
  readonly local?: string;
}

/** The key of a customer with these addresses. `regions`: the countries of phone numbers without a country code. */
export const addressKey = (
  addresses: readonly KeyedAddress[],
  regions: readonly (string | undefined)[] = [],
): AddressKey =>
  JSON.stringify(
    addresses.map(({ kind, value, local }) => (local === undefined ? [kind, value] : [kind, value, ...regions])),
  ) as AddressKey;

/** The key of a customer in a contact, or in none. */
export const customerKey = (addresses: AddressKey, interactionId: string | undefined): CustomerKey =>
  JSON.stringify([addresses, interactionId]) as CustomerKey;
