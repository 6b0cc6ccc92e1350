import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Reports when its host is no longer visible, in a hidden page or a closed desktop tab, and when it is visible again.
 */
export class VisibilityController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #changed: (visible: boolean) => void;
  readonly #delay: number;
  #observer: IntersectionObserver | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #onScreen = true;
  #told = true;

  /** @param delay milliseconds that the host must be hidden before that is reported */
  constructor(host: ReactiveControllerHost & Element, delay: number, changed: (visible: boolean) => void) {
    this.#host = host;
    this.#delay = delay;
    this.#changed = changed;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer = new IntersectionObserver((entries) => {
      this.#onScreen = entries.at(-1)?.isIntersecting ?? true;
      this.#look();
    });
    this.#observer.observe(this.#host);
    document.addEventListener('visibilitychange', this.#look);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    document.removeEventListener('visibilitychange', this.#look);
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  readonly #look = (): void => {
    const visible = this.#onScreen && document.visibilityState === 'visible';
    if (visible) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#tell(true);
    } else {
      this.#timer ??= setTimeout(() => this.#tell(false), this.#delay);
    }
  };

  #tell(visible: boolean): void {
    if (visible === this.#told) return;
    this.#told = visible;
    this.#changed(visible);
  }
}
