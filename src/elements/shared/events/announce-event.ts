/** Something a screen reader should tell, politely; the root tells it, together with what else comes at the time. */
export class AnnounceEvent extends Event {
  /** What it is about: of one thing only the last is told, with the sum of the counts. */
  readonly topic: string;
  readonly words: (count: number) => string;
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
