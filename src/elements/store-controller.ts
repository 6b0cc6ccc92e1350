import type { ReactiveController, ReactiveControllerHost } from 'lit';

interface Watchable {
  subscribe(listener: () => void): () => void;
}

/** Draws its host again whenever the store changes. */
export class StoreController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #store: Watchable;
  #unsubscribe: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, store: Watchable) {
    this.#host = host;
    this.#store = store;
    host.addController(this);
  }

  hostConnected(): void {
    this.#unsubscribe = this.#store.subscribe(() => this.#host.requestUpdate());
    this.#host.requestUpdate(); // it may have changed while we were away
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
  }
}
