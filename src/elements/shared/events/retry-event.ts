/** `part`: what comes from beside the script. */
export type SectionName = 'person' | 'profile' | 'history' | 'live' | 'part';

/** The agent wants the failed part of the journey to be tried again. */
export class RetryEvent extends Event {
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
