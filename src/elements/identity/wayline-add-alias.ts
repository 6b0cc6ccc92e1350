import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import {
  documentedAliasLimit,
  editableKinds,
  readAliasInput,
  type EditableKind,
  type AliasInputProblem,
} from '../../domain/person/alias-input.js';
import { maskedForm } from '../../domain/masking/masked-form.js';
import type { Alias, Person } from '../../domain/person/person.js';
import { AnnounceEvent } from '../shared/events/announce-event.js';
import { askEdit } from '../shared/events/ask-edit.js';
import { controls } from '../shared/style/controls.js';
import { editNote } from '../shared/notes/edit-note.js';
import { fields } from '../shared/style/form-fields.js';
import { OfferMergeEvent } from '../shared/events/offer-merge-event.js';
import { RequestsController } from '../shared/controllers/requests-controller.js';
import { tokens } from '../shared/style/tokens.js';
import { defaultDisplay } from '../shared/text/display.js';

/**
 * The form that adds an alias to a person. The input stays until the alias is added.
 *
 * @fires {EditPersonEvent} wayline-edit-person - The agent adds the alias.
 * @fires {OfferMergeEvent} wayline-offer-merge - The alias belongs to another person, and the agent wants to merge the
 * two.
 * @csspart note - The note about an error.
 */
export class WaylineAddAlias extends LitElement {
  static override readonly styles = [
    tokens,
    controls,
    fields,
    css`
      :host {
        display: block;
      }

      /* Keeps enough space for an email address: in a narrow form, the button wraps below. */
      .field:not(.narrow) {
        flex-basis: 160px;
      }
    `,
  ];

  /** The person who gets the alias. */
  @property({ attribute: false }) person: Person | undefined;

  /** Whether to offer a merge with the person who has the alias; default: off. */
  @property({ attribute: false }) mayMerge = false;

  @property({ attribute: false }) display = defaultDisplay;

  @state() private kind: EditableKind = 'phone';
  @state() private problem: AliasInputProblem | undefined;
  /** The alias of the last request; a shown error is about it. */
  @state() private asked: Alias | undefined;
  @state() private said = '';

  @query('input') private readonly input!: HTMLInputElement;

  readonly #requests = new RequestsController(this);

  protected override updated(changed: PropertyValues): void {
    if (changed.has('problem') && this.problem !== undefined)
      this.#announce(this.display.messages.editing.problems[this.problem]);
  }

  protected override render(): TemplateResult {
    const { aliasKinds, editing } = this.display.messages;
    const running = this.#requests.isRunning('add');
    const invalid = this.problem !== undefined;
    return html`<form novalidate aria-label=${editing.add} @submit=${this.#submitted}>
      <div class="row">
        <label class="field narrow">
          ${editing.kind}
          <select @change=${this.#kindChosen}>
            ${editableKinds.map(
              (kind) => html`<option value=${kind} ?selected=${kind === this.kind}>${aliasKinds[kind]}</option>`,
            )}
          </select>
        </label>
        <label class="field">
          ${editing.value}
          <input
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            dir="auto"
            inputmode=${({ phone: 'tel', email: 'email', customerId: 'text' } as const)[this.kind]}
            aria-invalid=${invalid ? 'true' : 'false'}
            aria-describedby="said"
            @input=${this.#typed}
          />
        </label>
        <button class="button" aria-busy=${running ? 'true' : 'false'} aria-disabled=${running ? 'true' : 'false'}>
          ${running ? editing.busy : editing.add}
        </button>
      </div>
      <div id="said">${this.#words()}</div>
      ${this.#failure()}
    </form>`;
  }

  #words(): TemplateResult | typeof nothing {
    const { aliasKinds, editing } = this.display.messages;
    if (this.problem !== undefined) return html`<p class="problem">${editing.problems[this.problem]}</p>`;
    if (this.said !== '') return html`<p class="hint">${this.said}</p>`;
    const count = this.person?.aliases.filter(({ kind }) => kind === this.kind).length ?? 0;
    if (count < documentedAliasLimit) return nothing;
    return html`<p class="hint">${editing.manyOfKind({ count, kind: aliasKinds[this.kind] })}</p>`;
  }

  #failure(): TemplateResult | typeof nothing {
    const { asked, mayMerge } = this;
    const { messages } = this.display;
    const error = this.#requests.failureOf('add');
    if (error === undefined || asked === undefined) return nothing;
    const { addFailed: heading, taken } = messages.editing;
    if (error.kind !== 'alias-taken')
      return editNote({ heading, error, display: this.display, again: () => void this.#add(asked) });
    return html`${editNote({ heading, error, display: this.display, advice: mayMerge ? taken.merge : taken.ask })}
    ${
      mayMerge
        ? html`<div class="actions">
            <button class="button" type="button" @click=${() => this.dispatchEvent(new OfferMergeEvent(asked.value))}>
              ${messages.merging.offer}
            </button>
          </div>`
        : nothing
    }`;
  }

  /** Empties the form, because the alias was added in another way. */
  reset(): void {
    this.#forget();
    this.input.value = '';
  }

  readonly #kindChosen = ({ target }: Event) => {
    this.kind = (target as HTMLSelectElement).value as EditableKind;
    this.#forget();
  };

  readonly #typed = () => this.#forget();

  #forget(): void {
    this.problem = undefined;
    this.said = '';
    this.#requests.forget('add');
  }

  readonly #submitted = (event: Event) => {
    event.preventDefault();
    if (this.#requests.isRunning('add')) return;
    this.#forget();
    const entry = readAliasInput(this.kind, this.input.value, this.person?.aliases ?? []);
    if (typeof entry !== 'string') void this.#add(entry);
    else {
      this.problem = entry;
      this.input.focus();
    }
  };

  async #add(alias: Alias): Promise<void> {
    this.asked = alias;
    const { value: outcome } = await this.#requests.run('add', () => askEdit(this, { kind: 'add', alias }));
    if (outcome === undefined) return;
    const { editing } = this.display.messages;
    if (outcome.kind !== 'changed') this.input.value = '';
    this.said = {
      done: editing.added({ alias: this.display.masked ? maskedForm(alias.value) : alias.value }),
      already: editing.already,
      changed: editing.changed,
    }[outcome.kind];
    this.#announce(this.said);
  }

  #announce(words: string): void {
    this.dispatchEvent(new AnnounceEvent('add-alias', () => words));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wayline-add-alias': WaylineAddAlias;
  }
}
