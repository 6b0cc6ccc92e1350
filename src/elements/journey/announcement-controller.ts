import type { LitElement, ReactiveController } from 'lit';
import type { AnnounceEvent } from '../shared/events/announce-event.js';

/**
 * Collects the announcements of its host's elements and shows them to screen readers in batches, so that many events
 * become one announcement. Then it empties the text, because screen readers only read changes.
 */
export class AnnouncementController implements ReactiveController {
  readonly #host: LitElement;
  readonly #milliseconds: number;
  readonly #waiting = new Map<string, Pick<AnnounceEvent, 'words' | 'count'>>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #said: readonly string[] = [];

  /** @param milliseconds how long to collect, and how long to keep the text; default 1000 */
  constructor(host: LitElement, milliseconds = 1000) {
    this.#host = host;
    this.#milliseconds = milliseconds;
    host.addController(this);
  }

  /** The current announcements; empty when there are none. */
  get said(): readonly string[] {
    return this.#said;
  }

  /** Forgets waiting announcements, because they are about another customer. */
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

  /** The event stops here: the host page has no use for it. */
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
