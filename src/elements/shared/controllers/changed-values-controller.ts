import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Milliseconds until a mark is taken away again. */
const markedFor = 4000;

/** Which of a list's values have changed a moment ago. */
export class ChangedValuesController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** @param place of the value in the list */
  isMarked(place: number): boolean {
    return this.#timers.has(place);
  }

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

  clear(): void {
    this.#timers.forEach(clearTimeout);
    this.#timers.clear();
  }

  hostDisconnected(): void {
    this.clear();
  }
}
