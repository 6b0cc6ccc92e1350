/** The agent wants to look up a customer. */
export class OpenLookUpEvent extends Event {
  constructor() {
    super('wayline-open-look-up', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'wayline-open-look-up': OpenLookUpEvent;
  }
}
