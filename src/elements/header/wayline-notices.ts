import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Insight, InsightKind } from '../../domain/timeline/insight.js';
import { controls } from '../shared/style/controls.js';
import { insightText, toneOf } from '../shared/text/describe-insight.js';
import { NoticeEvent } from '../shared/events/notice-event.js';
import { skeleton } from '../shared/style/skeleton.js';
import { tokens } from '../shared/style/tokens.js';
import { defaultDisplay } from '../shared/text/display.js';

/** An agent has no time to read more before the greeting. */
const mostNotices = 3;

/** As wide as three usual notices, so that the skeleton wraps into as many rows. */
const skeletonBars = html`<div class="notices" aria-hidden="true">
  <span class="skeleton-bar"></span><span class="skeleton-bar"></span><span class="skeleton-bar"></span>
</div>`;

/**
 * Insights as short notices, most urgent first. A notice shows its entries when pressed. Notices after the third are
 * folded.
 *
 * @fires {NoticeEvent} wayline-notice - The agent opened or closed a notice.
 * @csspart notice - One notice.
 * @csspart more - The button that shows the other notices.
 */
export class WaylineNotices extends LitElement {
  static override readonly styles = [
    tokens,
    controls,
    skeleton,
    css`
      :host {
        display: block;
      }

      .notices {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
      }

      button {
        padding: 2px 9px;
        border: 1px solid var(--_edge);
        border-radius: 99px;
        font-size: 12px;
        line-height: 18px;
        font-weight: 500;
        text-align: start;
        overflow-wrap: anywhere;
      }

      .warn {
        background: var(--_warn-bg);
        color: var(--_warn);
      }

      .bad {
        background: var(--_bad-bg);
        color: var(--_bad);
      }

      .plain {
        border-color: var(--_line);
        background: var(--_bg-sunken);
        color: var(--_text-2);
      }

      button:hover,
      [aria-pressed='true'] {
        border-color: currentColor;
      }

      [aria-pressed='true'] {
        box-shadow: inset 0 0 0 1px currentColor;
      }

      .skeleton-bar {
        inline-size: 130px;
        block-size: 24px;
        border-radius: 99px;
      }
    `,
  ];

  /** The insights, most urgent first. */
  @property({ attribute: false }) insights: readonly Insight[] = [];

  /** The insight whose entries are shown. */
  @property({ attribute: false }) shown: InsightKind | undefined;

  /** Whether insights are still loading; then a skeleton keeps the space. Default: off. */
  @property({ type: Boolean }) loading = false;

  @property({ attribute: false }) display = defaultDisplay;

  @state() private unfolded = false;

  protected override render(): TemplateResult | typeof nothing {
    const { insights, loading } = this;
    const { messages } = this.display;
    const shown = this.unfolded ? insights : insights.slice(0, mostNotices);
    const more = insights.length - shown.length;
    if (insights.length > 0) {
      return html`<div class="notices" role="group" aria-label=${messages.insights.label}>
        ${repeat(
          shown,
          ({ kind }) => kind,
          (insight) => this.#notice(insight),
        )}
        ${more > 0 ? this.#more(more) : nothing}
      </div>`;
    }
    return loading ? skeletonBars : nothing;
  }

  #more(count: number) {
    const { more, moreShort } = this.display.messages.insights;
    return html`<button class="plain" part="more" type="button" title=${more({ count })} @click=${this.#unfold}>
      ${moreShort({ count })}<span class="visually-hidden">, ${more({ count })}</span>
    </button>`;
  }

  /** The pressed button disappears, so the focus moves to the first notice it showed. */
  readonly #unfold = async () => {
    this.unfolded = true;
    await this.updateComplete;
    this.renderRoot.querySelectorAll('button')[mostNotices]?.focus();
  };

  #notice(insight: Insight) {
    const notice = insightText(insight, this.display.messages);
    return html`<button
      class=${toneOf(insight)}
      part="notice"
      type="button"
      aria-label=${this.display.messages.insights.show({ count: insight.keys.length, notice })}
      aria-pressed=${insight.kind === this.shown ? 'true' : 'false'}
      @click=${() => this.dispatchEvent(new NoticeEvent(insight))}
    >
      ${notice}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wayline-notices': WaylineNotices;
  }
}
