/** The agent opened the list of keyboard shortcuts. */
export class HelpEvent extends Event {
  constructor() {
    super('wayline-help', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'wayline-help': HelpEvent;
  }
}
