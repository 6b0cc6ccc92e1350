import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { slot } from './slot.js';

/** Imports the deferred part, which then fills the slots. Elements cannot import it by name: it imports them. */
export const deferredImport = slot<() => Promise<unknown>>();

/** Shared by all elements. Reset after a failure, so that the next call tries again. */
let attempt: Promise<unknown> | undefined;
let loaded = false;

/** Loads the deferred part once. Rejects if that fails; the next call tries again. */
export async function loadDeferred(): Promise<void> {
  try {
    await (attempt ??= deferredImport.get()!());
    loaded = true;
  } catch (error) {
    attempt = undefined;
    throw error;
  }
}

/** Loads the deferred part for its host, and updates the host when that is done or has failed. */
export class DeferredController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #status: 'idle' | 'loading' | 'failed' = 'idle';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.failed) this.#status = 'idle'; // moved or shown again: try again
  }

  /** Whether the last attempt of this host failed and the deferred part is still missing. */
  get failed(): boolean {
    return !loaded && this.#status === 'failed';
  }

  /** Loads the deferred part, unless it is loaded or loading, or the last attempt failed. */
  need(): void {
    if (!loaded && this.#status === 'idle') this.retry();
  }

  /** Loads the deferred part, also after a failure. */
  readonly retry = (): void => {
    this.#status = 'loading';
    loadDeferred()
      .then(
        () => (this.#status = 'idle'),
        () => (this.#status = 'failed'),
      )
      .finally(() => this.#host.requestUpdate());
  };
}
