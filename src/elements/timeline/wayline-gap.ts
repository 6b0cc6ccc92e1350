import { css, html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Gap } from '../../domain/status/gap.js';
import { clockTime, dayAndClock, dayKey } from '../../domain/time/format-time.js';
import type { FirstMessages } from '../../i18n/messages.js';
import { controls } from '../shared/style/controls.js';
import { RetryEvent } from '../shared/events/retry-event.js';
import { tokens } from '../shared/style/tokens.js';
import { defaultDisplay, type Display } from '../shared/text/display.js';

/**
 * A gap in the timeline: says when events might be missing, and offers to load them.
 *
 * @fires {RetryEvent} wayline-retry - The agent pressed "Load".
 * @csspart gap - The dashed box.
 */
export class WaylineGap extends LitElement {
  static override readonly styles = [
    tokens,
    controls,
    css`
      :host {
        display: block;
      }

      .gap {
        display: flex;
        gap: 12px;
        align-items: center;
        justify-content: space-between;
        margin-block: 4px 8px;
        padding: 6px 12px;
        border: 1px dashed var(--_text-2);
        border-radius: var(--_radius);
        color: var(--_text-2);
        font-size: 13px;
        line-height: 18px;
      }

      .button[aria-disabled='true'] {
        border-color: transparent;
        cursor: default;
      }
    `,
  ];

  /** The time range in which events might be missing. */
  @property({ attribute: false }) gap: Gap | undefined;

  /** Whether the missing events are loading; then the button does nothing. Default: off. */
  @property({ type: Boolean }) loading = false;

  @property({ attribute: false }) display: Display<FirstMessages> = defaultDisplay;

  /** Focuses the button. If the element itself had the focus, Tab would not reach the button. */
  override focus(options?: FocusOptions): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector('button')?.focus(options));
  }

  protected override render(): TemplateResult {
    const { loading } = this;
    const { messages } = this.display;
    return html`<div class="gap" part="gap">
      <span>${this.#words()}</span>
      <button class="button" type="button" aria-disabled=${loading ? 'true' : 'false'} @click=${this.#load}>
        ${loading ? messages.loading : messages.timeline.load}
      </button>
    </div>`;
  }

  #words(): string {
    const { gap } = this;
    const { locale, messages, zone } = this.display;
    if (gap === undefined) return '';
    // The day heading above names only the day of the later end.
    const tell = dayKey(gap.from, zone) === dayKey(gap.to, zone) ? clockTime : dayAndClock;
    const { around, before, between } = messages.timeline.gap;
    if (!Number.isFinite(gap.from)) return before({ time: clockTime(gap.to, zone, locale) });
    const [from, to] = [tell(gap.from, zone, locale), tell(gap.to, zone, locale)];
    return from === to ? around({ time: to }) : between({ from, to });
  }

  #load(): void {
    if (!this.loading) this.dispatchEvent(new RetryEvent('history'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wayline-gap': WaylineGap;
  }
}
