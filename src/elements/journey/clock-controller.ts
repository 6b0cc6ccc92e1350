import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Ticks of a page in the background come once a minute: only what is longer than two was sleep. */
const longestPause = 2 * 60_000;

/** One clock for the whole widget: draws its host again every `every` milliseconds while it is in the document. */
export class ClockController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #every: number;
  readonly #jumped: () => void;
  #timer: ReturnType<typeof setInterval> | undefined;
  #now = Date.now();
  #ticked = this.#now;

  /** @param jumped told when time has jumped: the machine slept, or its clock was set */
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
