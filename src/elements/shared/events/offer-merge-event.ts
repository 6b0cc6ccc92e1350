/**
 * The agent wants to merge the owner of an alias into the person shown. Does not leave its shadow tree: it carries the
 * alias.
 */
export class OfferMergeEvent extends Event {
  /** An alias of the other person. */
  readonly address: string;

  constructor(address: string) {
    super('wayline-offer-merge', { bubbles: true });
    this.address = address;
  }
}

declare global {
  interface HTMLElementEventMap {
    'wayline-offer-merge': OfferMergeEvent;
  }
}
