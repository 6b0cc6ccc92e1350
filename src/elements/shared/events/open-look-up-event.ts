/** The agent opened the look-up form. */
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
