import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Counts what came in and tells it in batches, so that a burst of events is one announcement. The count falls back to
 * zero afterwards: only a text that changes is read out.
 */
export class AnnouncementController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #milliseconds: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting = 0;
  #count = 0;

  /** @param milliseconds how long to gather, and how long to keep saying it */
  constructor(host: ReactiveControllerHost, milliseconds = 1000) {
    this.#host = host;
    this.#milliseconds = milliseconds;
    host.addController(this);
  }

  /** How many came in with the last batch; 0 when there is nothing to say. */
  get count(): number {
    return this.#count;
  }

  add(count: number): void {
    if (count <= 0) return;
    this.#waiting += count;
    this.#timer ??= setTimeout(this.#tell, this.#milliseconds);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = 0;
    this.#count = 0;
  }

  readonly #tell = () => {
    this.#count = this.#waiting;
    this.#waiting = 0;
    this.#timer = this.#count > 0 ? setTimeout(this.#tell, this.#milliseconds) : undefined;
    this.#host.requestUpdate();
  };
}
