/** The agent wants everything to be loaded again. */
export class RefreshEvent extends Event {
  constructor() {
    super('wayline-refresh', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'wayline-refresh': RefreshEvent;
  }
}
