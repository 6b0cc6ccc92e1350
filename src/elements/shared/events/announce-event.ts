/**
 * A text for screen readers. The root element announces it politely, together with others that arrive at the same time.
 */
export class AnnounceEvent extends Event {
  /** Of several events with one topic, only the last is announced, with the sum of their counts. */
  readonly topic: string;
  /**
   * Returns the text.
   *
   * @param count sum of the counts
   */
  readonly words: (count: number) => string;
  /** Added to the sum of the topic; default: 0. */
  readonly count: number;

  constructor(topic: string, words: (count: number) => string, count = 0) {
    super('wayline-announce', { bubbles: true, composed: true });
    this.topic = topic;
    this.words = words;
    this.count = count;
  }
}

declare global {
  interface HTMLElementEventMap {
    'wayline-announce': AnnounceEvent;
  }
}
