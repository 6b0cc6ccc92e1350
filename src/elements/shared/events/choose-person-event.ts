/**
 * The agent chose one of several possible persons. The event leaves the widget, so it carries an ID and no personal
 * data.
 */
export class ChooseEvent extends Event {
  /** CJDS ID of the person. */
  readonly personId: string;

  constructor(personId: string) {
    super('wayline-choose', { bubbles: true, composed: true });
    this.personId = personId;
  }
}

/** The agent chose the wrong person and wants to choose again. */
export class ChooseAgainEvent extends Event {
  constructor() {
    super('wayline-choose-again', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'wayline-choose-again': ChooseAgainEvent;
    'wayline-choose': ChooseEvent;
  }
}
