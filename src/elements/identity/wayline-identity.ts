import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import { readAddress, type Address } from '../../domain/address/address.js';
import { countsOf, noCounts, type AliasCounts } from '../../domain/person/alias-counts.js';
import { aliasGroups } from '../../domain/person/alias-groups.js';
import { maskedForm, maskedName } from '../../domain/masking/mask.js';
import { nameOf, type Alias, type Person, type PersonMatch } from '../../domain/person/person.js';
import type { Loadable } from '../../domain/status/loadable.js';
import { isMatched } from '../../domain/person/matched-alias.js';
import { controls } from '../shared/style/controls.js';
import { editNote } from '../shared/notes/edit-note.js';
import { errorNote } from '../shared/notes/error-note.js';
import { icon } from '../shared/icons/icon.js';
import { AliasFocusController } from './alias-focus-controller.js';
import { aliasRow, removedAliasRow, type RowSetting } from './alias-row.js';
import { EditController } from './edit-controller.js';
import { identityStyle } from './identity-style.js';
import { MergeEvent } from '../shared/events/merge-event.js';
import type { OfferMergeEvent } from '../shared/events/offer-merge-event.js';
import { aliasKey, withRemovedAliases } from './removed-aliases.js';
import { RevealController } from './reveal-controller.js';
import { samePermissions, type Permissions } from './permissions.js';
import { skeleton } from '../shared/style/skeleton.js';
import { tokens } from '../shared/style/tokens.js';
import { defaultDisplay } from '../shared/text/display.js';

/**
 * The customer's aliases by kind, the matched one first, with the number of events of each; the agent can edit them. In
 * a pane below 720 px, they are folded.
 *
 * @fires {RevealEvent} wayline-reveal - The agent revealed a masked value.
 * @fires {RetryEvent} wayline-retry - The agent wants the failed search for persons to be tried again.
 * @fires {EditPersonEvent} wayline-edit-person - The agent changed the customer.
 * @fires {MergeEvent} wayline-merge - A step of a merge needs the merge service.
 * @csspart aliases - The list of aliases.
 * @csspart alias - One alias.
 * @csspart edit - The area for editing the customer.
 * @csspart merge - The merge dialog.
 * @csspart note - The note about an error.
 */
export class WaylineIdentity extends LitElement {
  static override readonly styles = [tokens, controls, skeleton, identityStyle];

  /** The persons that the address matched, as far as known. */
  @property({ attribute: false }) person: Loadable<PersonMatch> | undefined;

  /** The customer's address. Only its `shown` form may be displayed. */
  @property({ attribute: false }) address: Address | undefined;

  /** The number of events of each alias. */
  @property({ attribute: false }) counts: AliasCounts | undefined;

  /** Whether editing and merging are off; default: false. */
  @property({ attribute: false }) readOnly = false;

  /** The user's permissions, as far as known. */
  @property({ attribute: false, hasChanged: (now: Permissions, before?: Permissions) => !samePermissions(now, before) })
  permissions: Permissions = {};

  /** Returns epoch milliseconds; used for countdowns. */
  @property({ attribute: false }) clock: () => number = Date.now;

  @property({ attribute: false }) display = defaultDisplay;

  readonly #reveal = new RevealController(this, () => ({
    person: this.person?.value?.persons[0],
    messages: this.display.messages,
    revealable: this.display.masked,
  }));

  @state() private unfolded = false;
  @state() private editing = false;
  /** An alias of the other person, or empty; `undefined` while the merge dialog is closed. */
  @state() private merging: string | undefined;

  readonly #focus = new AliasFocusController(this, () => this.#listed);
  readonly #edits = new EditController(this, this.#focus, () => ({
    match: this.person?.value,
    messages: this.display.messages,
    editing: this.editing,
    said: this.#said,
  }));

  protected override willUpdate(changed: PropertyValues<this>): void {
    const [first, ...others] = this.person?.value?.persons ?? [];
    const id = others.length === 0 ? first?.id : undefined;
    if (changed.has('person') && this.#edits.follow(id)) {
      this.editing = false;
      this.merging = undefined;
    }
    if (changed.has('permissions')) {
      if (this.permissions.edit !== false) this.#edits.forgetRefusal();
      if (this.editing) this.#askForMerge();
    }
    if (this.editing && !this.#mayEdit) this.editing = false;
    if (this.readOnly) {
      this.merging = undefined;
      this.#edits.forgetRemovals();
    }
  }

  /** The aliases in the order of the rows. */
  get #listed(): readonly Alias[] {
    const { address, persons: [first] = [] } = this.person?.value ?? {};
    return aliasGroups(withRemovedAliases(first?.aliases ?? [], this.#edits.removals), address).flatMap(
      ({ aliases }) => aliases,
    );
  }

  get #mayEdit(): boolean {
    return !this.readOnly && this.permissions.edit !== false;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { person } = this;
    const { messages } = this.display;
    const note =
      person?.status === 'failed' ? errorNote(messages.identity.failed, person.error, 'person', this.display) : nothing;
    const match = person?.value;
    const [first] = match?.persons ?? [];
    const coming = person?.status === 'idle' || person?.status === 'loading';
    if (coming && match === undefined) {
      return html`<h3>
        <span class="visually-hidden">${messages.identity.heading}</span><span class="skeleton-bar"></span>
      </h3>`;
    }
    if (match === undefined || first === undefined) return html`${note}`;
    return html`${note}${this.#section(first, match)}`;
  }

  #section(person: Person, match: PersonMatch) {
    const { editing, unfolded } = this;
    const { messages } = this.display;
    const { heading, noAliases } = messages.identity;
    const aliases = withRemovedAliases(person.aliases, this.#edits.removals);
    const offersEdit = this.#mayEdit && (editing || this.person?.status !== 'failed');
    if (aliases.length === 0 && !offersEdit) return nothing;
    const counts = countsOf(person.aliases, this.counts ?? noCounts);
    const setting = this.#rowSetting(match);
    return html`<section
      aria-labelledby="heading"
      @wayline-edit-person=${this.#edits.passOn}
      @wayline-merge=${(event: MergeEvent) => event.passOn(this)}
      @wayline-offer-merge=${({ address }: OfferMergeEvent) => (this.merging = address)}
    >
      <div class="heading">
        <h3 id="heading" tabindex="-1">
          <span class=${editing ? '' : 'always'}>${heading}</span>
          <button
            class="fold"
            type="button"
            aria-expanded=${unfolded ? 'true' : 'false'}
            ?hidden=${editing}
            aria-controls="aliases"
            @click=${this.#fold}
          >
            ${heading} <span class="muted">${person.aliases.length}</span> ${icon('chevron')}
          </button>
        </h3>
        ${
          offersEdit
            ? html`<button
                class="edit"
                type="button"
                aria-label=${editing ? nothing : messages.editing.editLabel}
                @click=${editing ? this.#end : this.#begin}
              >
                ${editing ? messages.editing.done : messages.editing.edit}
              </button>`
            : nothing
        }
      </div>
      ${this.#notes()}
      ${
        // A name that contains an address is masked, so it cannot be edited.
        editing && (!this.display.masked || maskedName(person) === nameOf(person))
          ? keyed(
              person.id,
              html`<wayline-rename
                part="edit"
                exportparts="note"
                .person=${person}
                .display=${this.display}
              ></wayline-rename>`,
            )
          : nothing
      }
      <ul role="list" id="aliases" part="aliases" class=${unfolded || editing ? '' : 'folded'}>
        ${aliases.length === 0 ? html`<li class="alias muted">${noAliases}</li>` : nothing}
        ${repeat(
          aliasGroups(aliases, match.address),
          ({ kind }) => kind,
          (group) =>
            html`<li>
              <ul role="list" aria-label=${messages.aliasKinds[group.kind]}>
                ${repeat(group.aliases, aliasKey, (alias) => {
                  const count = counts.get(alias);
                  return count === undefined ? removedAliasRow(alias, setting) : aliasRow(alias, count, setting);
                })}
              </ul>
            </li>`,
        )}
      </ul>
      ${editing ? keyed(person.id, this.#forms(person)) : nothing}
      ${this.merging === undefined ? nothing : this.#mergeDialog(person, this.merging)}
    </section>`;
  }

  #notes() {
    const { messages } = this.display;
    const { refusal, told } = this.#edits;
    return html`${
      refusal &&
      editNote({
        heading: messages.editing.forbidden.title,
        error: refusal,
        display: this.display,
        advice: messages.editing.forbidden,
      })
    }
    ${told.map(
      (words) => html`<wayline-note exportparts="note" .heading=${words} .display=${this.display}></wayline-note>`,
    )}`;
  }

  #forms(person: Person) {
    const { permissions } = this;
    const { messages } = this.display;
    return html`<div class="forms">
      <wayline-add-alias
        part="edit"
        exportparts="note"
        .person=${person}
        .mayMerge=${permissions.merge === true}
        .display=${this.display}
      ></wayline-add-alias>
      ${
        permissions.merge === true
          ? html`<button class="button merge" type="button" aria-haspopup="dialog" @click=${() => (this.merging = '')}>
              ${messages.merging.offer}
            </button>`
          : nothing
      }
    </div>`;
  }

  #mergeDialog(person: Person, suggested: string) {
    return html`<wayline-merge
      exportparts="merge, person, note"
      .person=${person}
      .suggested=${suggested}
      .shownOf=${(value: string) => this.#said({ kind: 'unknown', value })}
      .display=${this.display}
      @merged=${this.#merged}
      @failed=${() => this.#edits.tell(this.display.messages.merging.failed)}
      @close=${this.#closed}
    ></wayline-merge>`;
  }

  #rowSetting(match: PersonMatch): RowSetting {
    return {
      match,
      display: this.display,
      editing: this.editing,
      counted: this.counts !== undefined && this.counts.size > 0,
      edits: this.#edits,
      reveal: this.#reveal,
      shown: this.#shown,
      said: this.#said,
    };
  }

  readonly #fold = () => {
    this.unfolded = !this.unfolded;
  };

  readonly #begin = () => {
    this.editing = true;
    this.unfolded = true;
    this.#askForMerge();
  };

  readonly #end = () => {
    this.editing = false;
    this.#edits.end();
  };

  /** Asks whether the user may merge. The answer arrives in `permissions`. */
  #askForMerge(): void {
    if (this.permissions.merge !== undefined) return;
    void this.#edits.requests.run('may-merge', () => MergeEvent.ask(this, (desk) => desk.mayMerge()));
  }

  readonly #merged = () => {
    this.renderRoot.querySelector('wayline-add-alias')?.reset();
  };

  readonly #closed = async () => {
    this.merging = undefined;
    await this.updateComplete;
    // The element that had the focus might have been removed.
    if (this.renderRoot.querySelector(':focus') === null) this.renderRoot.querySelector<HTMLElement>('.edit')?.focus();
  };

  readonly #shown = (alias: Alias): string => {
    const hidden = this.#said(alias);
    return this.display.masked ? this.#reveal.textOf(alias, hidden) : hidden;
  };

  /**
   * An alias in a text that stays longer than a value is revealed. If the desktop masks the customer's address, the
   * matched alias stays masked.
   */
  readonly #said = (alias: Alias): string => {
    const { address } = this;
    const { masked } = this.display;
    const match = this.person?.value;
    const ofDesktop = readAddress(address?.shown ?? '')?.masked === true;
    if (ofDesktop && match !== undefined && isMatched(alias, match)) return address?.shown ?? '';
    return masked ? maskedForm(alias.value) : alias.value;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'wayline-identity': WaylineIdentity;
  }
}
