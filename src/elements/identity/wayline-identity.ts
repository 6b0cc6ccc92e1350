import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import { readAddress, type Address } from '../../domain/address/address.js';
import { countsOf, noCounts, type AliasCounts } from '../../domain/person/alias-counts.js';
import { isEditable } from '../../domain/person/alias-input.js';
import { aliasGroups } from '../../domain/person/alias-groups.js';
import { JourneyError } from '../../domain/base/journey-error.js';
import { maskedForm, maskedName } from '../../domain/masking/mask.js';
import { nameOf, type Alias, type Person, type PersonMatch } from '../../domain/person/person.js';
import type { EditOutcome, PersonEdit } from '../../domain/person/person-edit.js';
import type { Loadable } from '../../domain/status/loadable.js';
import { fullEnglish } from '../../i18n/messages-in.js';
import type { Messages } from '../../i18n/messages.js';
import { isMatched } from '../../domain/person/matched-alias.js';
import { AnnounceEvent } from '../shared/events/announce-event.js';
import { askEdit } from '../shared/events/ask-edit.js';
import { controls } from '../shared/style/controls.js';
import { CountdownController, secondsUntil } from '../shared/controllers/countdown-controller.js';
import type { EditPersonEvent } from '../shared/events/edit-person-event.js';
import { editNote } from '../shared/notes/edit-note.js';
import { errorNote } from '../shared/notes/error-note.js';
import { icon } from '../shared/icons/icon.js';
import { identityStyle } from './identity-style.js';
import { bidiIsolate } from '../shared/text/bidi-isolate.js';
import { MergeEvent } from '../shared/events/merge-event.js';
import type { OfferMergeEvent } from '../shared/events/offer-merge-event.js';
import { aliasKey, undoTime, withRemovedAliases, type RemovedAlias } from './removed-aliases.js';
import { RequestsController } from '../shared/controllers/requests-controller.js';
import { RevealController } from './reveal-controller.js';
import type { Permissions } from './permissions.js';
import { skeleton } from '../shared/style/skeleton.js';
import { tokens } from '../shared/style/tokens.js';

/**
 * The addresses that lead to the customer by kind, the one on the line first, and how many events came through each; on
 * demand the agent changes them. In a pane under 720 px they are folded away.
 *
 * @fires {RevealEvent} wayline-reveal - The agent looks at a masked value.
 * @fires {RetryEvent} wayline-retry - The agent wants the failed look-up tried again.
 * @fires {EditPersonEvent} wayline-edit-person - The agent changes the customer.
 * @fires {MergeEvent} wayline-merge - Something is asked for on the way to making two persons one.
 * @csspart aliases - The list of aliases.
 * @csspart alias - One alias.
 * @csspart edit - What the agent changes the customer with.
 * @csspart merge - The dialog that makes two persons one.
 * @csspart note - What failed.
 */
export class WaylineIdentity extends LitElement {
  static override readonly styles = [tokens, controls, skeleton, identityStyle];

  /** Who holds the address, as far as is known. */
  @property({ attribute: false }) person: Loadable<PersonMatch> | undefined;

  /** The address on the line, in the only form that may be displayed. */
  @property({ attribute: false }) address: Address | undefined;

  /**
   * Whether only the last characters of each value are shown, one of them whole for a moment when the agent wants it. Where
   * `address` is masked already, so is what it led to.
   */
  @property({ type: Boolean }) masked = false;

  /** How many events of the journey are stored under which alias. */
  @property({ attribute: false }) counts: AliasCounts | undefined;

  /** Shows, and lets nobody change. */
  @property({ attribute: false }) readOnly = false;

  /** What the sign-in may do, as far as it is known; learned here, and kept by whoever knows the sign-in. */
  @property({ attribute: false }) rights: Permissions = {};

  /** Tells the time in epoch milliseconds, for counting down. */
  @property({ attribute: false }) clock: () => number = Date.now;

  @property({ attribute: false }) messages: Messages = fullEnglish;

  readonly #reveal = new RevealController(this, () => ({
    person: this.person?.value?.persons[0],
    messages: this.messages,
    revealable: this.masked,
  }));

  @state() private unfolded = false;
  @state() private editing = false;
  /** Key of the alias whose removal the agent is asked about. */
  @state() private doubted = '';
  @state() private removals: readonly RemovedAlias[] = [];
  /** Another person is being merged; what leads to them, as far as it is known. */
  @state() private merging: string | undefined;
  /** What came of edits beside what was asked for. */
  @state() private told: readonly string[] = [];
  /** A change was refused. */
  @state() private refused: JourneyError | undefined;

  readonly #requests = new RequestsController(this);
  #personId: string | undefined;
  /** Where the focus goes after the next update: what, and in the row of which alias. */
  #focusNext: { readonly what: string; readonly alias?: Alias } | undefined;

  constructor() {
    super();
    new CountdownController(this, () => Math.max(0, ...this.removals.map(({ until }) => this.#secondsLeft(until))));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const [first, ...others] = this.person?.value?.persons ?? [];
    const id = others.length === 0 ? first?.id : undefined;
    if (changed.has('person') && id !== this.#personId) this.#leave(id);
    if (changed.has('rights')) {
      this.refused = undefined;
      if (this.editing) void this.#askForMerge();
    }
    if (this.editing && !this.#mayEdit) this.editing = false;
    if (this.readOnly) {
      this.merging = undefined;
      this.removals = [];
    }
    const lasting = this.removals.filter(
      ({ alias, until }) => this.#secondsLeft(until) > 0 || this.#isAbout(alias, 'undo'),
    );
    if (lasting.length === this.removals.length) return;
    if (this.renderRoot.querySelector('.undo:focus') !== null) this.#focusNext = { what: '.edit' };
    this.removals = lasting;
  }

  protected override updated(): void {
    if (this.#focusNext === undefined) return;
    const { alias, what } = this.#focusNext;
    const place = alias === undefined ? this.renderRoot : this.#rowOf(alias);
    const next = place?.querySelector<HTMLElement>(what);
    const mayFocus = alias === undefined || this.#isFree(alias);
    if (next == null && alias !== undefined && mayFocus) return; // it comes with the person as they are now
    if (mayFocus) next?.focus();
    this.#focusNext = undefined;
  }

  #rowOf(alias: Alias): Element | undefined {
    const place = this.#listed.findIndex((one) => aliasKey(one) === aliasKey(alias));
    return this.renderRoot.querySelectorAll('.alias')[place];
  }

  /** In the order of the rows. */
  get #listed(): readonly Alias[] {
    const { address, persons: [first] = [] } = this.person?.value ?? {};
    return aliasGroups(withRemovedAliases(first?.aliases ?? [], this.removals), address).flatMap(
      ({ aliases }) => aliases,
    );
  }

  /** Moves the focus on within the row, unless the agent has gone elsewhere meanwhile. */
  #focusIn(alias: Alias, what: string): void {
    if (this.#isFree(alias)) this.#focusNext = { what, alias };
  }

  /** Whether the focus is in the row, or was lost with what had it. */
  #isFree(alias: Alias): boolean {
    const { activeElement } = this.renderRoot as ShadowRoot;
    if (activeElement === null) return document.activeElement === document.body;
    return this.#rowOf(alias)?.contains(activeElement) === true;
  }

  /** Somebody else is shown: nothing that was begun is about them. */
  #leave(id: string | undefined): void {
    this.#personId = id;
    this.editing = false;
    this.doubted = '';
    this.removals = [];
    this.merging = undefined;
    this.told = [];
    this.refused = undefined;
    this.#requests.forgetAll();
  }

  get #mayEdit(): boolean {
    return !this.readOnly && this.rights.edit !== false;
  }

  #secondsLeft(until: number): number {
    return secondsUntil(until, this.clock());
  }

  #isAbout(alias: Alias, what: 'undo' | 'remove'): boolean {
    const name = `${what} ${aliasKey(alias)}`;
    return this.#requests.isRunning(name) || this.#requests.failureOf(name) !== undefined;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { messages, person } = this;
    const note =
      person?.status === 'failed' ? errorNote(messages.identity.failed, person.error, 'person', messages) : nothing;
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
    const { editing, messages, removals, unfolded } = this;
    const { heading, noAliases } = messages.identity;
    const aliases = withRemovedAliases(person.aliases, removals);
    const offersEdit = this.#mayEdit && (editing || this.person?.status !== 'failed');
    if (aliases.length === 0 && !offersEdit) return nothing;
    const counts = countsOf(person.aliases, this.counts ?? noCounts);
    return html`<section
      aria-labelledby="heading"
      @wayline-edit-person=${this.#passOn}
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
        // A name that tells an address cannot be shown, so it cannot be changed.
        editing && (!this.masked || maskedName(person) === nameOf(person))
          ? keyed(
              person.id,
              html`<wayline-rename
                part="edit"
                exportparts="note"
                .person=${person}
                .masked=${this.masked}
                .messages=${messages}
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
                ${repeat(group.aliases, aliasKey, (alias) => this.#alias(alias, match, counts.get(alias)))}
              </ul>
            </li>`,
        )}
      </ul>
      ${editing ? keyed(person.id, this.#forms(person)) : nothing}
      ${this.merging === undefined ? nothing : this.#mergeDialog(person, this.merging)}
    </section>`;
  }

  #notes() {
    const { messages, refused, told } = this;
    return html`${
      refused &&
      editNote({
        heading: messages.editing.forbidden.title,
        error: refused,
        messages,
        advice: messages.editing.forbidden,
      })
    }
    ${told.map(
      (words) => html`<wayline-note exportparts="note" .heading=${words} .messages=${messages}></wayline-note>`,
    )}`;
  }

  #forms(person: Person) {
    const { messages, rights } = this;
    return html`<div class="forms">
      <wayline-add-alias
        part="edit"
        exportparts="note"
        .person=${person}
        .mayMerge=${rights.merge === true}
        .masked=${this.masked}
        .messages=${messages}
      ></wayline-add-alias>
      ${
        rights.merge === true
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
      .masked=${this.masked}
      .shownOf=${(value: string) => this.#said({ kind: 'unknown', value })}
      .messages=${this.messages}
      @merged=${this.#merged}
      @refused=${() => this.#learn({ merge: false })}
      @failed=${() => this.#tellMore(this.messages.merging.failed)}
      @close=${this.#closed}
    ></wayline-merge>`;
  }

  #alias(alias: Alias, match: PersonMatch, count: number | undefined) {
    if (count === undefined) return this.#removed(alias);
    const matched = isMatched(alias, match);
    const { aliasKinds, editing, entry, identity, separator } = this.messages;
    const words = [
      aliasKinds[alias.kind],
      ...(matched ? [identity.matched] : []),
      ...(this.counts !== undefined && this.counts.size > 0 ? [entry.events({ count })] : []),
    ];
    const between = separator.replace(' ', '\u00a0'); // no line begins with the dot
    const shown = this.#shown(alias);
    const key = aliasKey(alias);
    const name = `remove ${key}`;
    const running = this.#requests.isRunning(name);
    const error = this.#requests.failureOf(name);
    return html`<li part="alias" class="alias ${matched ? 'matched' : ''}">
      <bdi class="value">${shown}</bdi> <span class="kind">${words.join(between)}</span>
      ${this.#reveal.controlsOf(alias)}
      ${
        this.editing && isEditable(alias)
          ? html`<button
              class="remove"
              type="button"
              aria-label=${editing.remove({ alias: shown })}
              title=${editing.remove({ alias: shown })}
              aria-busy=${running ? 'true' : 'false'}
              aria-disabled=${running ? 'true' : 'false'}
              @click=${() => this.#remove(alias, match)}
            >
              ${icon('remove')}
            </button>`
          : nothing
      }
      ${this.editing && this.doubted === key ? this.#doubt(alias, match, matched) : nothing}
      ${
        error && error.kind !== 'forbidden'
          ? html`<div class="below">
              ${editNote({ heading: editing.removeFailed({ alias: this.#said(alias) }), error, messages: this.messages, again: () => void this.#removeNow(alias) })}
            </div>`
          : nothing
      }
    </li>`;
  }

  /** Asks before something that is not what an agent mostly wants. */
  #doubt(alias: Alias, match: PersonMatch, matched: boolean) {
    const { keep, removeAnyway, removeLast, removeMatched } = this.messages.editing;
    const keyed = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      this.#keep(alias);
    };
    const last = match.persons[0]?.aliases.length === 1;
    return html`<div class="below doubt" role="group" aria-labelledby="doubt" @keydown=${keyed}>
      <p id="doubt">${last ? removeLast : matched ? removeMatched : nothing}</p>
      <div class="actions">
        <button class="button bad" type="button" @click=${() => this.#removeNow(alias)}>${removeAnyway}</button>
        <button class="button keep" type="button" @click=${() => this.#keep(alias)}>${keep}</button>
      </div>
    </div>`;
  }

  #removed(alias: Alias) {
    const { editing } = this.messages;
    const shown = this.#shown(alias);
    const removal = this.removals.find((one) => aliasKey(one.alias) === aliasKey(alias));
    const name = `undo ${aliasKey(alias)}`;
    const running = this.#requests.isRunning(name);
    const error = this.#requests.failureOf(name);
    const count = removal === undefined ? 0 : this.#secondsLeft(removal.until);
    return html`<li part="alias" class="alias gone">
      <span class="value">${editing.removed({ alias: bidiIsolate(shown) })}</span>
      ${
        error === undefined
          ? html`<button
              class="undo"
              type="button"
              aria-label=${editing.undoLabel({ alias: shown })}
              aria-busy=${running ? 'true' : 'false'}
              aria-disabled=${running ? 'true' : 'false'}
              @click=${() => this.#undo(alias)}
            >
              ${running ? editing.busy : editing.undo({ count })}
            </button>`
          : html`<div class="below">
              ${editNote({ heading: editing.undoFailed({ alias: this.#said(alias) }), error, messages: this.messages, again: () => void this.#undo(alias) })}
            </div>`
      }
    </li>`;
  }

  readonly #fold = () => {
    this.unfolded = !this.unfolded;
  };

  readonly #begin = () => {
    this.editing = true;
    this.unfolded = true;
    if (this.rights.merge === undefined) void this.#askForMerge();
  };

  readonly #end = () => {
    this.editing = false;
    this.doubted = '';
    this.told = [];
    this.#requests.forgetAll();
  };

  async #askForMerge(): Promise<void> {
    const { rights } = this;
    const { value } = await this.#requests.run('may-merge', () => MergeEvent.ask(this, (desk) => desk.mayMerge()));
    if (value !== undefined && rights === this.rights) this.#learn({ merge: value });
  }

  /** The object stays the same: it is told to all customers that follow. */
  #learn(rights: Permissions): void {
    Object.assign(this.rights, rights);
    this.requestUpdate();
  }

  readonly #passOn = (event: EditPersonEvent) => {
    const { edit, target: form } = event;
    const answer = this.#ask(edit);
    if (answer === undefined) return;
    event.respondWith(answer);
    const { addFailed, changed, nameFailed } = this.messages.editing;
    const late = (words: string) => {
      if (!(form as Node).isConnected) this.#tellMore(words);
    };
    answer.then(
      ({ kind }) => kind === 'changed' && late(changed),
      (error: unknown) => isTold(error) || late(edit.kind === 'rename' ? nameFailed : addFailed),
    );
  };

  #tellMore(words: string): void {
    this.told = [...this.told, words];
  }

  #ask(edit: PersonEdit): Promise<EditOutcome> | undefined {
    const { rights } = this;
    const answer = askEdit(this, edit);
    answer?.then(this.#tell, (error: unknown) => {
      if (!(error instanceof JourneyError) || error.kind !== 'forbidden') return;
      this.refused = error;
      this.#focusNext = { what: '#heading' };
      if (rights === this.rights) this.#learn({ edit: false });
    });
    return answer;
  }

  /** What came with an edit, for better or worse. */
  readonly #tell = ({ lost, overtaken, person: { id }, restored }: EditOutcome) => {
    const { editing } = this.messages;
    const words = [
      ...restored.map((alias) => editing.restored({ alias: this.#said(alias) })),
      ...lost.map((alias) => editing.lost({ alias: this.#said(alias) })),
    ];
    if (words.length > 0) this.told = words;
    void overtaken.then((person) => {
      if (person !== undefined && id === this.#personId) this.#tellMore(this.messages.editing.overtaken);
    });
  };

  #remove(alias: Alias, match: PersonMatch): void {
    if (this.#requests.isRunning(`remove ${aliasKey(alias)}`)) return;
    if (!isMatched(alias, match) && match.persons[0]?.aliases.length !== 1) void this.#removeNow(alias);
    else {
      this.doubted = aliasKey(alias);
      this.#focusNext = { what: '.keep' };
    }
  }

  #keep(alias: Alias): void {
    this.doubted = '';
    this.#focusNext = { what: '.remove', alias };
  }

  async #removeNow(alias: Alias): Promise<void> {
    const { aliases = [], id } = this.person?.value?.persons[0] ?? {};
    const place = Math.max(
      0,
      aliases.findIndex((one) => aliasKey(one) === aliasKey(alias)),
    );
    if (this.doubted !== '') this.#keep(alias);
    const { value: outcome } = await this.#requests.run(`remove ${aliasKey(alias)}`, () =>
      this.#ask({ kind: 'remove', alias }),
    );
    if (outcome === undefined || id !== this.#personId) return;
    const { already, changed, removed } = this.messages.editing;
    this.#announce({ done: removed({ alias: this.#said(alias) }), already, changed }[outcome.kind]);
    if (outcome.kind === 'done') {
      this.removals = [...this.removals, { alias, place, until: this.clock() + undoTime }];
      this.#focusIn(alias, '.undo');
    } else {
      this.told = [{ already, changed }[outcome.kind]];
      if (this.#isFree(alias)) this.#focusNext = { what: '.edit' }; // the row goes, or is gone
    }
  }

  async #undo(alias: Alias): Promise<void> {
    const { value: outcome } = await this.#requests.run(`undo ${aliasKey(alias)}`, () =>
      this.#ask({ kind: 'add', alias }),
    );
    if (outcome === undefined) return;
    if (this.editing) this.#focusIn(alias, '.remove');
    else this.#focusNext = { what: '.edit' };
    this.removals = this.removals.filter((one) => aliasKey(one.alias) !== aliasKey(alias));
    this.#announce(this.messages.editing.undone({ alias: this.#said(alias) }));
  }

  readonly #merged = () => {
    this.renderRoot.querySelector('wayline-add-alias')?.reset();
  };

  readonly #closed = async () => {
    this.merging = undefined;
    await this.updateComplete;
    // What opened it may be gone.
    if (this.renderRoot.querySelector(':focus') === null) this.renderRoot.querySelector<HTMLElement>('.edit')?.focus();
  };

  #announce(words: string): void {
    this.dispatchEvent(new AnnounceEvent('aliases', () => words));
  }

  #shown(alias: Alias): string {
    const hidden = this.#said(alias);
    return this.masked ? this.#reveal.textOf(alias, hidden) : hidden;
  }

  /**
   * In words that stay for longer than a value is revealed. Where the desktop masks the address on the line, the alias it
   * matched says no more than that.
   */
  #said(alias: Alias): string {
    const { address, masked } = this;
    const match = this.person?.value;
    const ofDesktop = readAddress(address?.shown ?? '')?.masked === true;
    if (ofDesktop && match !== undefined && isMatched(alias, match)) return address?.shown ?? '';
    return masked ? maskedForm(alias.value) : alias.value;
  }
}

/** Of no use to the agent any more, or told already. */
const isTold = (error: unknown): boolean => !(error instanceof JourneyError) || error.kind === 'forbidden';

declare global {
  interface HTMLElementTagNameMap {
    'wayline-identity': WaylineIdentity;
  }
}
