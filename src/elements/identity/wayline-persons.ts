import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Address } from '../../domain/address/address.js';
import { maskedForm, maskedName } from '../../domain/masking/mask.js';
import type { LastContact } from '../../domain/event/last-contact.js';
import { initialsOf, nameOf, type Alias, type Person, type PersonMatch } from '../../domain/person/person.js';
import { distinguishingAliases } from '../../domain/person/sort-aliases.js';
import type { Loadable } from '../../domain/status/loadable.js';
import { ago, fullDateTime } from '../../domain/time/format-time.js';
import { isMatched } from '../../domain/person/matched-alias.js';
import { ChooseAgainEvent, ChooseEvent } from '../shared/events/choose-person-event.js';
import { controls } from '../shared/style/controls.js';
import { errorNote } from '../shared/notes/error-note.js';
import { tokens } from '../shared/style/tokens.js';
import { defaultDisplay } from '../shared/text/display.js';

/** Enough to distinguish persons with the same address. */
const aliasesPerPerson = 3;

/**
 * The choice between several persons with the same address, and after the choice a button to choose again. Empty for
 * one person or none.
 *
 * @fires {ChooseEvent} wayline-choose - The agent chose a person.
 * @fires {ChooseAgainEvent} wayline-choose-again - The agent wants to choose again.
 * @fires {RetryEvent} wayline-retry - The agent wants the failed search for persons to be tried again.
 * @csspart person - One of the persons.
 */
export class WaylinePersons extends LitElement {
  static override readonly styles = [
    tokens,
    controls,
    css`
      :host {
        display: block;
      }

      .person {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 10px;
        align-items: center;
        padding: 10px 12px;
        margin-block-end: 6px;
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
      }

      .avatar {
        display: grid;
        place-items: center;
        flex: none;
        inline-size: 40px;
        block-size: 40px;
        border-radius: 50%;
        background: var(--_accent-bg);
        color: var(--_accent);
        font-weight: 600;
      }

      .who {
        flex: 1 1 120px;
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }

      .button {
        margin-inline-start: auto;
      }

      .name {
        font-weight: 600;
      }

      .again {
        display: flex;
        gap: 6px;
        align-items: center;
        color: var(--_text-2);
        font-size: 12px;
        line-height: 16px;
      }

      .hint {
        color: var(--_text-2);
        font-size: 12px;
        line-height: 16px;
      }
    `,
  ];

  /** The persons that the address matched, as far as known. */
  @property({ attribute: false }) person: Loadable<PersonMatch> | undefined;

  /** The customer's address. Only its `shown` form may be displayed. */
  @property({ attribute: false }) address: Address | undefined;

  /** The last interaction of each person by person ID, where known. */
  @property({ attribute: false }) lastContacts: ReadonlyMap<string, LastContact> = new Map();

  /** Whether the agent has chosen; then only the button to choose again is shown. Default: off. */
  @property({ type: Boolean }) chosen = false;

  /** Epoch milliseconds. */
  @property({ attribute: false }) now = 0;

  @property({ attribute: false }) display = defaultDisplay;

  protected override render(): TemplateResult | typeof nothing {
    const { person } = this;
    const { messages } = this.display;
    if (this.chosen) return this.#again();
    const match = person?.value;
    if (match === undefined || match.persons.length < 2) return nothing;
    const { failed, whoIsIt } = messages.identity;
    return html`${person?.status === 'failed' ? errorNote(failed, person.error, 'person', this.display) : nothing}
      <section aria-labelledby="heading">
        <h3 id="heading" class="visually-hidden">${whoIsIt}</h3>
        <ul role="list">
          ${repeat(
            match.persons,
            ({ id }) => id,
            (one) => this.#person(one, match),
          )}
        </ul>
      </section>`;
  }

  #again() {
    const { chooseAgain, notThem } = this.display.messages.identity;
    return html`<p class="again">
      ${notThem}
      <button class="link-button" type="button" @click=${() => this.dispatchEvent(new ChooseAgainEvent())}>
        ${chooseAgain}
      </button>
    </p>`;
  }

  #person(person: Person, match: PersonMatch) {
    const { aliasKinds, choose, header, identity, separator } = this.display.messages;
    const name = (this.display.masked ? maskedName(person) : nameOf(person)) || header.unnamed;
    const aliases = distinguishingAliases(person, match.persons).slice(0, aliasesPerPerson);
    return html`<li class="person" part="person">
      <span class="avatar" aria-hidden="true">${initialsOf(person) || '?'}</span>
      <div class="who">
        <p class="name" dir="auto">${name}</p>
        ${aliases.map(
          (alias) =>
            html`<p class="hint"><bdi>${this.#shown(alias, match)}</bdi>${separator}${aliasKinds[alias.kind]}</p>`,
        )}
        ${this.#lastContact(person)}
      </div>
      <button
        class="button"
        type="button"
        aria-label=${identity.choosePerson({ name })}
        @click=${() => this.dispatchEvent(new ChooseEvent(person.id))}
      >
        ${choose}
      </button>
    </li>`;
  }

  #lastContact({ id }: Person) {
    const { lastContacts, now } = this;
    const { locale, messages, zone } = this.display;
    const contact = lastContacts.get(id);
    if (contact === undefined) return nothing;
    const words = {
      ago: ago(contact.time, now, locale),
      channel: messages.channels[contact.channel].toLocaleLowerCase(locale),
    };
    return html`<p class="hint">
      <time datetime=${new Date(contact.time).toISOString()} title=${fullDateTime(contact.time, zone, locale)}
        >${messages.identity.lastContact(words)}</time
      >
    </p>`;
  }

  /** If the desktop masks the customer's address, the matched alias must not reveal it. */
  #shown(alias: Alias, match: PersonMatch): string {
    const { address } = this;
    const { masked } = this.display;
    if (address !== undefined && address.shown !== address.value && isMatched(alias, match)) return address.shown;
    return masked ? maskedForm(alias.value) : alias.value;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wayline-persons': WaylinePersons;
  }
}
