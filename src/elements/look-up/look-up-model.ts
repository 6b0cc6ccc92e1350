import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { sameAddress, type Address } from '../../domain/address/address.js';
import type { PersonMatch } from '../../domain/person/person.js';
import { withLookUp, withName, type RecentLookUp } from '../../domain/look-up/recent-look-ups.js';
import type { Loadable } from '../../domain/status/loadable.js';
import type { Messages } from '../../i18n/messages.js';
import type { LookUpEvent, LookUpWish } from '../shared/events/look-up-event.js';
import { forgetLookUps, recentLookUps, rememberLookUps } from './look-up-memory.js';

/** What decides whether a look-up is allowed, and whether it still counts. */
export interface LookUpContext {
  /** Whether the layout lets agents look up customers. */
  readonly enabled: boolean;
  /** Tells agents apart: none sees whom another has looked up. */
  readonly agent: string;
  readonly signedIn: boolean;
  /** Tells contacts apart; `undefined` while the desktop has none. */
  readonly contact: string | undefined;
  /** Whom the host wants shown while there is no contact. */
  readonly host: string;
}

/**
 * Whom the agent looks up, in place of whoever the desktop's task is about. Another contact ends it at once: the agent
 * must see the caller. The same contact handed over anew, or its end, changes nothing.
 */
export class LookUpModel {
  readonly #host: LitElement;
  #open = false;
  #address: Address | undefined;
  /** Whether the form waits for what comes of it. */
  #asking = false;
  #context: LookUpContext | undefined;
  /** What there was when the agent began. */
  #began: LookUpContext | undefined;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** Whose journey is to be shown instead of the task's. To be asked before every paint. */
  follow(context: LookUpContext): Address | undefined {
    const last = this.#context;
    this.#context = context;
    if (last !== undefined && (last.agent !== context.agent || !context.signedIn)) forgetLookUps(last.agent);
    if (this.#isOver(context)) this.#end();
    return this.#address;
  }

  #isOver({ agent, contact, enabled, host }: LookUpContext): boolean {
    const began = this.#began;
    if (began === undefined) return false;
    const another = contact !== undefined && contact !== began.contact;
    return !enabled || another || agent !== began.agent || host !== began.host;
  }

  /** How asking for the customer shown stands: whoever is found takes the place of the form. */
  settle({ status, value }: Loadable<PersonMatch>): void {
    const address = this.#address;
    const [person, ...others] = value?.persons ?? [];
    if (address === undefined || person === undefined || status !== 'ready') return;
    if (this.#asking) this.#open = this.#asking = false;
    if (others.length === 0) this.#remember((recents) => withName(recents, address, person));
  }

  open(): void {
    if (this.#open) this.#host.renderRoot.querySelector('wayline-look-up')?.focus();
    this.#open = true;
    this.#began ??= this.#context;
    this.#host.requestUpdate();
  }

  /** The form, and the way back from whoever is shown. */
  render(
    person: Loadable<PersonMatch>,
    messages: Messages,
    hideName: boolean,
    masked: boolean,
  ): TemplateResult | typeof nothing {
    const { contact, enabled } = this.#context ?? {};
    if (enabled !== true) return nothing;
    return html`<wayline-look-up
      exportparts="look-up, looked-up"
      .open=${this.#open}
      .address=${this.#address}
      .person=${person}
      .contact=${contact !== undefined}
      .recents=${recentLookUps(this.#agent)}
      .hideName=${hideName}
      .masked=${masked}
      .messages=${messages}
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
    else if (wish.kind === 'forget') forgetLookUps(this.#agent);
    else {
      const { address } = wish;
      if (!sameAddress(address, this.#address)) this.#address = address;
      this.#began = this.#context;
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
    const recents = recentLookUps(this.#agent);
    const changed = change(recents);
    if (changed !== recents) rememberLookUps(this.#agent, changed);
  }

  get #agent(): string {
    return this.#context?.agent ?? '';
  }
}
