import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Connection } from '../../domain/status/connection.js';
import { changedPlaces, type Profile, type ProfileAttribute } from '../../domain/profile/profile.js';
import { readProfileValue } from '../../domain/profile/profile-value.js';
import { noTerms } from '../../domain/search/no-terms.js';
import type { Loadable } from '../../domain/status/loadable.js';
import { staleSince } from '../../domain/status/staleness.js';
import { clockTime } from '../../domain/time/format-time.js';
import { formatProfileValue, type FormattedValue } from '../../domain/profile/format-profile-value.js';
import { ChangedValuesController } from '../shared/controllers/changed-values-controller.js';
import { controls } from '../shared/style/controls.js';
import { errorNote } from '../shared/notes/error-note.js';
import { icon } from '../shared/icons/icon.js';
import { linkedText } from '../shared/text/linked-text.js';
import { profileStyle } from './profile-style.js';
import { skeleton } from '../shared/style/skeleton.js';
import { tokens } from '../shared/style/tokens.js';
import { defaultDisplay } from '../shared/text/display.js';

/** Few enough that in a narrow pane the timeline starts without scrolling. */
const shownWhenFolded = 4;

/** Longer values get a full row. */
const charactersPerCell = 32;

/**
 * "America/Los_Angeles" should break between its words only. The parts exclude separators: if `_` could match in two
 * ways, a line of forty of them would block the browser for hours.
 */
const nameOfParts = /^[^\W_]+(?:[/_][^\W_]+)+$/;

/** Longer text is not a name, and would need one element per part. */
const longestName = 200;

/**
 * Labels of the last profile. The next customer's profile most likely has the same, so its skeleton needs the same
 * space.
 */
let lastLabels: readonly string[] = ['', '', '', ''];

/**
 * The attributes of the profile template, as a grid. Numbers, dates and durations are formatted for the locale; a
 * button shows the received value. In a pane below 720 px, only the first four are shown until unfolded.
 *
 * @fires {RetryEvent} wayline-retry - The agent wants the failed profile to be loaded again.
 * @csspart facts - The grid.
 */
export class WaylineProfile extends LitElement {
  static override readonly styles = [tokens, controls, skeleton, profileStyle];

  /** The profile, as far as known. */
  @property({ attribute: false }) profile: Loadable<Profile> | undefined;

  /** ID of the person. Values of another person are never marked as changed. */
  @property({ attribute: false }) person = '';

  /** The live connection: while it is down, the profile might be stale. */
  @property({ attribute: false }) connection: Connection | undefined;

  /** Epoch milliseconds, for "3 hours ago". */
  @property({ attribute: false }) now = 0;

  @property({ attribute: false }) display = defaultDisplay;

  @state() private unfolded = false;

  /** Indexes of the values shown as received. */
  @state() private asReceived: ReadonlySet<number> = new Set();

  readonly #changes = new ChangedValuesController(this);
  #known: Profile | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('profile')) return;
    const known = this.profile?.value;
    const another = changed.has('person');
    // While no profile is known, the customer might have changed.
    if (another || known === undefined || known.templateName !== this.#known?.templateName) {
      this.#changes.clear();
      this.asReceived = new Set();
    }
    if (!another) this.#changes.mark(changedPlaces(this.#known, known));
    this.#known = known;
    if (known !== undefined && known.attributes.length > 0) lastLabels = known.attributes.map(({ label }) => label);
  }

  protected override render(): TemplateResult {
    return html`<section aria-labelledby="heading" aria-busy=${this.profile?.status === 'loading' ? 'true' : 'false'}>
      <div class="heading">
        <h3 id="heading">${this.display.messages.profile.heading}</h3>
        ${this.#stale()}${this.#fold()}
      </div>
      ${this.#body()}
    </section>`;
  }

  #body() {
    const { profile } = this;
    const { messages } = this.display;
    const failed = profile?.status === 'failed';
    const note = failed ? errorNote(messages.profile.failed, profile.error, 'profile', this.display) : nothing;
    const attributes = profile?.value?.attributes;
    if (attributes !== undefined && attributes.length > 0) return html`${note}${this.#facts(attributes)}`;
    if (failed) return note;
    if (profile?.status === 'ready') return html`<p class="empty">${messages.profile.empty}</p>`;
    return this.#skeleton();
  }

  #facts(attributes: readonly ProfileAttribute[]) {
    return html`<dl class="facts ${this.unfolded ? '' : 'folded'}" part="facts" id="facts">
      ${attributes.map((attribute, place) => {
        const { label, value } = attribute;
        const changed = this.#changes.isMarked(place);
        const { profile, separator } = this.display.messages;
        return html`<div class="${cellClasses(value, place)} ${changed ? 'changed' : ''}">
          <dt dir="auto">
            ${label}${changed ? html`<span class="visually-hidden">${separator}${profile.changed}</span>` : nothing}
          </dt>
          <dd dir="auto">${this.#value(attribute, place)}</dd>
        </div>`;
      })}
    </dl>`;
  }

  #value(attribute: ProfileAttribute, place: number) {
    const { now } = this;
    const { locale, messages, zone } = this.display;
    const { error, value } = attribute;
    if (error !== undefined) return html`<span class="muted">${messages.profile.unavailable}</span>`;
    if (value === '') return html`<span class="muted">${messages.nothing}</span>`;
    const read = readProfileValue(attribute);
    const written = formatProfileValue(read, now, zone, locale);
    if (written !== undefined && written.text !== value) return this.#written(written, value, place);
    if (read.kind === 'list') {
      return html`<ul role="list">
        ${read.items.map((item) => html`<li dir="auto">${linkedText(item, noTerms)}</li>`)}
      </ul>`;
    }
    return read.kind === 'email'
      ? html`<a href=${read.href} target="_blank" rel="noopener noreferrer">${value}</a>`
      : value.length <= longestName && nameOfParts.test(value)
        ? value.split(/(?<=[/_])/).map((part) => html`${part}<wbr />`)
        : linkedText(value, noTerms);
  }

  /** A button, because keyboard and touch users cannot see a title. */
  #written({ relative, text }: FormattedValue, value: string, place: number) {
    const received = this.asReceived.has(place);
    return html`<button
        class="written"
        type="button"
        aria-pressed=${received ? 'true' : 'false'}
        title=${this.display.messages.profile.received({ value })}
        @click=${() => this.#toggle(place)}
      >
        <bdi>${received ? value : text}</bdi></button
      >${received || relative === '' ? nothing : html` <span class="muted">${relative}</span>`}`;
  }

  #toggle(place: number): void {
    const places = new Set(this.asReceived);
    if (!places.delete(place)) places.add(place);
    this.asReceived = places;
  }

  #stale() {
    const { connection, profile } = this;
    const { locale, messages, zone } = this.display;
    const since = profile?.value === undefined ? undefined : staleSince(profile, connection);
    return since === undefined
      ? nothing
      : html`<span class="muted">${messages.asOf({ time: clockTime(since, zone, locale) })}</span>`;
  }

  #fold() {
    const count = this.profile?.value?.attributes.length ?? 0;
    if (count <= shownWhenFolded) return nothing;
    const { showAll, showFewer } = this.display.messages.profile;
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

  #skeleton() {
    const cells = lastLabels.map(
      (label, place) =>
        html`<div class=${cellClasses('', place)}>
          ${label === '' ? html`<span class="skeleton-bar"></span>` : html`<p class="label" dir="auto">${label}</p>`}<span
            class="skeleton-bar"
          ></span>
        </div>`,
    );
    return html`<div class="facts folded" aria-hidden="true">${cells}</div>
      <span class="visually-hidden">${this.display.messages.loading}</span>`;
  }
}

const cellClasses = (value: string, place: number): string =>
  `fact ${value.length > charactersPerCell ? 'long' : ''} ${place < shownWhenFolded ? '' : 'extra'}`;

declare global {
  interface HTMLElementTagNameMap {
    'wayline-profile': WaylineProfile;
  }
}
