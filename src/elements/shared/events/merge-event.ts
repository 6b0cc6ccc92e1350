import type { Address } from '../../../domain/address/address.js';
import type { Person, PersonMatch } from '../../../domain/person/person.js';

/** What is needed to make two persons one. Everything rejects with a JourneyError, or with an AbortError once another customer is shown. */
export interface MergeService {
  /** Whether this sign-in may merge persons. */
  mayMerge(): Promise<boolean>;
  /** Looks somebody up without showing them. */
  find(address: Address): Promise<PersonMatch>;
  /** Gives the aliases of `other` to the person shown; there is no way back. */
  merge(other: Person): Promise<void>;
}

/**
 * The agent takes a step towards merging another person into the one shown. Stays within the shadow tree it is dispatched
 * in, since it carries a person; whoever hears it answers with a desk.
 */
export class MergeEvent extends Event {
  readonly #ask: (desk: MergeService) => Promise<unknown>;
  #answer: Promise<unknown> | undefined;

  constructor(ask: (desk: MergeService) => Promise<unknown>) {
    super('wayline-merge', { bubbles: true });
    this.#ask = ask;
  }

  respondWith(desk: MergeService): void {
    this.#answer = this.#ask(desk);
  }

  /** Asks on from another element: a request leaves no tree by itself. */
  passOn(host: EventTarget): void {
    const event = new MergeEvent(this.#ask);
    host.dispatchEvent(event);
    this.#answer = event.#answer;
  }

  /** @returns `undefined` when nobody answers */
  static ask<T>(element: EventTarget, question: (desk: MergeService) => Promise<T>): Promise<T> | undefined {
    const event = new MergeEvent(question);
    element.dispatchEvent(event);
    return event.#answer as Promise<T> | undefined;
  }
}

declare global {
  interface HTMLElementEventMap {
    'wayline-merge': MergeEvent;
  }
}
