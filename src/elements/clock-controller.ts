import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** One clock for the whole widget: draws its host again every `every` milliseconds while it is in the document. */
export class ClockController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #every: number;
  #timer: ReturnType<typeof setInterval> | undefined;
  /** Epoch milliseconds of the last tick. */
  now = Date.now();

  constructor(host: ReactiveControllerHost, every: number) {
    this.#host = host;
    this.#every = every;
    host.addController(this);
  }

  hostConnected(): void {
    this.now = Date.now();
    this.#timer = setInterval(() => {
      this.now = Date.now();
      this.#host.requestUpdate();
    }, this.#every);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }
}
