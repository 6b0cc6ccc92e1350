import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Address } from '../../domain/address/address.js';
import { readLookUpInput, type LookUpInputProblem } from '../../domain/look-up/look-up-input.js';
import { createMask } from '../../domain/masking/mask.js';
import type { PersonMatch } from '../../domain/person/person.js';
import type { RecentLookUp } from '../../domain/look-up/recent-look-ups.js';
import type { Loadable } from '../../domain/status/loadable.js';
import { controls } from '../shared/style/controls.js';
import { icon } from '../shared/icons/icon.js';
import { bidiIsolate } from '../shared/text/bidi-isolate.js';
import { LookUpEvent, type LookUpWish } from '../shared/events/look-up-event.js';
import { lookUpStyle } from './look-up-style.js';
import { RefreshEvent } from '../shared/events/refresh-event.js';
import { RetryEvent } from '../shared/events/retry-event.js';
import { tokens } from '../shared/style/tokens.js';
import type { WaylineEmptyState } from '../shared/notes/wayline-empty-state.js';
import { defaultDisplay } from '../shared/text/display.js';

/** The result of a look-up, for display. */
interface Outcome {
  readonly text: string;
  /** Whether it is an error. */
  readonly bad: boolean;
  readonly again?: () => Event;
}

/**
 * The look-up form, and during a look-up a bar with a button that ends it. The input stays until a customer is found.
 *
 * @fires {LookUpEvent} wayline-look-up - What the agent wants the look-up to do. Does not bubble.
 * @fires {RefreshEvent} wayline-refresh - The agent repeats a look-up that found no customer.
 * @fires {RetryEvent} wayline-retry - The agent wants the failed look-up to be tried again.
 * @csspart look-up - The form.
 * @csspart looked-up - The bar with the address that was looked up.
 */
export class WaylineLookUp extends LitElement {
  static override readonly styles = [tokens, controls, lookUpStyle];

  /** Whether the form is shown; default: off. */
  @property({ type: Boolean }) open = false;

  /** The address that was looked up; `undefined` while the task's customer is shown. */
  @property({ attribute: false }) address: Address | undefined;

  /** The persons that the address matched, as far as known. */
  @property({ attribute: false }) person: Loadable<PersonMatch> | undefined;

  /** Whether the desktop has a task, whose customer is shown after the look-up; default: off. */
  @property({ type: Boolean }) contact = false;

  /** The agent's recent look-ups, newest first. */
  @property({ attribute: false }) recents: readonly RecentLookUp[] = [];

  /** Whether to show addresses only, no names; default: off. */
  @property({ type: Boolean, attribute: 'hide-name' }) hideName = false;

  @property({ attribute: false }) display = defaultDisplay;

  @query('input') private readonly field!: HTMLInputElement | null;
  @query('.back') private readonly back!: HTMLElement | null;

  @state() private typed = '';
  /** Why the input could not be sent. */
  @state() private unfit: LookUpInputProblem | undefined;
  /** The input that was sent last. */
  @state() private asked: string | undefined;

  /** The element that had the focus before the form opened. */
  #opener: HTMLElement | undefined;
  #hadFocus = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#hadFocus = this.shadowRoot?.activeElement != null;
    if (changed.has('open') && this.open) this.#opener = focusedElement();
    // The input does not belong to the new address.
    if (changed.has('address')) this.unfit = undefined;
    if (!this.open) {
      this.typed = '';
      this.asked = undefined;
      this.unfit = undefined;
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('open') && this.open) this.field?.focus();
    else if (this.#hadFocus && this.shadowRoot?.activeElement == null) void this.#giveFocusBack();
  }

  /** The focused element was removed: focuses the button back, or the one that opens the form. */
  async #giveFocusBack(): Promise<void> {
    const next = this.back ?? (this.#opener?.isConnected === true ? this.#opener : await openerBeside(this));
    next?.focus();
  }

  /** Focuses the input field, if the form is open. */
  override focus(): void {
    this.field?.focus();
  }

  protected override render(): TemplateResult {
    return html`${this.#bar()}${this.open ? this.#form() : nothing}`;
  }

  #bar() {
    const { address, contact } = this;
    const { messages } = this.display;
    if (address === undefined) return nothing;
    const { back, close, lookedUp } = messages.lookUp;
    return html`<div class="bar" part="looked-up">
      <p id="looked-up">${lookedUp({ address: bidiIsolate(this.#shown(address)) })}</p>
      <button
        class="back button"
        type="button"
        aria-describedby="looked-up"
        @click=${() => this.#wish({ kind: 'end' })}
      >
        ${contact ? back : close}
      </button>
    </div>`;
  }

  #form() {
    const { label, close } = this.display.messages.lookUp;
    const outcome = this.#outcome();
    const bad = outcome?.bad === true;
    return html`<div class="form" role="search" part="look-up" @keydown=${this.#keyed}>
      <div class="label">
        <label for="field">${label}</label>
        <button class="close" type="button" aria-label=${close} title=${close} @click=${this.#close}>
          ${icon('remove')}
        </button>
      </div>
      <div class="row">
        <input
          id="field"
          type="text"
          dir="auto"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          enterkeyhint="search"
          aria-invalid=${bad ? 'true' : 'false'}
          aria-describedby="message"
          .value=${this.typed}
          @input=${this.#input}
        />
        <button class="button" type="button" @click=${this.#submit}>
          ${outcome?.again === undefined ? this.display.messages.lookUp.submit : this.display.messages.tryAgain}
        </button>
      </div>
      <div id="message" role="status">
        ${
          outcome === undefined
            ? nothing
            : html`<p class="message ${bad ? 'bad' : ''}">
                ${bad ? icon('alert') : nothing}<span>${outcome.text}</span>
              </p>`
        }
      </div>
      ${this.#recents()}
    </div>`;
  }

  #recents() {
    const { hideName, recents } = this;
    const { messages } = this.display;
    if (recents.length === 0) return nothing;
    const { forget, recent } = messages.lookUp;
    return html`<section aria-labelledby="recents">
      <div class="heading">
        <h3 id="recents">${recent}</h3>
        <button class="forget" type="button" aria-label=${messages.lookUp.forgetAll} @click=${this.#forget}>
          ${forget}
        </button>
      </div>
      <ul class="recents" role="list">
        ${recents.map(({ address, maskedName, name }) => {
          const shown = html`<bdi>${this.#shown(address)}</bdi>`;
          const called = this.display.masked ? maskedName : name;
          return html`<li>
            <button
              class="recent"
              type="button"
              @click=${() => this.#ask(address, this.display.masked ? '' : address.shown)}
            >
              ${name === '' || hideName ? shown : html`<b dir="auto">${called}</b> <span class="muted">${shown}</span>`}
            </button>
          </li>`;
        })}
      </ul>
    </section>`;
  }

  /** The message about the input; `undefined` if the input has not been sent yet. */
  #outcome(): Outcome | undefined {
    const { address, asked, person, typed, unfit } = this;
    const { messages } = this.display;
    const { looking, notFound, unfit: reasons } = messages.lookUp;
    if (unfit !== undefined) return { text: reasons[unfit], bad: true };
    if (address === undefined || asked === undefined || asked !== typed) return undefined;
    if (person?.status === 'failed') {
      const { text, next } = messages.errors[person.error?.kind ?? 'server'];
      return { text: `${text} ${next}`, bad: true, again: () => new RetryEvent('person') };
    }
    if (person?.status !== 'ready') return { text: looking, bad: false };
    if (person.value !== undefined && person.value.persons.length > 0) return undefined;
    const text = notFound[address.kind === 'phone' ? 'number' : 'address'];
    return { text, bad: true, again: () => new RefreshEvent() };
  }

  #shown(address: Address): string {
    return this.display.masked ? createMask([address.value]).address(address).shown : address.shown;
  }

  readonly #input = (event: InputEvent) => {
    this.typed = (event.target as HTMLInputElement).value;
    this.unfit = undefined;
  };

  readonly #keyed = (event: KeyboardEvent) => {
    const { key, target } = event;
    if (event.isComposing || (key !== 'Escape' && (key !== 'Enter' || target !== this.field))) return;
    event.preventDefault();
    event.stopPropagation();
    if (key === 'Escape') this.#close();
    else this.#submit();
  };

  readonly #submit = () => {
    const again = this.#outcome()?.again;
    if (again !== undefined) return void this.dispatchEvent(again());
    const read = readLookUpInput(this.typed);
    this.unfit = typeof read === 'string' ? read : undefined;
    if (typeof read === 'string') this.field?.focus();
    else this.#ask(read, this.typed);
  };

  #ask(address: Address, typed: string): void {
    this.typed = typed;
    this.asked = typed;
    this.unfit = undefined;
    this.#wish({ kind: 'look-up', address });
  }

  readonly #close = () => this.#wish({ kind: 'close' });
  readonly #forget = () => {
    this.#wish({ kind: 'forget' });
    this.field?.focus();
  };

  #wish(wish: LookUpWish): void {
    this.dispatchEvent(new LookUpEvent(wish));
  }
}

/** The focused element, also inside nested shadow trees. */
function focusedElement(): HTMLElement | undefined {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element instanceof HTMLElement ? element : undefined;
}

/** The button that opens the form: in the header or in the empty state. */
async function openerBeside(element: Element): Promise<HTMLElement | null | undefined> {
  const root = element.getRootNode() as ShadowRoot;
  const neighbour = root.querySelector<HTMLElementTagNameMap['wayline-header'] | WaylineEmptyState>(
    'wayline-header, wayline-state',
  );
  await neighbour?.updateComplete;
  return neighbour?.shadowRoot?.querySelector<HTMLElement>('.look-up');
}

declare global {
  interface HTMLElementTagNameMap {
    'wayline-look-up': WaylineLookUp;
  }
}
