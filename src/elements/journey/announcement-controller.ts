import type { LitElement, ReactiveController } from 'lit';
import type { AnnounceEvent } from '../shared/events/announce-event.js';

/**
 * Gathers what the elements within its host announce and tells it in batches, so that a burst of events is one
 * announcement. Falls silent afterwards: only a text that changes is read out.
 */
export class AnnouncementController implements ReactiveController {
  readonly #host: LitElement;
  readonly #milliseconds: number;
  readonly #waiting = new Map<string, Pick<AnnounceEvent, 'words' | 'count'>>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #said: readonly string[] = [];

  /** @param milliseconds how long to gather, and how long to keep saying it */
  constructor(host: LitElement, milliseconds = 1000) {
    this.#host = host;
    this.#milliseconds = milliseconds;
    host.addController(this);
  }

  /** What is told now; empty when there is nothing to say. */
  get said(): readonly string[] {
    return this.#said;
  }

  /** Forgets what has not been told: it was about somebody else. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting.clear();
    this.#said = [];
  }

  hostConnected(): void {
    this.#host.renderRoot.addEventListener('wayline-announce', this.#announced);
  }

  hostDisconnected(): void {
    this.#host.renderRoot.removeEventListener('wayline-announce', this.#announced);
    this.clear();
  }

  /** What is told to the agent is nothing for the page around. */
  readonly #announced = (event: Event): void => {
    const { count, topic, words } = event as AnnounceEvent;
    event.stopPropagation();
    this.#waiting.set(topic, { words, count: (this.#waiting.get(topic)?.count ?? 0) + count });
    this.#timer ??= setTimeout(this.#tell, this.#milliseconds);
  };

  readonly #tell = (): void => {
    this.#said = [...this.#waiting.values()].map(({ count, words }) => words(count)).filter(Boolean);
    this.#waiting.clear();
    this.#timer = this.#said.length > 0 ? setTimeout(this.#tell, this.#milliseconds) : undefined;
    this.#host.requestUpdate();
  };
}
