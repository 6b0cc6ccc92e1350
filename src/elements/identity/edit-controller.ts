import type { LitElement, ReactiveController } from 'lit';
import { JourneyError } from '../../domain/base/journey-error.js';
import { isMatched } from '../../domain/person/matched-alias.js';
import type { Alias, PersonMatch } from '../../domain/person/person.js';
import type { EditOutcome, PersonEdit } from '../../domain/person/person-edit.js';
import type { Messages } from '../../i18n/messages.js';
import { CountdownController, secondsUntil } from '../shared/controllers/countdown-controller.js';
import { RequestsController } from '../shared/controllers/requests-controller.js';
import { AnnounceEvent } from '../shared/events/announce-event.js';
import { askEdit } from '../shared/events/ask-edit.js';
import type { EditPersonEvent } from '../shared/events/edit-person-event.js';
import type { AliasFocusController } from './alias-focus-controller.js';
import { aliasKey, undoTime, type RemovedAlias } from './removed-aliases.js';

/** What the edits depend on; read for each edit. */
interface Setting {
  readonly match: PersonMatch | undefined;
  readonly messages: Messages;
  readonly editing: boolean;
  /** An alias in a text that stays longer than a value is revealed. */
  readonly said: (alias: Alias) => string;
}

type Host = LitElement & { readonly clock: () => number };

/**
 * Edits the person shown: removes aliases with a time to undo, sends the changes of the forms, and keeps the messages.
 */
export class EditController implements ReactiveController {
  /** The running requests and their errors. */
  readonly requests: RequestsController;
  readonly #host: Host;
  readonly #focus: AliasFocusController;
  readonly #setting: () => Setting;
  #personId: string | undefined;
  #doubted = '';
  #removals: readonly RemovedAlias[] = [];
  #told: readonly string[] = [];
  #refusal: JourneyError | undefined;

  constructor(host: Host, focus: AliasFocusController, setting: () => Setting) {
    this.#host = host;
    this.#focus = focus;
    this.#setting = setting;
    this.requests = new RequestsController(host);
    host.addController(this);
    new CountdownController(host, () => Math.max(0, ...this.#removals.map(({ until }) => this.#secondsLeft(until))));
  }

  /** The aliases that can still be put back. */
  get removals(): readonly RemovedAlias[] {
    return this.#removals;
  }

  /** Messages about changes that the agent did not ask for. */
  get told(): readonly string[] {
    return this.#told;
  }

  /** The error if the service refused a change: the user has no permission. */
  get refusal(): JourneyError | undefined {
    return this.#refusal;
  }

  /** Whether the agent must confirm the removal. */
  isDoubted(alias: Alias): boolean {
    return this.#doubted === aliasKey(alias);
  }

  /** Seconds left to undo the removal; 0 if it cannot be undone. */
  secondsToUndo(alias: Alias): number {
    const removal = this.#removals.find((one) => aliasKey(one.alias) === aliasKey(alias));
    return removal === undefined ? 0 : this.#secondsLeft(removal.until);
  }

  /** Call it with the person shown. Returns whether that is another person; then all edits are dropped. */
  follow(personId: string | undefined): boolean {
    if (personId === this.#personId) return false;
    this.#personId = personId;
    this.#removals = [];
    this.#refusal = undefined;
    this.end();
    return true;
  }

  /** Ends editing. */
  end(): void {
    this.#doubted = '';
    this.#told = [];
    this.requests.forgetAll();
    this.#host.requestUpdate();
  }

  forgetRefusal(): void {
    this.#refusal = undefined;
  }

  forgetRemovals(): void {
    this.#removals = [];
  }

  tell(words: string): void {
    this.#told = [...this.#told, words];
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    const lasting = this.#removals.filter(
      ({ alias, until }) => this.#secondsLeft(until) > 0 || this.#isBusy('undo', alias),
    );
    if (lasting.length === this.#removals.length) return;
    if (this.#host.renderRoot.querySelector('.undo:focus') !== null) this.#focus.moveTo('.edit');
    this.#removals = lasting;
  }

  /** Sends the change of a form. If the form was removed before the change fails, the error is shown here. */
  readonly passOn = (event: EditPersonEvent): void => {
    const { edit, target: form } = event;
    const answer = this.#ask(edit);
    if (answer === undefined) return;
    event.respondWith(answer);
    const { addFailed, changed, nameFailed } = this.#setting().messages.editing;
    const late = (words: string) => {
      if (!(form as Node).isConnected) this.tell(words);
    };
    answer.then(
      ({ kind }) => kind === 'changed' && late(changed),
      (error: unknown) => isTold(error) || late(edit.kind === 'rename' ? nameFailed : addFailed),
    );
  };

  /** Removes an alias. The matched alias and the last one need a confirmation. */
  remove(alias: Alias): void {
    if (this.requests.isRunning(`remove ${aliasKey(alias)}`)) return;
    const { match } = this.#setting();
    const isLast = match?.persons[0]?.aliases.length === 1;
    if (!isLast && (match === undefined || !isMatched(alias, match))) void this.removeNow(alias);
    else {
      this.#doubted = aliasKey(alias);
      this.#focus.moveTo('.keep');
      this.#host.requestUpdate();
    }
  }

  /** Keeps the alias, after the agent was asked. */
  keep(alias: Alias): void {
    this.#doubted = '';
    this.#focus.moveTo('.remove', alias);
    this.#host.requestUpdate();
  }

  /** Removes an alias without a confirmation. It can be undone for 10 seconds. */
  async removeNow(alias: Alias): Promise<void> {
    const { aliases = [], id } = this.#setting().match?.persons[0] ?? {};
    const place = Math.max(
      0,
      aliases.findIndex((one) => aliasKey(one) === aliasKey(alias)),
    );
    if (this.#doubted !== '') this.keep(alias);
    const { value: outcome } = await this.requests.run(`remove ${aliasKey(alias)}`, () =>
      this.#ask({ kind: 'remove', alias }),
    );
    if (outcome === undefined || id !== this.#personId) return;
    const { messages, said } = this.#setting();
    const { already, changed, removed } = messages.editing;
    this.#announce({ done: removed({ alias: said(alias) }), already, changed }[outcome.kind]);
    if (outcome.kind === 'done') {
      this.#removals = [...this.#removals, { alias, place, until: this.#host.clock() + undoTime }];
      this.#focus.moveWithin(alias, '.undo');
    } else {
      this.#told = [{ already, changed }[outcome.kind]];
      if (this.#focus.isFree(alias)) this.#focus.moveTo('.edit'); // the row disappears
    }
    this.#host.requestUpdate();
  }

  /** Puts a removed alias back. */
  async undo(alias: Alias): Promise<void> {
    const { value: outcome } = await this.requests.run(`undo ${aliasKey(alias)}`, () =>
      this.#ask({ kind: 'add', alias }),
    );
    if (outcome === undefined) return;
    const { editing, messages, said } = this.#setting();
    if (editing) this.#focus.moveWithin(alias, '.remove');
    else this.#focus.moveTo('.edit');
    this.#removals = this.#removals.filter((one) => aliasKey(one.alias) !== aliasKey(alias));
    this.#announce(messages.editing.undone({ alias: said(alias) }));
    this.#host.requestUpdate();
  }

  #ask(edit: PersonEdit): Promise<EditOutcome> | undefined {
    const answer = askEdit(this.#host, edit);
    answer?.then(this.#tellOutcome, (error: unknown) => {
      if (!(error instanceof JourneyError) || error.kind !== 'forbidden') return;
      this.#refusal = error;
      this.#focus.moveTo('#heading');
      this.#host.requestUpdate();
    });
    return answer;
  }

  /** Shows the side effects of an edit: aliases restored, lost, or changed again by another user. */
  readonly #tellOutcome = ({ lost, overtaken, person: { id }, restored }: EditOutcome): void => {
    const { messages, said } = this.#setting();
    const { editing } = messages;
    const words = [
      ...restored.map((alias) => editing.restored({ alias: said(alias) })),
      ...lost.map((alias) => editing.lost({ alias: said(alias) })),
    ];
    if (words.length > 0) this.#told = words;
    this.#host.requestUpdate();
    void overtaken.then((person) => {
      if (person !== undefined && id === this.#personId) this.tell(this.#setting().messages.editing.overtaken);
    });
  };

  #isBusy(what: 'undo' | 'remove', alias: Alias): boolean {
    const name = `${what} ${aliasKey(alias)}`;
    return this.requests.isRunning(name) || this.requests.failureOf(name) !== undefined;
  }

  #secondsLeft(until: number): number {
    return secondsUntil(until, this.#host.clock());
  }

  #announce(words: string): void {
    this.#host.dispatchEvent(new AnnounceEvent('aliases', () => words));
  }
}

/** Whether the agent needs no message, because the edit was aborted or the refusal is shown already. */
const isTold = (error: unknown): boolean => !(error instanceof JourneyError) || error.kind === 'forbidden';
