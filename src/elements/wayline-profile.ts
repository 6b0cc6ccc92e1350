import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Connection } from '../domain/connection.js';
import type { Profile, ProfileAttribute } from '../domain/profile.js';
import type { Section } from '../domain/section.js';
import { staleSince } from '../domain/staleness.js';
import { clockTime } from '../domain/time.js';
import { en } from '../i18n/en.js';
import type { Messages } from '../i18n/messages.js';
import { controls } from './controls.js';
import { errorNote } from './error-note.js';
import { icon } from './icon.js';
import { profileStyle } from './profile-style.js';
import { skeleton } from './skeleton.js';
import { tokens } from './tokens.js';

/** In a narrow pane the timeline must begin above the fold. */
const shownWhenFolded = 4;

/** Longer values get a whole row. */
const charactersPerCell = 32;

/**
 * What the template makes of the customer, as a grid of facts. In a pane under 720 px only the first four are shown
 * until unfolded.
 *
 * @fires {RetryEvent} wayline-retry - The agent wants the failed profile loaded again.
 * @csspart facts - The grid.
 */
export class WaylineProfile extends LitElement {
  static override readonly styles = [tokens, controls, skeleton, profileStyle];

  /** The profile as far as is known. */
  @property({ attribute: false }) profile: Section<Profile> | undefined;

  /** How the live connection stands: while it is down, the profile may be stale. */
  @property({ attribute: false }) connection: Connection | undefined;

  /** IANA zone in which "as of" times are told; the browser's own when undefined. */
  @property({ attribute: false }) zone: string | undefined;

  /** BCP 47 tag for times. */
  @property({ attribute: false }) locale = 'en';

  @property({ attribute: false }) messages: Messages = en;

  @state() private unfolded = false;

  protected override render(): TemplateResult {
    return html`<section aria-labelledby="heading" aria-busy=${this.profile?.status === 'loading' ? 'true' : 'false'}>
      <div class="heading">
        <h3 id="heading">${this.messages.profile.heading}</h3>
        ${this.#stale()}${this.#fold()}
      </div>
      ${this.#body()}
    </section>`;
  }

  #body() {
    const { messages, profile } = this;
    const failed = profile?.status === 'failed';
    const note = failed ? errorNote(messages.profile.failed, profile.error, 'profile', messages) : nothing;
    const attributes = profile?.value?.attributes;
    if (attributes !== undefined && attributes.length > 0) return html`${note}${this.#facts(attributes)}`;
    if (failed) return note;
    if (profile?.status === 'ready') return html`<p class="empty">${messages.profile.empty}</p>`;
    return this.#bones();
  }

  #facts(attributes: readonly ProfileAttribute[]) {
    return html`<dl class="facts ${this.unfolded ? '' : 'folded'}" part="facts" id="facts">
      ${attributes.map(({ label, value, error }, index) => {
        const long = value.length > charactersPerCell;
        return html`<div class="fact ${long ? 'long' : ''} ${index < shownWhenFolded ? '' : 'extra'}">
          <dt dir="auto">${label}</dt>
          <dd dir="auto">${this.#value(value, error)}</dd>
        </div>`;
      })}
    </dl>`;
  }

  #value(value: string, error: string | undefined) {
    if (error !== undefined) return html`<span class="muted">${this.messages.profile.unavailable}</span>`;
    return value === '' ? html`<span class="muted">${this.messages.nothing}</span>` : value;
  }

  #stale() {
    const { connection, locale, messages, profile, zone } = this;
    const since = profile?.value === undefined ? undefined : staleSince(profile, connection);
    return since === undefined
      ? nothing
      : html`<span class="muted">${messages.asOf({ time: clockTime(since, zone, locale) })}</span>`;
  }

  #fold() {
    const count = this.profile?.value?.attributes.length ?? 0;
    if (count <= shownWhenFolded) return nothing;
    const { showAll, showFewer } = this.messages.profile;
    return html`<button
      class="fold"
      type="button"
      aria-expanded=${this.unfolded ? 'true' : 'false'}
      aria-controls="facts"
      @click=${() => (this.unfolded = !this.unfolded)}
    >
      ${this.unfolded ? showFewer : showAll({ count })} ${icon('chevron')}
    </button>`;
  }

  #bones() {
    const cell = html`<div class="fact"><span class="bone"></span><span class="bone"></span></div>`;
    return html`<div class="facts" aria-hidden="true">${cell}${cell}${cell}${cell}</div>
      <span class="visually-hidden">${this.messages.loading}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wayline-profile': WaylineProfile;
  }
}
