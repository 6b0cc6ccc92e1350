import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Countdown } from '../../../i18n/phrase.js';

/** Draws its host every second until a time has come, while it is in the document. */
export class CountdownController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #secondsLeft: () => number;
  #tick: ReturnType<typeof setTimeout> | undefined;
  #connected = false;

  /** @param secondsLeft asked after each update; 0 when there is nothing to wait for */
  constructor(host: ReactiveControllerHost, secondsLeft: () => number) {
    this.#host = host;
    this.#secondsLeft = secondsLeft;
    host.addController(this);
  }

  hostConnected(): void {
    this.#connected = true;
    this.#host.requestUpdate(); // time went by while it was away
  }

  hostUpdated(): void {
    clearTimeout(this.#tick);
    if (this.#connected && this.#secondsLeft() > 0) this.#tick = setTimeout(() => this.#host.requestUpdate(), 1000);
  }

  hostDisconnected(): void {
    this.#connected = false;
    clearTimeout(this.#tick);
  }
}

/** Whole seconds from `now` until `time`, both epoch milliseconds; 0 when it has come or there is none. */
export const secondsUntil = (time: number | undefined, now: number): number =>
  time === undefined ? 0 : Math.max(0, Math.ceil((time - now) / 1000));

/** A wait in words: from 100 seconds on in minutes. */
export const waitText = (seconds: number, { minutes, seconds: inSeconds }: Countdown): string =>
  seconds < 100 ? inSeconds({ count: seconds }) : minutes({ count: Math.ceil(seconds / 60) });
