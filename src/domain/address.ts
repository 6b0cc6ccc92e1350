export type AddressKind = 'phone' | 'email' | 'opaque';

/** One address of a customer and how it may be written. */
export interface Address {
  /** As it was given. */
  readonly value: string;
  readonly kind: AddressKind;
  /** Some characters are hidden: no look-up can work. */
  readonly masked: boolean;
  /** The forms to look for, in order: E.164 first for a phone number. */
  readonly candidates: readonly string[];
}
