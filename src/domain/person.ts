export type AliasKind = 'phone' | 'email' | 'customerId' | 'temporaryId' | 'socialId' | 'unknown';

/** One value that leads to a person. */
export interface Alias {
  readonly kind: AliasKind;
  readonly value: string;
}

/** Who the customer is, as far as the service knows; people first seen in an event have no names. */
export interface Person {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly aliases: readonly Alias[];
}

/** Who holds an address. None: nobody yet. Several: the agent must say who it is; never a silent first. */
export interface PersonMatch {
  readonly persons: readonly Person[];
  /** The form of the address that matched; the first candidate when none did. */
  readonly address: string;
}
