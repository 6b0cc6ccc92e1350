import type { JourneyEvent } from '../../../domain/event/event.js';

/** What stands for an event's raw data in {@link ToggleEntryEvent} and among what is open. */
export const rawKey = ({ key }: JourneyEvent): string => `raw ${key}`;

/** The agent opened or closed something that tells more. */
export class ToggleEntryEvent extends Event {
  /** Of the entry, of an event within a contact, or of an event's raw data. */
  readonly key: string;
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
