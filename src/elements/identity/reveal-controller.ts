import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { maskedForm } from '../../domain/masking/masked-form.js';
import type { Alias, Person } from '../../domain/person/person.js';
import type { Messages } from '../../i18n/messages.js';
import { AnnounceEvent } from '../shared/events/announce-event.js';
import { CountdownController, secondsUntil } from '../shared/controllers/countdown-controller.js';
import { RevealEvent } from '../shared/events/reveal-event.js';

/** How long a value stays revealed, in milliseconds. */
const shownFor = 30_000;

/** What the rows depend on; read for each row. */
interface Setting {
  /** The person whose aliases are listed. */
  readonly person: Person | undefined;
  readonly messages: Messages;
  /** Whether the agent may reveal masked values. */
  readonly revealable: boolean;
}

/**
 * Reveals one masked alias of its host at a time, for 30 seconds. Masks it at once on Escape, when another person is
 * shown, when revealing is not allowed any more, when the host is removed, and when the page is hidden.
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

  /**
   * The text to show for an alias.
   *
   * @param hidden the text while it is masked; default: the masked form
   */
  textOf(alias: Alias, hidden = maskedForm(alias.value)): string {
    return this.#isShown(alias) ? alias.value : hidden;
  }

  /** The countdown and the button that reveals or masks the value; nothing if revealing is not allowed. */
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

  /** Masks the revealed value at once. */
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
    // Hidden and busy pages render late: the masking must not wait for an update.
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

  /** The first Escape masks the value. Only the next one closes something else. */
  readonly #keyed = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || this.#shown === undefined) return;
    event.stopPropagation();
    event.preventDefault();
    this.hide();
  };
}
