import type { JourneyEvent } from '../../../domain/event/event.js';

/** The key of an event's raw data, in {@link ToggleEntryEvent} and in the set of open keys. */
export const rawKey = ({ key }: JourneyEvent): string => `raw ${key}`;

/** The agent opened or closed an entry, an event or its raw data. */
export class ToggleEntryEvent extends Event {
  /** Key of the entry, of an event of an interaction, or of an event's raw data. */
  readonly key: string;
  /** Whether it is open now. */
  readonly open: boolean;

  constructor(key: string, open: boolean) {
    super('wayline-toggle-entry', { bubbles: true, composed: true });
    this.key = key;
    this.open = open;
  }
}

declare global {
  interface HTMLElementEventMap {
    'wayline-toggle-entry': ToggleEntryEvent;
  }
}
