/**
 * The service refused the token. The widget waits for the promise of a host that calls `respondWith`; any other host
 * should set a new `bearerToken` within 10 seconds.
 */
export class RenewTokenEvent extends Event {
  #answer: Promise<string | undefined> | undefined;

  constructor() {
    super('wayline-renew-token', { bubbles: true, composed: true });
  }

  /** The newer token, or `undefined` if there is none. */
  respondWith(answer: Promise<string | undefined>): void {
    this.#answer = Promise.resolve(answer).then(readToken, () => undefined);
  }

  /** `undefined` when the host promises nothing. Never rejects. */
  get answer(): Promise<string | undefined> | undefined {
    return this.#answer;
  }
}

/** A host may promise anything. */
const readToken = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;

declare global {
  interface HTMLElementEventMap {
    'wayline-renew-token': RenewTokenEvent;
  }
}
