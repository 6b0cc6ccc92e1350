/** The service refused the token. The host should set a new `bearerToken` within 10 seconds. */
export class RenewTokenEvent extends Event {
  constructor() {
    super('wayline-renew-token', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'wayline-renew-token': RenewTokenEvent;
  }
}
