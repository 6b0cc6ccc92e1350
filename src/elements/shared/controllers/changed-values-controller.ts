import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How long a value stays marked, in milliseconds. */
const markedFor = 4000;

/** Marks the values of a list that changed in the last 4 seconds, and updates the host when a mark ends. */
export class ChangedValuesController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** @param place index of the value in the list */
  isMarked(place: number): boolean {
    return this.#timers.has(place);
  }

  /**
   * Marks values, or starts their 4 seconds again. The host must update itself.
   *
   * @param places indexes of the values
   */
  mark(places: readonly number[]): void {
    for (const place of places) {
      clearTimeout(this.#timers.get(place));
      const timer = setTimeout(() => {
        this.#timers.delete(place);
        this.#host.requestUpdate();
      }, markedFor);
      this.#timers.set(place, timer);
    }
  }

  /** Removes all marks. */
  clear(): void {
    this.#timers.forEach(clearTimeout);
    this.#timers.clear();
  }

  hostDisconnected(): void {
    this.clear();
  }
}
