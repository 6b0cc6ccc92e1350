import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { FirstMessages } from '../../../i18n/messages.js';
import { AnnounceEvent } from '../events/announce-event.js';
import { controls } from '../style/controls.js';
import { CountdownController, secondsUntil, waitText } from '../controllers/countdown-controller.js';
import { icon } from '../icons/icon.js';
import { RetryEvent, type SectionName } from '../events/retry-event.js';
import { settingNames } from '../text/setting-names.js';
import { tokens } from '../style/tokens.js';
import { defaultDisplay, type Display } from '../text/display.js';

/**
 * A message about one part of the journey. What that part already shows stays visible.
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

  /** Severity: sets the colour. `bad` is an alert that interrupts screen readers. Default: info. */
  @property() tone: 'info' | 'warn' | 'bad' = 'info';

  /** What happened, in a few words. */
  @property() heading = '';

  /** What it means and what the agent can do. */
  @property() text = '';

  /** The vendor's tracking ID of the failed request; the agent can copy it. */
  @property({ attribute: false }) trackingId: string | undefined;

  /** The part that "Try again" loads; without it, there is no such button. */
  @property({ attribute: false }) retry: SectionName | undefined;

  /** Milliseconds from now until "Try again" is enabled; default: enabled at once. */
  @property({ attribute: false }) pause: number | undefined;

  /** Returns epoch milliseconds; used for the countdown. */
  @property({ attribute: false }) clock: () => number = Date.now;

  @property({ attribute: false }) display: Display<FirstMessages> = defaultDisplay;

  @state() private copied = false;

  #retryAt: number | undefined;

  constructor() {
    super();
    new CountdownController(this, () => this.#secondsLeft());
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('trackingId')) this.copied = false;
    // A new response can ask for a pause of the same length: its tracking ID is new, so the countdown starts again.
    if (changed.has('pause') || changed.has('trackingId')) {
      this.#retryAt = this.pause === undefined ? undefined : this.clock() + this.pause;
    }
  }

  /** Announces the note, unless it is `bad`: an alert announces itself. */
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

  /** Outside the alert: screen readers must not read every second of the countdown. */
  #again(section: SectionName) {
    const seconds = this.#secondsLeft();
    const { tryAgain, tryAgainIn } = this.display.messages;
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
      <bdi>${this.display.messages.trackingId({ id: this.trackingId })}</bdi
      ><button class="link-button" type="button" @click=${this.#copy}>
        ${this.copied ? this.display.messages.copied : this.display.messages.copy}
      </button>
    </p>`;
  }

  async #copy(): Promise<void> {
    const id = this.trackingId ?? '';
    // In a frame without the clipboard permission this fails. The agent can still select the ID.
    this.copied = await navigator.clipboard.writeText(id).then(
      () => id === this.trackingId,
      () => false,
    );
    if (this.copied) this.dispatchEvent(new AnnounceEvent('copied', () => this.display.messages.copied));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wayline-note': WaylineNote;
  }
}
