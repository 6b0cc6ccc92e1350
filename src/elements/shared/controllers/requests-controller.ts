import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { JourneyError } from '../../../domain/base/journey-error.js';

/** What became of a request: what was answered, or why it failed. Neither when it was not sent, or nobody waits any more. */
export interface Result<T> {
  readonly value?: T;
  readonly error?: JourneyError;
}

/** Requests of its host by name: one of a name at a time, with its failure until the next. Draws the host. */
export class RequestsController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #running = new Set<string>();
  readonly #failures = new Map<string, JourneyError>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    // Nothing to begin with.
  }

  isRunning(name: string): boolean {
    return this.#running.has(name);
  }

  failureOf(name: string): JourneyError | undefined {
    return this.#failures.get(name);
  }

  forget(name: string): void {
    if (this.#failures.delete(name)) this.#host.requestUpdate();
  }

  forgetAll(): void {
    this.#failures.clear();
  }

  /** @param ask answers `undefined` when there is nobody to ask */
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
