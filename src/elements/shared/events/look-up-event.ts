import type { Address } from '../../../domain/address/address.js';

/** What the agent wants of a look-up. */
export type LookUpWish =
  | { readonly kind: 'look-up'; readonly address: Address }
  /** The form is not needed any more. */
  | { readonly kind: 'close' }
  /** Back to whoever the desktop's task is about. */
  | { readonly kind: 'end' }
  /** The recent look-ups are to be forgotten. */
  | { readonly kind: 'forget' };

/** It carries an address, so it goes no farther than the element it is dispatched on. */
export class LookUpEvent extends Event {
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
