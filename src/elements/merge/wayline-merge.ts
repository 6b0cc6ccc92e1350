import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { readAddress } from '../../domain/address/address.js';
import { sortAliases } from '../../domain/person/sort-aliases.js';
import { maskedName } from '../../domain/masking/mask.js';
import { initialsOf, nameOf, type Person, type PersonMatch } from '../../domain/person/person.js';
import type { Loadable } from '../../domain/status/loadable.js';
import { AnnounceEvent } from '../shared/events/announce-event.js';
import type { ChooseEvent } from '../shared/events/choose-person-event.js';
import { controls } from '../shared/style/controls.js';
import { editNote } from '../shared/notes/edit-note.js';
import { fields } from '../shared/style/form-fields.js';
import { bidiIsolate } from '../shared/text/bidi-isolate.js';
import { mergeStyle } from './merge-style.js';
import { MergeEvent } from '../shared/events/merge-event.js';
import { ModalController } from '../shared/controllers/modal-controller.js';
import { modal } from '../shared/style/modal-style.js';
import { RequestsController } from '../shared/controllers/requests-controller.js';
import { tokens } from '../shared/style/tokens.js';
import { defaultDisplay } from '../shared/text/display.js';

/**
 * The merge dialog: finds the other person, shows both and the effect, and asks for a confirmation. Opens when it is
 * rendered. Closing it restores the focus.
 *
 * @fires {MergeEvent} wayline-merge - A step needs the merge service.
 * @fires merged - The persons were merged.
 * @fires failed - The merge failed after the agent had closed the dialog.
 * @fires close - The dialog was closed, by the agent or after the merge.
 * @csspart merge - The dialog.
 * @csspart person - One of several persons to choose from.
 * @csspart note - The note about an error.
 */
export class WaylineMerge extends LitElement {
  static override readonly styles = [tokens, controls, modal, fields, mergeStyle];

  /** The person who is kept. */
  @property({ attribute: false }) person: Person | undefined;

  /** An address of the other person, looked up at once; default: the agent enters one. */
  @property({ attribute: false }) suggested = '';

  /** Returns the text to display for a value. */
  @property({ attribute: false }) shownOf: (value: string) => string = (value) => value;

  @property({ attribute: false }) display = defaultDisplay;

  @state() private match: PersonMatch | undefined;
  @state() private other: Person | undefined;
  /** The problem with the input or the result. */
  @state() private problem: 'unreadable' | 'nobody' | 'same' | undefined;
  @state() private unconfirmed = false;

  @query('input[name=address]') private readonly field!: HTMLInputElement;
  @query('input[type=checkbox]') private readonly check!: HTMLInputElement | null;

  readonly #modal = new ModalController(this);
  readonly #requests = new RequestsController(this);

  protected override firstUpdated(): void {
    this.field.value = this.suggested;
    this.field.focus();
    if (this.suggested !== '') void this.#find();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('other')) this.renderRoot.querySelector<HTMLElement>('.card h3')?.focus();
    if (changed.has('problem') && this.problem !== undefined)
      this.#announce(this.display.messages.merging[this.problem]);
  }

  protected override render(): TemplateResult {
    const { help, merging } = this.display.messages;
    const { other, person } = this;
    return html`<dialog
      part="merge"
      aria-labelledby="label"
      @close=${() => this.dispatchEvent(new Event('close'))}
      @click=${this.#modal.clicked}
      @keydown=${this.#modal.keyed}
    >
      ${this.#modal.heading(merging.title, help.close)} ${this.#search(other !== undefined)}
      ${other === undefined || person === undefined ? this.#several() : this.#comparison(person, other)}
    </dialog>`;
  }

  /** Step 1. Hidden in step 2, so that the input stays. */
  #search(hidden: boolean): TemplateResult {
    const { problem } = this;
    const { messages } = this.display;
    const { merging } = messages;
    const running = this.#requests.isRunning('find');
    const error = this.#requests.failureOf('find');
    return html`<form novalidate ?hidden=${hidden} aria-label=${merging.find} @submit=${this.#submitted}>
      <p class="muted">${merging.intro}</p>
      <div class="row">
        <label class="field">
          ${merging.address}
          <input
            name="address"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            dir="auto"
            aria-invalid=${problem === undefined ? 'false' : 'true'}
            aria-describedby="said"
            @input=${this.#forget}
          />
        </label>
        <button class="button" aria-busy=${running ? 'true' : 'false'} aria-disabled=${running ? 'true' : 'false'}>
          ${running ? messages.loading : merging.find}
        </button>
      </div>
      <p id="said" class="problem">${problem === undefined ? nothing : merging[problem]}</p>
      ${error && editNote({ heading: merging.findFailed, error, display: this.display, again: () => void this.#find() })}
    </form>`;
  }

  #several(): TemplateResult | typeof nothing {
    const { match } = this;
    const { messages } = this.display;
    if (match === undefined || match.persons.length < 2) return nothing;
    const found: Loadable<PersonMatch> = { status: 'ready', value: match, error: undefined, asOf: undefined };
    return html`<div class="answer">
      <p role="status">${messages.merging.several}</p>
      <wayline-persons
        exportparts="person"
        .person=${found}
        .display=${this.display}
        @wayline-choose=${this.#chosen}
      ></wayline-persons>
    </div>`;
  }

  /** Step 2: both persons side by side. */
  #comparison(person: Person, other: Person): TemplateResult {
    const { messages } = this.display;
    const { editing, merging } = messages;
    const running = this.#requests.isRunning('merge');
    const error = this.#requests.failureOf('merge');
    const values = new Set([...person.aliases, ...other.aliases].map(({ value }) => value));
    const advice = error?.kind === 'forbidden' ? merging.forbidden : undefined;
    return html`<div class="two">${this.#card(merging.kept, person)} ${this.#card(merging.other, other)}</div>
      <div class="outcome">
        <p>${this.#nameWords(this.#nameOf(person), this.#nameOf(other))}</p>
        <p>${merging.count({ count: values.size })}</p>
        <p class="final">${merging.final}</p>
      </div>
      <form novalidate aria-label=${merging.title} @submit=${this.#confirmed}>
        <label class="check">
          <input
            type="checkbox"
            aria-describedby="unconfirmed"
            aria-invalid=${this.unconfirmed ? 'true' : 'false'}
            @change=${() => (this.unconfirmed = false)}
          />
          ${merging.confirm}
        </label>
        <p id="unconfirmed" class="problem">${this.unconfirmed ? merging.unconfirmed : nothing}</p>
        ${error && editNote({ heading: merging.failed, error, display: this.display, advice, again: () => void this.#merge(other) })}
        <div class="actions end">
          <button class="button" type="button" aria-disabled=${running ? 'true' : 'false'} @click=${this.#back}>
            ${merging.back}
          </button>
          <button
            class="button primary"
            aria-busy=${running ? 'true' : 'false'}
            aria-disabled=${running ? 'true' : 'false'}
          >
            ${running ? editing.busy : merging.into({ name: this.#nameFor(person) })}
          </button>
        </div>
      </form>`;
  }

  #card(heading: string, person: Person): TemplateResult {
    const { aliasKinds } = this.display.messages;
    return html`<section class="card">
      <h3 tabindex="-1">${heading}</h3>
      <p class="who">
        <span class="avatar" aria-hidden="true">${initialsOf(person) || '?'}</span>
        <span dir="auto">${this.#nameFor(person)}</span>
      </p>
      <ul role="list">
        ${sortAliases(person.aliases, undefined).map(
          ({ kind, value }) =>
            html`<li><bdi>${this.shownOf(value)}</bdi> <span class="hint">${aliasKinds[kind]}</span></li>`,
        )}
      </ul>
    </section>`;
  }

  #nameFor(person: Person): string {
    return this.#nameOf(person) || this.display.messages.header.unnamed;
  }

  #nameOf(person: Person): string {
    return this.display.masked ? maskedName(person) : nameOf(person);
  }

  #nameWords(name: string, other: string): string {
    const { nameless, nameLost, nameStays } = this.display.messages.merging;
    if (name !== '') return nameStays({ name: bidiIsolate(name) });
    return other === '' ? nameless : nameLost({ name: bidiIsolate(other) });
  }

  readonly #forget = () => {
    this.problem = undefined;
    this.match = undefined;
    this.#requests.forget('find');
  };

  readonly #submitted = (event: Event) => {
    event.preventDefault();
    void this.#find();
  };

  async #find(): Promise<void> {
    if (this.#requests.isRunning('find')) return;
    const typed = this.field.value;
    const address = readAddress(typed);
    this.#forget();
    if (address === undefined || address.masked) this.problem = 'unreadable';
    else {
      const { value: match } = await this.#requests.run('find', () =>
        MergeEvent.ask(this, (desk) => desk.find(address)),
      );
      // The agent changed the input or closed the dialog.
      if (match === undefined || !this.isConnected || this.field.value !== typed) return;
      this.#found(match);
    }
    if (this.problem !== undefined) this.field.focus();
  }

  #found(match: PersonMatch): void {
    const others = match.persons.filter(({ id }) => id !== this.person?.id);
    const [first, ...more] = others;
    if (first === undefined) this.problem = match.persons.length === 0 ? 'nobody' : 'same';
    else if (more.length === 0) this.other = first;
    else this.match = { ...match, persons: others };
  }

  readonly #chosen = (event: ChooseEvent) => {
    event.stopPropagation(); // here, it does not choose the customer
    this.other = this.match?.persons.find(({ id }) => id === event.personId);
  };

  readonly #back = async () => {
    if (this.#requests.isRunning('merge')) return;
    this.other = undefined;
    this.unconfirmed = false;
    this.#requests.forget('merge');
    await this.updateComplete;
    this.field.focus();
  };

  readonly #confirmed = (event: Event) => {
    event.preventDefault();
    if (this.#requests.isRunning('merge') || this.other === undefined) return;
    this.unconfirmed = this.check?.checked !== true;
    if (!this.unconfirmed) void this.#merge(this.other);
    else {
      this.#announce(this.display.messages.merging.unconfirmed);
      this.check?.focus();
    }
  };

  async #merge(other: Person): Promise<void> {
    const result = await this.#requests.run('merge', () =>
      MergeEvent.ask(this, async (desk) => {
        await desk.merge(other);
        return true;
      }),
    );
    if (result.error !== undefined && !this.isConnected) this.dispatchEvent(new Event('failed'));
    if (result.value !== true) return;
    this.#announce(
      this.display.messages.merging.done({ name: this.person === undefined ? '' : this.#nameFor(this.person) }),
    );
    this.dispatchEvent(new Event('merged'));
    this.renderRoot.querySelector('dialog')?.close();
  }

  #announce(words: string): void {
    this.dispatchEvent(new AnnounceEvent('merge', () => words));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wayline-merge': WaylineMerge;
  }
}
