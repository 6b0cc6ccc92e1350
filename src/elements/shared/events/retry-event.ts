/** A part of the journey, or `part`: a file that the script loads later. */
export type SectionName = 'person' | 'profile' | 'history' | 'live' | 'part';

/** The agent wants the failed part to be loaded again. */
export class RetryEvent extends Event {
  /** The part to load again. */
  readonly section: SectionName;

  constructor(section: SectionName) {
    super('wayline-retry', { bubbles: true, composed: true });
    this.section = section;
  }
}

declare global {
  interface HTMLElementEventMap {
    'wayline-retry': RetryEvent;
  }
}
