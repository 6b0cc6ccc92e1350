import type { EditOutcome, PersonEdit } from '../../../domain/person/person-edit.js';

/**
 * The agent changes the person. The event does not leave its shadow tree, because it can contain an address. The
 * listener answers with {@link respondWith}.
 */
export class EditPersonEvent extends Event {
  /** The requested change. */
  readonly edit: PersonEdit;
  #answer: Promise<EditOutcome> | undefined;

  constructor(edit: PersonEdit) {
    super('wayline-edit-person', { bubbles: true });
    this.edit = edit;
  }

  /** Sets the answer. Call it while the event is dispatched. */
  respondWith(answer: Promise<EditOutcome>): void {
    this.#answer = answer;
  }

  /**
   * The outcome of the change; `undefined` when no listener answered. Rejects with a JourneyError, or with an
   * AbortError once another customer is shown.
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
