import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { JourneyError, JourneyErrorKind } from '../../../domain/base/journey-error.js';
import type { EmptyState, FirstMessages } from '../../../i18n/messages.js';
import type { Explanation } from '../../../i18n/phrase.js';
import { AnnounceEvent } from '../events/announce-event.js';
import { controls } from '../style/controls.js';
import { icon, type IconName } from '../icons/icon.js';
import { OpenLookUpEvent } from '../events/open-look-up-event.js';
import { RefreshEvent } from '../events/refresh-event.js';
import { settingNames } from '../text/setting-names.js';
import { tokens } from '../style/tokens.js';
import { defaultDisplay, type Display } from '../text/display.js';

const stateIcons: Readonly<Record<EmptyState, IconName>> = {
  'no-task': 'phone',
  anonymous: 'hidden',
  masked: 'lock',
  'signing-in': 'sign-in',
};

const errorIcons: Partial<Record<JourneyErrorKind, IconName>> = {
  unauthorized: 'sign-in',
  forbidden: 'lock',
  'project-unknown': 'settings',
  'project-forbidden': 'settings',
  'host-unknown': 'settings',
  'host-refused': 'settings',
};

/**
 * Shown instead of a journey: explains why there is none, and the next step.
 *
 * @fires {OpenLookUpEvent} wayline-open-look-up - The agent wants to look up a customer.
 * @fires {RefreshEvent} wayline-refresh - The agent pressed "Try again"; offered with errors only.
 * @csspart state - The panel.
 */
export class WaylineEmptyState extends LitElement {
  static override readonly styles = [
    tokens,
    controls,
    css`
      :host {
        display: block;
      }

      .state {
        display: grid;
        justify-items: center;
        gap: 4px;
        max-inline-size: 400px;
        margin-inline: auto;
        padding: 40px 24px;
        text-align: center;
        color: var(--_text-2);
        overflow-wrap: anywhere;
        text-wrap: balance;
      }

      .badge {
        display: grid;
        place-items: center;
        inline-size: 48px;
        block-size: 48px;
        margin-block-end: 8px;
        border-radius: 50%;
        color: var(--_accent);
        background: var(--_accent-bg);
      }

      .badge.error {
        color: var(--_warn);
        background: var(--_warn-bg);
      }

      .badge .icon {
        inline-size: 22px;
        block-size: 22px;
      }

      h2 {
        color: var(--_text);
        font-size: 15px;
        line-height: 20px;
        font-weight: 600;
      }

      .next {
        color: var(--_text);
        margin-block-start: 4px;
      }

      .tracking {
        font-size: 12px;
        line-height: 16px;
        margin-block-start: 8px;
      }

      .button {
        margin-block-start: 12px;
      }
    `,
  ];

  /** Why no customer is shown; default: no-task. */
  @property({ attribute: false }) state: EmptyState = 'no-task';

  /** An error that affects the whole journey; shown instead of `state`. */
  @property({ attribute: false }) error: JourneyError | undefined;

  /** Whether to offer the look-up; default: off. */
  @property({ type: Boolean, attribute: 'look-up' }) lookUp = false;

  @property({ attribute: false }) display: Display<FirstMessages> = defaultDisplay;

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('state') && !changed.has('error')) return;
    const { title, text, next } = this.#words();
    for (const part of [title, text, next]) this.dispatchEvent(new AnnounceEvent(part, () => part));
  }

  #words(): Explanation {
    const { error, state } = this;
    const { messages } = this.display;
    return error === undefined ? messages.states[state] : (messages.errors?.[error.kind] ?? messages.failure);
  }

  protected override render(): TemplateResult {
    const { error, state } = this;
    const { messages } = this.display;
    const { title, text, next } = this.#words();
    const name = error === undefined ? stateIcons[state] : (errorIcons[error.kind] ?? 'alert');
    return html`<div class="state" part="state">
      <span class="badge ${error === undefined ? '' : 'error'}">${icon(name)}</span>
      <h2>${title}</h2>
      <p>${settingNames(text)}</p>
      ${next === '' ? nothing : html`<p class="next">${settingNames(next)}</p>`}
      ${
        error?.trackingId === undefined
          ? nothing
          : html`<p class="tracking"><bdi>${messages.trackingId({ id: error.trackingId })}</bdi></p>`
      }
      ${
        this.lookUp && error === undefined
          ? html`<button class="look-up button" type="button" @click=${() => this.dispatchEvent(new OpenLookUpEvent())}>
              ${messages.header.lookUp}
            </button>`
          : nothing
      }
      ${
        error === undefined
          ? nothing
          : html`<button class="button" type="button" @click=${() => this.dispatchEvent(new RefreshEvent())}>
              ${messages.tryAgain}
            </button>`
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wayline-state': WaylineEmptyState;
  }
}
