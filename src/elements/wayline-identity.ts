import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Address } from '../domain/address.js';
import { aliasesInOrder, type Alias, type Person, type PersonMatch } from '../domain/person.js';
import type { Section } from '../domain/section.js';
import { wholeEnglish } from '../i18n/en.js';
import type { Messages } from '../i18n/messages.js';
import { isMatched } from './alias-kind.js';
import { controls } from './controls.js';
import { errorNote } from './error-note.js';
import { icon } from './icon.js';
import { identityStyle } from './identity-style.js';
import { skeleton } from './skeleton.js';
import { tokens } from './tokens.js';

/**
 * The addresses that lead to the customer, the one on the line first. In a pane under 720 px they are folded away.
 *
 * @fires {RetryEvent} wayline-retry - The agent wants the failed look-up tried again.
 * @csspart aliases - The list of aliases.
 */
export class WaylineIdentity extends LitElement {
  static override readonly styles = [tokens, controls, skeleton, identityStyle];

  /** Who holds the address, as far as is known. */
  @property({ attribute: false }) person: Section<PersonMatch> | undefined;

  /** The address on the line, in the only form that may be displayed. */
  @property({ attribute: false }) address: Address | undefined;

  @property({ attribute: false }) messages: Messages = wholeEnglish;

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
    </li>`;
  }

  /** Where the desktop masks the address on the line, the alias it matched must not give it away. */
  #shown(alias: Alias, match: PersonMatch): string {
    const { address } = this;
    return address !== undefined && address.shown !== address.value && isMatched(alias, match)
      ? address.shown
      : alias.value;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wayline-identity': WaylineIdentity;
  }
}
