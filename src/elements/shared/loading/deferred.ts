import type { ReactiveController, ReactiveControllerHost } from 'lit';

// eslint-disable-next-line no-restricted-syntax -- the only lazy import: what it brings is of this layer
const load = () => import('../../deferred/deferred-part.js');

type Part = Awaited<ReturnType<typeof load>>['part'];

/** The one attempt that all elements share; after a failure there is another. */
let attempt: ReturnType<typeof load> | undefined;
let loaded: Part | undefined;

/** What comes later; asked again after a failure. Rejects when it cannot be loaded. */
export async function loadDeferred(): Promise<Part> {
  attempt ??= load();
  try {
    return (loaded = (await attempt).part);
  } catch (error) {
    attempt = undefined;
    throw error;
  }
}

/** What came, if it did. */
export const deferredPart = (): Part | undefined => loaded;

/**
 * What is not needed at first sight, such as details and the activity strip, comes from beside the script. Draws its host
 * when it is there, or when it cannot be loaded.
 */
export class DeferredController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #status: 'idle' | 'loading' | 'failed' = 'idle';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.failed) this.#status = 'idle'; // moved, or shown anew: worth another attempt
  }

  /** What came, once it is there. */
  get part(): Part | undefined {
    return loaded;
  }

  get failed(): boolean {
    return loaded === undefined && this.#status === 'failed';
  }

  /** Loads it, unless it is there, on its way, or failed before. */
  need(): void {
    if (loaded === undefined && this.#status === 'idle') this.retry();
  }

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
