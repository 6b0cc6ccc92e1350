import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { beforeNextPaint } from '../../platform/before-paint.js';

interface Watchable {
  subscribe(listener: () => void): () => void;
}

/** Updates its host when the store changes: at once, and after that at most once per paint. */
export class StoreController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #store: Watchable;
  #unsubscribe: (() => void) | undefined;
  #waiting = false;
  #changed = false;

  constructor(host: ReactiveControllerHost, store: Watchable) {
    this.#host = host;
    this.#store = store;
    host.addController(this);
  }

  hostConnected(): void {
    this.#unsubscribe = this.#store.subscribe(this.#draw);
    this.#host.requestUpdate(); // the store might have changed while the host was removed
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
  }

  readonly #draw = (): void => {
    this.#changed = this.#waiting;
    if (this.#waiting) return;
    this.#waiting = true;
    this.#host.requestUpdate();
    beforeNextPaint(() => {
      this.#waiting = false;
      if (this.#changed) this.#draw();
    });
  };
}
