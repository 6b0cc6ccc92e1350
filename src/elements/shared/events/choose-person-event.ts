/** The agent says which of several persons is on the line; it leaves the widget, so it says no more than an id. */
export class ChooseEvent extends Event {
  readonly personId: string;

  constructor(personId: string) {
    super('wayline-choose', { bubbles: true, composed: true });
    this.personId = personId;
  }
}

/** The agent chose wrongly, and wants to be asked again. */
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
