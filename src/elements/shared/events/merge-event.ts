import type { Address } from '../../../domain/address/address.js';
import type { Person, PersonMatch } from '../../../domain/person/person.js';

/** Merges persons. All methods reject with a JourneyError, or with an AbortError once another customer is shown. */
export interface MergeService {
  /** Whether the user has the permission to merge persons. */
  mayMerge(): Promise<boolean>;
  /** Finds a person without showing their journey. */
  find(address: Address): Promise<PersonMatch>;
  /** Moves the aliases of `other` to the person shown. This cannot be undone. */
  merge(other: Person): Promise<void>;
}

/**
 * The agent takes a step of a merge. The event does not leave its shadow tree, because it contains a person. The
 * listener answers with a {@link MergeService}.
 */
export class MergeEvent extends Event {
  readonly #ask: (desk: MergeService) => Promise<unknown>;
  #answer: Promise<unknown> | undefined;

  constructor(ask: (desk: MergeService) => Promise<unknown>) {
    super('wayline-merge', { bubbles: true });
    this.#ask = ask;
  }

  /** Answers the request with the store's merge service. */
  respondWith(desk: MergeService): void {
    this.#answer = this.#ask(desk);
  }

  /** Dispatches the request again from another element, because the event does not leave a shadow tree. */
  passOn(host: EventTarget): void {
    const event = new MergeEvent(this.#ask);
    host.dispatchEvent(event);
    this.#answer = event.#answer;
  }

  /** @returns `undefined` when no listener answered */
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
