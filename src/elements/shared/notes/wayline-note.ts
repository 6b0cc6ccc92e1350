import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { en } from '../../../i18n/messages-in.js';
import type { FirstMessages } from '../../../i18n/messages.js';
import { AnnounceEvent } from '../events/announce-event.js';
import { controls } from '../style/controls.js';
import { CountdownController, secondsUntil, waitText } from '../controllers/countdown-controller.js';
import { icon } from '../icons/icon.js';
import { RetryEvent, type SectionName } from '../events/retry-event.js';
import { settingNames } from '../text/setting-names.js';
import { tokens } from '../style/tokens.js';

/**
 * Something the agent should know about one part of the journey, beside what that part still shows.
 *
 * @fires {RetryEvent} wayline-retry - The agent pressed "Try again".
 * @csspart note - The coloured box.
 */
export class WaylineNote extends LitElement {
  static override readonly styles = [
    tokens,
    controls,
    css`
      :host {
        display: block;
      }

      .note {
        display: flex;
        gap: 10px;
        align-items: flex-start;
        padding: 10px 12px;
        border-radius: var(--_radius);
        font-size: 13px;
        line-height: 18px;
        color: var(--_accent);
        background: var(--_accent-bg);
        outline: 1px solid var(--_edge);
        outline-offset: -1px;
      }

      .note.warn {
        color: var(--_warn);
        background: var(--_warn-bg);
      }

      .note.bad {
        color: var(--_bad);
        background: var(--_bad-bg);
      }

      .icon {
        margin-block-start: 1px;
      }

      .content {
        display: flex;
        flex: 1;
        flex-wrap: wrap;
        gap: 8px 10px;
        align-items: flex-start;
        min-inline-size: 0;
      }

      .words {
        flex: 1 1 240px;
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }

      .heading {
        font-weight: 600;
      }

      .button,
      .link-button {
        color: inherit;
      }

      .button[aria-disabled='true'] {
        padding-inline: 0;
        border-color: transparent;
        cursor: default;
        font-variant-numeric: tabular-nums;
      }

      .tracking {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        column-gap: 8px;
      }

      :focus-visible {
        outline-color: currentColor;
      }
    `,
  ];

  /** How bad it is: decides colour, and whether screen readers interrupt. */
  @property() tone: 'info' | 'warn' | 'bad' = 'info';

  /** What happened, in a few words. */
  @property() heading = '';

  /** What it means and what to do. */
  @property() text = '';

  /** The vendor's id of the failed request, offered for copying. */
  @property({ attribute: false }) trackingId: string | undefined;

  /** Offers "Try again" for this part. */
  @property({ attribute: false }) retry: SectionName | undefined;

  /** Milliseconds that "Try again" has to wait from now on. */
  @property({ attribute: false }) pause: number | undefined;

  /** Tells the time in epoch milliseconds, for counting down to the next try. */
  @property({ attribute: false }) clock: () => number = Date.now;

  @property({ attribute: false }) messages: FirstMessages = en;

  @state() private copied = false;

  #retryAt: number | undefined;

  constructor() {
    super();
    new CountdownController(this, () => this.#secondsLeft());
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('trackingId')) this.copied = false;
    // The same pause asked for again by another answer begins anew.
    if (changed.has('pause') || changed.has('trackingId')) {
      this.#retryAt = this.pause === undefined ? undefined : this.clock() + this.pause;
    }
  }

  /** What is bad interrupts by itself, as an alert. */
  protected override updated(changed: Map<PropertyKey, unknown>): void {
    const { heading, text, tone } = this;
    if (tone === 'bad' || !(changed.has('heading') || changed.has('text'))) return;
    this.dispatchEvent(new AnnounceEvent(heading, () => heading));
    this.dispatchEvent(new AnnounceEvent(`${heading} text`, () => text));
  }

  protected override render(): TemplateResult {
    const { text, tone } = this;
    return html`<div class="note ${tone}" part="note">
      ${icon(tone === 'info' ? 'info' : 'alert')}
      <div class="content">
        <div class="words" role=${tone === 'bad' ? 'alert' : nothing}>
          <p class="heading">${this.heading}</p>
          ${text === '' ? nothing : html`<p>${settingNames(text)}</p>`} ${this.#tracking()}
        </div>
        ${this.retry === undefined ? nothing : this.#again(this.retry)}
      </div>
    </div>`;
  }

  /** Outside of what is read out by itself: it counts down. */
  #again(section: SectionName) {
    const seconds = this.#secondsLeft();
    const { tryAgain, tryAgainIn } = this.messages;
    return html`<button
      class="button"
      type="button"
      aria-disabled=${seconds > 0 ? 'true' : 'false'}
      @click=${() => seconds === 0 && this.dispatchEvent(new RetryEvent(section))}
    >
      ${seconds > 0 ? waitText(seconds, tryAgainIn) : tryAgain}
    </button>`;
  }

  #secondsLeft(): number {
    return secondsUntil(this.#retryAt, this.clock());
  }

  #tracking() {
    if (this.trackingId === undefined) return nothing;
    return html`<p class="tracking">
      <bdi>${this.messages.trackingId({ id: this.trackingId })}</bdi
      ><button class="link-button" type="button" @click=${this.#copy}>
        ${this.copied ? this.messages.copied : this.messages.copy}
      </button>
    </p>`;
  }

  async #copy(): Promise<void> {
    const id = this.trackingId ?? '';
    // A frame without the clipboard permission refuses; the id stays readable and can be selected.
    this.copied = await navigator.clipboard.writeText(id).then(
      () => id === this.trackingId,
      () => false,
    );
    if (this.copied) this.dispatchEvent(new AnnounceEvent('copied', () => this.messages.copied));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wayline-note': WaylineNote;
  }
}
