import { html, LitElement, nothing, svg, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { binsInRange, rangeOfBins } from '../../domain/timeline/activity-range.js';
import { type Activity } from '../../domain/timeline/activity.js';
import type { TimeFrame } from '../../domain/timeline/filter.js';
import { barsOf } from './activity-bars.js';
import { activityDates, type ActivityDates } from './activity-dates.js';
import { activityStyle } from './activity-style.js';
import { channelColours } from '../shared/style/channel-colours.js';
import { controls } from '../shared/style/controls.js';
import { describeActivity, totalsOf, type ActivityTotals } from './describe-activity.js';
import { icon } from '../shared/icons/icon.js';
import { RangeDragController } from './range-drag-controller.js';
import { RangeEvent } from '../shared/events/range-event.js';
import { beforeNextPaint } from '../../platform/before-paint.js';
import { tokens } from '../shared/style/tokens.js';
import type { TimeRange } from '../../domain/time/time-range.js';
import { defaultDisplay } from '../shared/text/display.js';

const height = 40;

const steps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 7,
  PageDown: -7,
  Home: -Infinity,
  End: Infinity,
};

/**
 * The number of entries over time, as bars by channel. The agent chooses a range by dragging, or by keyboard with two
 * sliders. A change takes effect at once and fires an event. Empty without entries.
 *
 * @fires {RangeEvent} wayline-range - The agent chose a range, or the whole time frame again.
 * @csspart strip - The area with the bars.
 */
export class WaylineActivity extends LitElement {
  static override readonly styles = [tokens, controls, activityStyle, channelColours];

  /** The entries to show, by bin and channel. */
  @property({ attribute: false }) activity: Activity | undefined;

  /** The time frame of the bars; default: all. */
  @property({ attribute: false }) frame: TimeFrame = 'all';

  /** The chosen range; default: the whole time frame. */
  @property({ attribute: false }) range: TimeRange | undefined;

  @property({ attribute: false }) display = defaultDisplay;

  @query('.strip') private readonly strip!: HTMLElement | null;

  readonly #drag = new RangeDragController(this, {
    edges: () => this.activity?.edges ?? [],
    range: () => this.range,
    choose: (range) => this.#choose(range),
  });

  #totals: ActivityTotals | undefined;

  #dates: ActivityDates | undefined;

  /** The strip is less urgent than the entries, so its first update waits until they are painted. */
  protected override async scheduleUpdate(): Promise<void> {
    if (this.activity !== undefined && this.#totals === undefined) await new Promise<void>(beforeNextPaint);
    void super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { activity } = this;
    const { locale, zone } = this.display;
    if (changed.has('activity')) this.#totals = activity && totalsOf(activity);
    const known = changed.has('activity') ? changed.get('activity') : activity;
    if (known?.edges !== activity?.edges || changed.has('display'))
      this.#dates = activity && activityDates(activity.edges, zone, locale);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { activity, frame, range } = this;
    const { messages } = this.display;
    const [totals, dates] = [this.#totals, this.#dates];
    if (activity === undefined || totals === undefined || dates === undefined) return nothing;
    if (activity.edges.length < 2) return nothing;
    return html`<section aria-labelledby="heading">
      <div class="heading">
        <h3 id="heading">${messages.activity.headings[frame]}</h3>
        ${this.#clearButton(dates)}
      </div>
      <div
        class="strip ${range === undefined ? '' : 'chosen'}"
        part="strip"
        tabindex="-1"
        @pointerdown=${this.#drag.pressed}
        @pointermove=${this.#drag.moved}
        @pointerup=${this.#drag.released}
        @pointercancel=${this.#drag.cancel}
        @keydown=${this.#keyPressed}
      >
        ${this.#bars(activity, totals)}${this.#sliders(activity, dates)}
      </div>
      <div class="axis" aria-hidden="true">${dates.axis.map((label) => html`<span>${label}</span>`)}</div>
      <p class="visually-hidden">${describeActivity(activity, totals, dates, messages)}</p>
    </section>`;
  }

  protected override updated(): void {
    const edges = this.activity?.edges ?? [];
    const [first, end] = binsInRange(edges, this.range);
    const bins = edges.length - 1;
    this.strip?.style.setProperty('--_from', String(first / bins));
    this.strip?.style.setProperty('--_to', String(end / bins));
  }

  #clearButton(dates: ActivityDates) {
    if (this.range === undefined) return nothing;
    const words = dates.short(this.range);
    return html`<button
      class="clear"
      type="button"
      aria-label=${this.display.messages.activity.clear({ range: words })}
      @click=${this.#clear}
    >
      <span>${words}</span>${icon('remove')}
    </button>`;
  }

  #bars(activity: Activity, totals: ActivityTotals) {
    const [first, end] = binsInRange(activity.edges, this.range);
    const bins = activity.bins.length;
    return html`<svg class="bars" viewBox="0 0 ${bins} ${height}" preserveAspectRatio="none" aria-hidden="true">
      ${barsOf(activity, totals, height).map(([channel, outline]) => svg`<path class=${channel} d=${outline} />`)}
      ${this.range === undefined ? nothing : svg`<path class="rest" d="M0 0h${first}v${height}H0zM${end} 0H${bins}v${height}H${end}z" />`}
    </svg>`;
  }

  #sliders({ edges }: Activity, dates: ActivityDates) {
    const { from, to } = this.display.messages.activity;
    const [first, end] = binsInRange(edges, this.range);
    const [start = 0, stop = 0] = [edges[first], edges[end]];
    return html`<div
        class="thumb from"
        role="slider"
        tabindex="0"
        aria-label=${from}
        aria-valuemin="0"
        aria-valuemax=${end - 1}
        aria-valuenow=${first}
        aria-valuetext=${dates.start(start)}
      ></div>
      <div
        class="thumb to"
        role="slider"
        tabindex="0"
        aria-label=${to}
        aria-valuemin=${first + 1}
        aria-valuemax=${edges.length - 1}
        aria-valuenow=${end}
        aria-valuetext=${dates.end(stop)}
      ></div>`;
  }

  readonly #keyPressed = (event: KeyboardEvent) => {
    const { activity, range } = this;
    if (event.key === 'Escape') {
      if (this.#drag.cancel()) return;
      if (range !== undefined) this.#choose(undefined);
      return;
    }
    const step = steps[event.key];
    if (step === undefined || activity === undefined || !(event.target instanceof HTMLElement)) return;
    if (event.altKey || event.ctrlKey || event.metaKey || event.target.role !== 'slider') return;
    event.preventDefault();
    const { edges } = activity;
    const [first, end] = binsInRange(edges, range);
    const sign = event.key.match(/Left|Right/) && event.target.matches(':dir(rtl)') ? -1 : 1;
    const moved = (value: number, least: number, most: number) => Math.min(Math.max(value + sign * step, least), most);
    if (event.target.classList.contains('from')) this.#choose(rangeOfBins(edges, moved(first, 0, end - 1), end));
    else this.#choose(rangeOfBins(edges, first, moved(end, first + 1, edges.length - 1)));
  };

  /** The pressed button disappears, so the focus moves to the first slider. */
  #clear(): void {
    this.renderRoot.querySelector<HTMLElement>('.from')?.focus({ preventScroll: true });
    this.#choose(undefined);
  }

  #choose(range: TimeRange | undefined): void {
    if (range?.from === this.range?.from && range?.to === this.range?.to) return;
    this.range = range;
    this.dispatchEvent(new RangeEvent(range));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wayline-activity': WaylineActivity;
  }
}
