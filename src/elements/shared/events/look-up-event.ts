import type { Address } from '../../../domain/address/address.js';

/** What the agent wants the look-up to do. */
export type LookUpWish =
  | { readonly kind: 'look-up'; readonly address: Address }
  /** Close the form. */
  | { readonly kind: 'close' }
  /** End the look-up and show the task's customer again. */
  | { readonly kind: 'end' }
  /** Forget the recent look-ups. */
  | { readonly kind: 'forget' };

/** The event does not bubble, because it can contain an address. */
export class LookUpEvent extends Event {
  /** What the agent wants the look-up to do. */
  readonly wish: LookUpWish;

  constructor(wish: LookUpWish) {
    super('wayline-look-up');
    this.wish = wish;
  }
}

declare global {
  interface HTMLElementEventMap {
    'wayline-look-up': LookUpEvent;
  }
}
