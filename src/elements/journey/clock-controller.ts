import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** In background pages, timers fire once a minute. A pause of more than two minutes means that the computer slept. */
const longestPause = 2 * 60_000;

/** The clock of the widget: updates its host every `every` milliseconds while the host is in the document. */
export class ClockController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #every: number;
  readonly #jumped: () => void;
  #timer: ReturnType<typeof setInterval> | undefined;
  #now = Date.now();
  #ticked = this.#now;

  /** @param jumped called when time jumped: the computer slept, or its clock was changed */
  constructor(host: ReactiveControllerHost, every: number, jumped: () => void) {
    this.#host = host;
    this.#every = every;
    this.#jumped = jumped;
    host.addController(this);
  }

  /** Epoch milliseconds of the last tick. */
  get now(): number {
    return this.#now;
  }

  /** Sets `now` to the current time, without updating the host. */
  tick(): void {
    this.#now = Date.now();
  }

  hostConnected(): void {
    this.tick();
    this.#ticked = this.#now;
    this.#timer = setInterval(() => {
      this.tick();
      if (Math.abs(this.#now - this.#ticked) > longestPause) this.#jumped();
      this.#ticked = this.#now;
      this.#host.requestUpdate();
    }, this.#every);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }
}
