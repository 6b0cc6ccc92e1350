import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Insight, InsightKind } from '../../domain/timeline/insight.js';
import { fullEnglish } from '../../i18n/messages-in.js';
import type { Messages } from '../../i18n/messages.js';
import { controls } from '../shared/style/controls.js';
import { insightText, toneOf } from '../shared/text/describe-insight.js';
import { NoticeEvent } from '../shared/events/notice-event.js';
import { skeleton } from '../shared/style/skeleton.js';
import { tokens } from '../shared/style/tokens.js';

/** More than these an agent does not read before the greeting. */
const mostNotices = 3;

/** As wide as three usual ones, so that they break into as many rows. */
const skeletonBars = html`<div class="notices" aria-hidden="true">
  <span class="skeleton-bar"></span><span class="skeleton-bar"></span><span class="skeleton-bar"></span>
</div>`;

/**
 * What an agent should notice, in short phrases, the most urgent first; each shows the entries that prove it. Beyond three
 * the rest is folded away.
 *
 * @fires {NoticeEvent} wayline-notice - The agent wants to see the entries of a notice, or not any more.
 * @csspart notice - One notice.
 * @csspart more - The button that brings the rest.
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

  /** Most urgent first. */
  @property({ attribute: false }) insights: readonly Insight[] = [];

  /** Whose entries are shown now. */
  @property({ attribute: false }) shown: InsightKind | undefined;

  /** Whether nothing is known yet: a place is kept for what may come. */
  @property({ type: Boolean }) loading = false;

  @property({ attribute: false }) messages: Messages = fullEnglish;

  @state() private unfolded = false;

  protected override render(): TemplateResult | typeof nothing {
    const { insights, loading, messages } = this;
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
    const { more, moreShort } = this.messages.insights;
    return html`<button class="plain" part="more" type="button" title=${more({ count })} @click=${this.#unfold}>
      ${moreShort({ count })}<span class="visually-hidden">, ${more({ count })}</span>
    </button>`;
  }

  /** The button goes, so the focus goes on to what it has brought. */
  readonly #unfold = async () => {
    this.unfolded = true;
    await this.updateComplete;
    this.renderRoot.querySelectorAll('button')[mostNotices]?.focus();
  };

  #notice(insight: Insight) {
    const notice = insightText(insight, this.messages);
    return html`<button
      class=${toneOf(insight)}
      part="notice"
      type="button"
      aria-label=${this.messages.insights.show({ count: insight.keys.length, notice })}
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
