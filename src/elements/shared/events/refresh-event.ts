/** The agent wants everything read anew. */
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
