import type { Person } from '../domain/person.js';

/** The agent says which of several persons is on the line. */
export class ChooseEvent extends Event {
  readonly person: Person;

  constructor(person: Person) {
    super('wayline-choose', { bubbles: true, composed: true });
    this.person = person;
  }
}

declare global {
  interface HTMLElementEventMap {
    'wayline-choose': ChooseEvent;
  }
}
