import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { maskedForm } from '../../domain/masking/masked-form.js';
import type { Alias, Person } from '../../domain/person/person.js';
import type { Messages } from '../../i18n/messages.js';
import { AnnounceEvent } from '../shared/events/announce-event.js';
import { CountdownController, secondsUntil } from '../shared/controllers/countdown-controller.js';
import { RevealEvent } from '../shared/events/reveal-event.js';

/** For how long a value is shown. Milliseconds. */
const shownFor = 30_000;

/** What the rows depend on; asked at each of them. */
interface Setting {
  /** Whose aliases are listed. */
  readonly person: Person | undefined;
  readonly messages: Messages;
  /** Whether the agent may look at a value that is masked. */
  readonly revealable: boolean;
}

/**
 * Shows one masked alias of its host at a time, for half a minute. Hides it at once on Escape, when another person comes,
 * when the host is not masked any more or leaves the document, and when the page is hidden.
 */
export class RevealController implements ReactiveController {
  readonly #host: LitElement & { readonly clock: () => number };
  readonly #setting: () => Setting;
  #shown: { readonly alias: Alias; readonly personId: string; readonly until: number } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LitElement & { readonly clock: () => number }, setting: () => Setting) {
    this.#host = host;
    this.#setting = setting;
    host.addController(this);
    new CountdownController(host, () => this.#secondsLeft());
  }

  /** What may be written of an alias now; `hidden` while it is not shown. */
  textOf(alias: Alias, hidden = maskedForm(alias.value)): string {
    return this.#isShown(alias) ? alias.value : hidden;
  }

  /** How long the value stays, and the button that shows or hides it; nothing of what cannot be revealed. */
  controlsOf(alias: Alias): TemplateResult | typeof nothing {
    const { messages, revealable } = this.#setting();
    if (!revealable) return nothing;
    const { aliasKinds, identity } = messages;
    const shown = this.#isShown(alias);
    const values = { kind: aliasKinds[alias.kind], address: maskedForm(alias.value) };
    return html`${
        shown
          ? html`<span class="kind" aria-hidden="true">${identity.hidesIn({ count: this.#secondsLeft() })}</span>`
          : nothing
      }<button
        class="button"
        type="button"
        aria-label=${shown ? identity.hideAlias(values) : identity.revealAlias(values)}
        @click=${() => this.#toggle(alias)}
      >
        ${shown ? identity.hide : identity.reveal}
      </button>`;
  }

  hide(): void {
    clearTimeout(this.#timer);
    if (this.#shown === undefined) return;
    this.#shown = undefined;
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#looked);
    this.#host.addEventListener('keydown', this.#keyed);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#looked);
    this.#host.removeEventListener('keydown', this.#keyed);
    this.hide();
  }

  hostUpdate(): void {
    const { person, revealable } = this.#setting();
    const stale = this.#secondsLeft() === 0 || !revealable || person?.id !== this.#shown?.personId;
    if (this.#shown !== undefined && stale) this.hide();
  }

  #toggle(alias: Alias): void {
    const { messages, person } = this.#setting();
    if (this.#isShown(alias)) return this.hide();
    clearTimeout(this.#timer);
    const until = this.#host.clock() + shownFor;
    const personId = person?.id ?? '';
    this.#shown = { alias, personId, until };
    // Hidden pages and busy ones draw late: the value must not wait for them.
    this.#timer = setTimeout(() => this.hide(), shownFor);
    this.#host.requestUpdate();
    const masked = maskedForm(alias.value);
    this.#host.dispatchEvent(new RevealEvent({ personId, aliasKind: alias.kind, masked, until }));
    const words = messages.identity.revealed({ count: shownFor / 1000 });
    this.#host.dispatchEvent(new AnnounceEvent('revealed', () => words));
  }

  #isShown({ kind, value }: Alias): boolean {
    return this.#shown?.alias.value === value && this.#shown.alias.kind === kind;
  }

  #secondsLeft(): number {
    return secondsUntil(this.#shown?.until, this.#host.clock());
  }

  readonly #looked = (): void => {
    if (document.visibilityState === 'hidden') this.hide();
  };

  /** Whatever else Escape would close has its turn with the next one. */
  readonly #keyed = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || this.#shown === undefined) return;
    event.stopPropagation();
    event.preventDefault();
    this.hide();
  };
}
