import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** One clock for the whole widget: draws its host again every `every` milliseconds while it is in the document. */
export class ClockController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #every: number;
  #timer: ReturnType<typeof setInterval> | undefined;
  #now = Date.now();

  constructor(host: ReactiveControllerHost, every: number) {
    this.#host = host;
    this.#every = every;
    host.addController(this);
  }

  hostConnected(): void {
    this.tick();
    this.#timer = setInterval(() => {
      this.tick();
      this.#host.requestUpdate();
    }, this.#every);
  }

  /** Epoch milliseconds of the last tick. */
  get now(): number {
    return this.#now;
  }

  tick(): void {
    this.#now = Date.now();
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }
}
