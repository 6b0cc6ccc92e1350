import type { EditOutcome, PersonEdit } from '../../../domain/person/person-edit.js';

/**
 * The agent changes the person. Stays within the shadow tree it is dispatched in, since it carries an address; whoever
 * hears it answers.
 */
export class EditPersonEvent extends Event {
  readonly edit: PersonEdit;
  #answer: Promise<EditOutcome> | undefined;

  constructor(edit: PersonEdit) {
    super('wayline-edit-person', { bubbles: true });
    this.edit = edit;
  }

  respondWith(answer: Promise<EditOutcome>): void {
    this.#answer = answer;
  }

  /**
   * How it ended; `undefined` when nobody answers. Rejects with a JourneyError, or with an AbortError once another customer
   * is shown.
   */
  get answer(): Promise<EditOutcome> | undefined {
    return this.#answer;
  }
}

declare global {
  interface HTMLElementEventMap {
    'wayline-edit-person': EditPersonEvent;
  }
}
