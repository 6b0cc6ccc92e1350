import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { JourneyError } from '../../../domain/base/journey-error.js';

/** The result of a request: its value or its error. Neither, when the request was not sent or was aborted. */
export interface Result<T> {
  readonly value?: T;
  readonly error?: JourneyError;
}

/** Runs requests by name, one at a time per name, and keeps each error until the next run. Updates the host. */
export class RequestsController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #running = new Set<string>();
  readonly #failures = new Map<string, JourneyError>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    // TypeScript requires one method of `ReactiveController`.
  }

  /** Whether a request of this name is running. */
  isRunning(name: string): boolean {
    return this.#running.has(name);
  }

  /** The error of the last request of this name; `undefined` while it runs or after it succeeded. */
  failureOf(name: string): JourneyError | undefined {
    return this.#failures.get(name);
  }

  /** Removes the error of this name. */
  forget(name: string): void {
    if (this.#failures.delete(name)) this.#host.requestUpdate();
  }

  /** Removes all errors without updating the host. */
  forgetAll(): void {
    this.#failures.clear();
  }

  /**
   * Runs a request, unless one of the same name is running. Rejects only with unexpected errors.
   *
   * @param ask returns `undefined` when no request can be sent
   */
  async run<T>(name: string, ask: () => Promise<T> | undefined): Promise<Result<T>> {
    if (this.#running.has(name)) return {};
    this.#running.add(name);
    this.#failures.delete(name);
    this.#host.requestUpdate();
    try {
      const answer = ask();
      return answer === undefined ? {} : { value: await answer };
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return {};
      if (!(error instanceof JourneyError)) throw error;
      this.#failures.set(name, error);
      return { error };
    } finally {
      this.#running.delete(name);
      this.#host.requestUpdate();
    }
  }
}
