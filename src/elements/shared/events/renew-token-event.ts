/** The service refuses the token: a host that can should set a newer `bearerToken` within ten seconds. */
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
