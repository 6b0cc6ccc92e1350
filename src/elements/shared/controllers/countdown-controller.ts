import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Countdown } from '../../../i18n/phrase.js';

/** Updates its host once a second until the countdown is 0, while the host is in the document. */
export class CountdownController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #secondsLeft: () => number;
  #tick: ReturnType<typeof setTimeout> | undefined;
  #connected = false;

  /** @param secondsLeft read after each update; 0 stops the countdown */
  constructor(host: ReactiveControllerHost, secondsLeft: () => number) {
    this.#host = host;
    this.#secondsLeft = secondsLeft;
    host.addController(this);
  }

  hostConnected(): void {
    this.#connected = true;
    this.#host.requestUpdate(); // the countdown went on while the host was removed
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

/** Whole seconds from `now` until `time`, both epoch milliseconds; 0 when `time` is past or undefined. */
export const secondsUntil = (time: number | undefined, now: number): number =>
  time === undefined ? 0 : Math.max(0, Math.ceil((time - now) / 1000));

/** The remaining time as text: in seconds below 100, else in minutes. */
export const waitText = (seconds: number, { minutes, seconds: inSeconds }: Countdown): string =>
  seconds < 100 ? inSeconds({ count: seconds }) : minutes({ count: Math.ceil(seconds / 60) });
