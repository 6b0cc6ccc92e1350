/** The agent wants to merge whoever has an alias into the person shown. Stays within the shadow tree, since it carries it. */
export class OfferMergeEvent extends Event {
  /** Leads to the other person. */
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
