import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { sameAddress, type Address } from '../../domain/address/address.js';
import type { PersonMatch } from '../../domain/person/person.js';
import { withLookUp, withName, type RecentLookUp } from '../../domain/look-up/recent-look-ups.js';
import type { Loadable } from '../../domain/status/loadable.js';
import { isLookUpOver, isOtherAgent, type LookUp, type Situation } from '../../domain/task/shown-customer.js';
import type { Display } from '../shared/text/display.js';
import type { LookUpEvent, LookUpWish } from '../shared/events/look-up-event.js';
import { forgetLookUps, recentLookUps, rememberLookUps } from './look-up-memory.js';

/** The customer the agent looked up, and the look-up form. `shownCustomer` decides whether that customer is shown. */
export class LookUpModel {
  readonly #host: LitElement;
  #open = false;
  #address: Address | undefined;
  /** Whether the form waits for the result of a look-up. */
  #asking = false;
  #situation: Situation | undefined;
  /** The situation when the look-up started. */
  #began: Situation | undefined;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** The active look-up; `undefined` if there is none. */
  get lookUp(): LookUp | undefined {
    return this.#address && this.#began && { address: this.#address, began: this.#began };
  }

  /** Ends the look-up or forgets recent ones if the situation requires it. Call it before every render. */
  follow(situation: Situation, hasToken: boolean): void {
    const last = this.#situation;
    this.#situation = situation;
    if (last !== undefined && (isOtherAgent(last, situation) || !hasToken)) forgetLookUps(last);
    if (this.#began !== undefined && isLookUpOver(this.#began, situation)) this.#end();
  }

  /** Takes the loading state of the customer shown: closes the form when a person was found. */
  settle({ status, value }: Loadable<PersonMatch>): void {
    const address = this.#address;
    const [person, ...others] = value?.persons ?? [];
    if (address === undefined || person === undefined || status !== 'ready') return;
    if (this.#asking) this.#open = this.#asking = false;
    if (others.length === 0) this.#remember((recents) => withName(recents, address, person));
  }

  /** Opens the form, or focuses it if it is open. */
  open(): void {
    if (this.#open) this.#host.renderRoot.querySelector('wayline-look-up')?.focus();
    this.#open = true;
    this.#began ??= this.#situation;
    this.#host.requestUpdate();
  }

  /** The look-up element: the form, and the button back to the task's customer. Empty if look-ups are off. */
  render(person: Loadable<PersonMatch>, display: Display, hideName: boolean): TemplateResult | typeof nothing {
    const situation = this.#situation;
    if (situation?.lookUpEnabled !== true) return nothing;
    return html`<wayline-look-up
      exportparts="look-up, looked-up"
      .open=${this.#open}
      .address=${this.#address}
      .person=${person}
      .contact=${situation.task !== undefined}
      .recents=${recentLookUps(situation)}
      .hideName=${hideName}
      .display=${display}
      @wayline-look-up=${this.#heed}
    ></wayline-look-up>`;
  }

  readonly #heed = ({ wish }: LookUpEvent): void => {
    this.#do(wish);
    this.#host.requestUpdate();
  };

  #do(wish: LookUpWish): void {
    if (wish.kind === 'close') {
      this.#open = this.#asking = false;
      if (this.#address === undefined) this.#began = undefined;
    } else if (wish.kind === 'end') this.#end();
    else if (wish.kind === 'forget') this.#remember(() => []);
    else {
      const { address } = wish;
      if (!sameAddress(address, this.#address)) this.#address = address;
      this.#began = this.#situation;
      this.#asking = true;
      this.#remember((recents) => withLookUp(recents, address));
    }
  }

  #end(): void {
    this.#open = this.#asking = false;
    this.#address = undefined;
    this.#began = undefined;
  }

  #remember(change: (recents: readonly RecentLookUp[]) => readonly RecentLookUp[]): void {
    const agent = this.#situation;
    if (agent === undefined) return;
    const recents = recentLookUps(agent);
    const changed = change(recents);
    if (changed !== recents) rememberLookUps(agent, changed);
  }
}
