import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { readAddress, type Address } from '../domain/address.js';
import { aliasesInOrder, type Alias, type Person, type PersonMatch } from '../domain/person.js';
import type { Section } from '../domain/section.js';
import { wholeEnglish } from '../i18n/en.js';
import type { Messages } from '../i18n/messages.js';
import { isMatched } from './alias-kind.js';
import { controls } from './controls.js';
import { errorNote } from './error-note.js';
import { icon } from './icon.js';
import { identityStyle } from './identity-style.js';
import { RevealController } from './reveal-controller.js';
import { skeleton } from './skeleton.js';
import { tokens } from './tokens.js';

/**
 * The addresses that lead to the customer, the one on the line first. In a pane under 720 px they are folded away.
 *
 * @fires {RevealEvent} wayline-reveal - The agent looks at a masked value.
 * @fires {RetryEvent} wayline-retry - The agent wants the failed look-up tried again.
 * @csspart aliases - The list of aliases.
 */
export class WaylineIdentity extends LitElement {
  static override readonly styles = [tokens, controls, skeleton, identityStyle];

  /** Who holds the address, as far as is known. */
  @property({ attribute: false }) person: Section<PersonMatch> | undefined;

  /** The address on the line, in the only form that may be displayed. */
  @property({ attribute: false }) address: Address | undefined;

  /** Whether only the last characters of each value are shown; so they are where `address` is masked already. */
  @property({ type: Boolean }) masked = false;

  /** Whether the agent may look at a masked value for a moment. */
  @property({ type: Boolean }) revealable = false;

  @property({ attribute: false }) messages: Messages = wholeEnglish;

  /** Tells the time in epoch milliseconds, for counting down until a value is hidden again. */
  @property({ attribute: false }) clock: () => number = Date.now;

  readonly #reveal = new RevealController(this, () => ({
    person: this.person?.value?.persons[0],
    messages: this.messages,
    revealable: this.masked && this.revealable,
  }));

  @state() private unfolded = false;

  protected override render(): TemplateResult | typeof nothing {
    const { messages, person } = this;
    const note =
      person?.status === 'failed' ? errorNote(messages.identity.failed, person.error, 'person', messages) : nothing;
    const match = person?.value;
    const [first] = match?.persons ?? [];
    const coming = person?.status === 'idle' || person?.status === 'loading';
    if (coming && match === undefined) {
      return html`<h3><span class="visually-hidden">${messages.identity.heading}</span><span class="bone"></span></h3>`;
    }
    if (match === undefined || first === undefined) return html`${note}`;
    return html`${note}${this.#aliases(first, match)}`;
  }

  #aliases(person: Person, match: PersonMatch) {
    const { heading } = this.messages.identity;
    const aliases = aliasesInOrder(person.aliases, match.address);
    if (aliases.length === 0) return nothing;
    return html`<section aria-labelledby="heading">
      <h3 id="heading">
        <span class="always">${heading}</span>
        <button
          class="fold"
          type="button"
          aria-expanded=${this.unfolded ? 'true' : 'false'}
          aria-controls="aliases"
          @click=${() => (this.unfolded = !this.unfolded)}
        >
          ${heading} <span class="muted">${aliases.length}</span> ${icon('chevron')}
        </button>
      </h3>
      <ul role="list" id="aliases" part="aliases" class=${this.unfolded ? '' : 'folded'}>
        ${aliases.map((alias) => this.#alias(alias, match))}
      </ul>
    </section>`;
  }

  #alias(alias: Alias, match: PersonMatch) {
    const matched = isMatched(alias, match);
    const { aliasKinds, identity, separator } = this.messages;
    const words = matched ? [aliasKinds[alias.kind], identity.matched] : [aliasKinds[alias.kind]];
    return html`<li class="alias ${matched ? 'matched' : ''}">
      <bdi class="value">${this.#shown(alias, match)}</bdi> <span class="kind">${words.join(separator)}</span>
      ${this.#reveal.controlsOf(alias)}
    </li>`;
  }

  /** Where the desktop masks the address on the line, the alias it matched says no more than that. */
  #shown(alias: Alias, match: PersonMatch): string {
    const { address, masked } = this;
    const ofDesktop = readAddress(address?.shown ?? '')?.masked === true && isMatched(alias, match);
    if (ofDesktop) return this.#reveal.textOf(alias, address?.shown);
    return masked ? this.#reveal.textOf(alias) : alias.value;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wayline-identity': WaylineIdentity;
  }
}
