import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Connection } from '../domain/connection.js';
import type { Gap } from '../domain/gap.js';
import type { Section } from '../domain/section.js';
import { staleSince } from '../domain/staleness.js';
import { clockTime, dayHeading, dayKey } from '../domain/time.js';
import type { Entry } from '../domain/entry.js';
import { withGap, type GapLine, type TimelineDay } from '../domain/timeline.js';
import { en } from '../i18n/en.js';
import type { Messages } from '../i18n/messages.js';
import { AnnouncementController } from './announcement-controller.js';
import { controls } from './controls.js';
import { errorNote } from './error-note.js';
import { FocusController } from './focus-controller.js';
import { firstEntries, newerThan, newestTime } from './shown-days.js';
import { skeleton } from './skeleton.js';
import { timelineStyle } from './timeline-style.js';
import { tokens } from './tokens.js';
import { WaylineEntry, type ToggleEntryEvent } from './wayline-entry.js';

/**
 * A customer's events, newest first, one heading per day, with how the live connection stands.
 *
 * @fires {RetryEvent} wayline-retry - The agent wants history, what a gap left out, or the live connection tried again.
 * @csspart top - The line with the count and the connection.
 * @csspart day - A day's heading.
 */
export class WaylineTimeline extends LitElement {
  static override readonly styles = [tokens, controls, skeleton, timelineStyle];

  /** Newest first. */
  @property({ attribute: false }) days: readonly TimelineDay[] = [];

  /** How the reading of past events stands; `asOf` tells since when what is shown may be stale. */
  @property({ attribute: false }) history: Section<unknown> | undefined;

  /** Where events may be missing; stands at its place among the entries. */
  @property({ attribute: false }) gap: Gap | undefined;

  /** How the live connection stands. */
  @property({ attribute: false }) connection: Connection | undefined;

  /** How many events there are in all; not told when undefined. */
  @property({ attribute: false }) total: number | undefined;

  /** How many entries are shown at first, and how many more at each "Show more". */
  @property({ type: Number }) limit = 50;

  /** The agent's own contact. */
  @property({ attribute: false }) currentTaskId: string | undefined;

  /** Epoch milliseconds. */
  @property({ attribute: false }) now = 0;

  /** IANA zone in which days begin and times are told; the browser's own when undefined. */
  @property({ attribute: false }) zone: string | undefined;

  /** BCP 47 tag for days and times. */
  @property({ attribute: false }) locale = 'en';

  @property({ attribute: false }) messages: Messages = en;

  @state() private portions = 1;

  @state() private open: ReadonlySet<string> = new Set();

  readonly #announcement = new AnnouncementController(this);

  constructor() {
    super();
    new FocusController(
      this,
      (element) => (element instanceof WaylineEntry ? element.entry?.key : undefined),
      (key) => [...this.renderRoot.querySelectorAll('wayline-entry')].find(({ entry }) => entry?.key === key),
    );
  }

  /** Time of the newest event the agent was told about; `undefined` while a customer's history is on its way. */
  #told: number | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('days') || changed.has('history')) this.#tellNews();
  }

  protected override render(): TemplateResult {
    const { messages } = this;
    return html`<section
      aria-label=${messages.timeline.label}
      aria-busy=${this.history?.status === 'loading' ? 'true' : 'false'}
    >
      <div class="top" part="top">
        <span class="total">${this.#total()}</span>
        ${
          // Before anything was asked for, "off" would be a false alarm.
          this.history?.status === 'idle'
            ? nothing
            : html`<wayline-connection .connection=${this.connection} .messages=${messages}></wayline-connection>`
        }
      </div>
      ${this.#notes()}
      <div class="feed" @wayline-toggle-entry=${this.#toggled}>${this.#feed()}</div>
      <p class="visually-hidden" role="status">
        ${this.#announcement.count === 0 ? nothing : messages.timeline.newEvents(this.#announcement.count)}
      </p>
    </section>`;
  }

  /** How many events there are; and as of when, unless a note says so already. */
  #total(): string {
    const { connection, history, locale, messages, total, zone } = this;
    const since = history?.status === 'failed' ? undefined : staleSince(history, connection);
    return [
      total === undefined ? '' : messages.timeline.total(total),
      since === undefined ? '' : messages.asOf(clockTime(since, zone, locale)),
    ]
      .filter(Boolean)
      .join(messages.separator);
  }

  #feed() {
    const { gap, history, limit, messages, portions, zone } = this;
    const days = withGap(this.days, gap, zone);
    if (days.length > 0) {
      return html`${repeat(
          firstEntries(days, limit * portions),
          ({ day }) => day,
          (day) => this.#day(day),
        )}
        <div class="end">${this.#end()}</div>`;
    }
    if (history?.status === 'ready') {
      return html`<p class="empty"><b>${messages.timeline.emptyTitle}</b>${messages.timeline.emptyText}</p>`;
    }
    return history?.status === 'failed' ? nothing : this.#bones();
  }

  #day({ day, entries }: TimelineDay<Entry | GapLine>) {
    const { relative, full } = dayHeading(day, dayKey(this.now, this.zone), this.locale);
    return html`<section>
      <h3 part="day"><span>${relative}</span> <span class="muted">${full}</span></h3>
      <ol role="list">
        ${repeat(
          entries,
          ({ key }) => key,
          (line) => html`<li>${line.kind === 'gap' ? this.#gap(line.gap) : this.#entry(line)}</li>`,
        )}
      </ol>
    </section>`;
  }

  #entry(entry: Entry) {
    const { currentTaskId, locale, messages, now, zone } = this;
    return html`<wayline-entry
      .entry=${entry}
      .open=${this.open.has(entry.key)}
      .currentTaskId=${currentTaskId}
      .now=${now}
      .zone=${zone}
      .locale=${locale}
      .messages=${messages}
    ></wayline-entry>`;
  }

  #gap(gap: Gap) {
    const { connection, history, locale, messages, zone } = this;
    return html`<wayline-gap
      .gap=${gap}
      .loading=${history?.status === 'loading' || connection?.status === 'catching-up'}
      .zone=${zone}
      .locale=${locale}
      .messages=${messages}
    ></wayline-gap>`;
  }

  #end() {
    const { days, history, limit, messages, portions } = this;
    const left = days.reduce((count, { entries }) => count + entries.length, 0) - limit * portions;
    const more =
      left > 0
        ? html`<button class="button" type="button" @click=${() => (this.portions = portions + 1)}>
            ${messages.timeline.more(Math.min(left, limit))}
          </button>`
        : nothing;
    return html`${more}${history?.status === 'loading' ? html`<span>${messages.timeline.loadingMore}</span>` : nothing}`;
  }

  #notes() {
    const { days, history, locale, messages, zone } = this;
    if (history?.status !== 'failed') return this.#liveNote();
    const { failed, failedOlder } = messages.timeline;
    const since = staleSince(history);
    const asOf = since === undefined ? '' : messages.showingAsOf(clockTime(since, zone, locale));
    const note = errorNote(days.length > 0 ? failedOlder : failed, history.error, 'history', messages, asOf);
    return html`${note}${this.#liveNote()}`;
  }

  #liveNote() {
    const { connection, messages } = this;
    if (connection?.status !== 'signed-out' && connection?.status !== 'polling') return nothing;
    const { notLive, polled } = messages.timeline;
    return errorNote(notLive, connection.error, 'live', messages, connection.status === 'polling' ? polled : '');
  }

  #bones() {
    return html`<div class="rows" aria-hidden="true">
        ${Array.from(
          { length: 4 },
          () =>
            html`<div class="row">
              <span class="bone round"></span>
              <div><span class="bone"></span><span class="bone"></span></div>
            </div>`,
        )}
      </div>
      <span class="visually-hidden">${this.messages.loading}</span>`;
  }

  /** Past events that arrive page by page are no news, nor is the first sight of another customer. */
  #tellNews(): void {
    const settled = this.history?.status === 'ready' || this.history?.status === 'failed';
    if (settled && this.#told !== undefined) this.#announcement.add(newerThan(this.days, this.#told));
    this.#told = settled ? newestTime(this.days) : undefined;
  }

  readonly #toggled = ({ key, open }: ToggleEntryEvent) => {
    const keys = new Set(this.open);
    if (open) keys.add(key);
    else keys.delete(key);
    this.open = keys;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'wayline-timeline': WaylineTimeline;
  }
}
