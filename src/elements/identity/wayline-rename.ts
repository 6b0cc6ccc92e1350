import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, queryAll, state } from 'lit/decorators.js';
import { maskedName } from '../../domain/masking/mask.js';
import { nameOf, type Person } from '../../domain/person/person.js';
import { AnnounceEvent } from '../shared/events/announce-event.js';
import { askEdit } from '../shared/events/ask-edit.js';
import { controls } from '../shared/style/controls.js';
import { editNote } from '../shared/notes/edit-note.js';
import { fields } from '../shared/style/form-fields.js';
import { bidiIsolate } from '../shared/text/bidi-isolate.js';
import { RequestsController } from '../shared/controllers/requests-controller.js';
import { tokens } from '../shared/style/tokens.js';
import { defaultDisplay } from '../shared/text/display.js';

type Names = Pick<Person, 'firstName' | 'lastName'>;

const areSame = (a: Names, b: Names): boolean =>
  a.firstName.trim() === b.firstName.trim() && a.lastName.trim() === b.lastName.trim();

/**
 * The form that changes a person's name, in any script. The input stays until it is saved.
 *
 * @fires {EditPersonEvent} wayline-edit-person - The agent saves the name.
 * @csspart note - The note about an error.
 */
export class WaylineRename extends LitElement {
  static override readonly styles = [
    tokens,
    controls,
    fields,
    css`
      :host {
        display: block;
      }
    `,
  ];

  /** The person to rename. */
  @property({ attribute: false }) person: Person | undefined;

  @property({ attribute: false }) display = defaultDisplay;

  /**
   * The name that the agent saw before editing. Sent along, so that a change by another user is not overwritten unseen.
   */
  @state() private seen: Names = { firstName: '', lastName: '' };
  @state() private said = '';
  @state() private empty = false;
  /** Whether another user changed the name at the same time. Saving again replaces that name. */
  @state() private conflict = false;

  @queryAll('input') private readonly inputs!: NodeListOf<HTMLInputElement>;

  readonly #requests = new RequestsController(this);

  protected override firstUpdated(): void {
    this.#show();
  }

  protected override updated(changed: PropertyValues<this>): void {
    // Keeps the agent's input when the person is updated.
    if (changed.has('person') && changed.get('person') !== undefined && areSame(this.#typed, this.seen)) this.#show();
  }

  protected override render(): TemplateResult {
    const { editing } = this.display.messages;
    const running = this.#requests.isRunning('rename');
    const error = this.#requests.failureOf('rename');
    return html`<form novalidate aria-label=${editing.saveName} @submit=${this.#submitted}>
      <div class="row">
        ${[editing.firstName, editing.lastName].map(
          (label) =>
            html`<label class="field">
              ${label}
              <input autocomplete="off" spellcheck="false" dir="auto" aria-describedby="said" @input=${this.#changed} />
            </label>`,
        )}
        <button class="button" aria-busy=${running ? 'true' : 'false'} aria-disabled=${running ? 'true' : 'false'}>
          ${running ? editing.busy : this.conflict ? editing.saveAgain : editing.saveName}
        </button>
      </div>
      <div id="said">
        ${
          this.said !== ''
            ? html`<p class=${this.conflict ? 'warning' : 'hint'}>${this.said}</p>`
            : this.empty
              ? html`<p class="hint">${editing.nameless}</p>`
              : nothing
        }
      </div>
      ${
        error && editNote({ heading: editing.nameFailed, error, display: this.display, again: () => void this.#save() })
      }
    </form>`;
  }

  get #typed(): Names {
    const [firstName = '', lastName = ''] = [...this.inputs].map(({ value }) => value.trim());
    return { firstName, lastName };
  }

  #show(): void {
    const { firstName = '', lastName = '' } = this.person ?? {};
    this.seen = { firstName, lastName };
    const [first, last] = this.inputs;
    if (first !== undefined) first.value = firstName;
    if (last !== undefined) last.value = lastName;
    this.empty = firstName === '' && lastName === '';
  }

  readonly #changed = () => {
    const { firstName, lastName } = this.#typed;
    this.empty = firstName === '' && lastName === '';
    if (!this.conflict) this.said = '';
    this.#requests.forget('rename');
  };

  readonly #submitted = (event: Event) => {
    event.preventDefault();
    if (!this.#requests.isRunning('rename')) void this.#save();
  };

  async #save(): Promise<void> {
    const typed = this.#typed;
    const { editing } = this.display.messages;
    if (!this.conflict && areSame(typed, this.seen)) {
      this.#say(editing.nameSame);
      return;
    }
    const edit = { kind: 'rename', ...typed, before: this.seen } as const;
    const { value: outcome } = await this.#requests.run('rename', () => askEdit(this, edit));
    if (outcome === undefined) return;
    const { firstName, lastName } = outcome.person;
    const name = this.display.masked ? maskedName(outcome.person) : nameOf(outcome.person);
    this.conflict = outcome.kind === 'changed';
    this.seen = { firstName, lastName };
    if (this.conflict) this.#say(name === '' ? editing.namelessNow : editing.nameChanged({ name: bidiIsolate(name) }));
    else this.#say(name === '' ? editing.nameRemoved : editing.nameSaved({ name: bidiIsolate(name) }));
  }

  #say(words: string): void {
    this.said = words;
    this.dispatchEvent(new AnnounceEvent('rename', () => words));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wayline-rename': WaylineRename;
  }
}
