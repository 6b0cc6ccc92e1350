/** The agent asks which keys there are. */
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
