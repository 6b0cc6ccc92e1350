import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Address } from '../domain/address.js';
import { aliasesInOrder, initialsOf, nameOf, type Alias, type Person, type PersonMatch } from '../domain/person.js';
import type { Section } from '../domain/section.js';
import { wholeEnglish } from '../i18n/en.js';
import type { Messages } from '../i18n/messages.js';
import { isMatched } from './alias-kind.js';
import { ChooseEvent } from './choose-event.js';
import { controls } from './controls.js';
import { errorNote } from './error-note.js';
import { icon } from './icon.js';
import { identityStyle } from './identity-style.js';
import { skeleton } from './skeleton.js';
import { tokens } from './tokens.js';

/** Enough to tell two persons of one address apart. */
const aliasesPerChoice = 3;

/**
 * The addresses that lead to the customer, the one on the line first; or, when several persons hold it, the question
 * who it is. In a pane under 720 px the aliases are folded away.
 *
 * @fires {ChooseEvent} wayline-choose - The agent chose one of several persons.
 * @fires {RetryEvent} wayline-retry - The agent wants the failed look-up tried again.
 * @csspart aliases - The list of aliases.
 * @csspart person - One of several persons.
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
    const [first, ...others] = match?.persons ?? [];
    const coming = person?.status === 'idle' || person?.status === 'loading';
    if (coming && match === undefined) {
      return html`<h3><span class="visually-hidden">${messages.identity.heading}</span><span class="bone"></span></h3>`;
    }
    if (match === undefined || first === undefined) return html`${note}`;
    return html`${note}${others.length > 0 ? this.#choice(match) : this.#aliases(first, match)}`;
  }

  #choice(match: PersonMatch) {
    return html`<section aria-labelledby="heading">
      <h3 id="heading" class="visually-hidden">${this.messages.identity.whoIsIt}</h3>
      <ul role="list">
        ${match.persons.map((person) => this.#person(person, match))}
      </ul>
    </section>`;
  }

  #person(person: Person, match: PersonMatch) {
    const { aliasKinds, choose, header, identity, separator } = this.messages;
    const name = nameOf(person) || header.unnamed;
    const aliases = aliasesInOrder(person.aliases, undefined).slice(0, aliasesPerChoice);
    return html`<li class="person" part="person">
      <span class="avatar" aria-hidden="true">${initialsOf(person) || '?'}</span>
      <div class="who">
        <p class="name" dir="auto">${name}</p>
        ${aliases.map(
          (alias) =>
            html`<p class="hint"><bdi>${this.#shown(alias, match)}</bdi>${separator}${aliasKinds[alias.kind]}</p>`,
        )}
      </div>
      <button
        class="button"
        type="button"
        aria-label=${identity.choosePerson({ name })}
        @click=${() => this.dispatchEvent(new ChooseEvent(person))}
      >
        ${choose}
      </button>
    </li>`;
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
