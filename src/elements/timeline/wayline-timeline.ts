import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Connection } from '../../domain/status/connection.js';
import { agentNames, type InteractionRecord } from '../../domain/interaction/interaction-record.js';
import type { Entry } from '../../domain/timeline/entry.js';
import { isActive, noFilter, type Filter } from '../../domain/timeline/filter.js';
import type { Gap } from '../../domain/status/gap.js';
import type { Insight } from '../../domain/timeline/insight.js';
import type { Loadable } from '../../domain/status/loadable.js';
import { noTerms } from '../../domain/search/no-terms.js';
import { staleSince } from '../../domain/status/staleness.js';
import { clockTime, dayHeading, dayKey } from '../../domain/time/format-time.js';
import type { TimelineView } from '../../domain/timeline/timeline.js';
import type { FirstMessages } from '../../i18n/messages.js';
import { AnnounceEvent } from '../shared/events/announce-event.js';
import { controls } from '../shared/style/controls.js';
import { VirtualFeedController } from '../feed/virtual-feed-controller.js';
import type { FeedDay, FeedLine } from '../feed/feed-layout.js';
import { linesOf } from '../feed/feed-lines.js';
import { FilterEvent, type EntryOrder } from '../shared/events/filter-event.js';
import { FocusController } from '../shared/controllers/focus-controller.js';
import { noIcons, type Icons } from '../shared/icons/icon-set.js';
import { OpenLookUpEvent } from '../shared/events/open-look-up-event.js';
import { skeleton } from '../shared/style/skeleton.js';
import { cssProperty } from '../shared/style/css-property.js';
import { NewsModel } from './news-model.js';
import { timelineNotes } from './timeline-notes.js';
import { timelineSkeleton } from './timeline-skeleton.js';
import { timelineStyle } from './timeline-style.js';
import type { ToggleEntryEvent } from '../shared/events/toggle-entry-event.js';
import { tokens } from '../shared/style/tokens.js';
import { WaylineEntry } from '../entry/wayline-entry.js';
import type { WaylineFilters } from '../filters/wayline-filters.js';
import { isLasting } from '../../domain/interaction/leg.js';
import { defaultDisplay, type Display } from '../shared/text/display.js';

const room = (side: 'top' | 'bottom', pixels: number) => cssProperty(`margin-${side}`, `${pixels}px`);

/**
 * A customer's entries below the bar with search and filters, under one heading per day. Only the visible entries are
 * in the DOM. New entries do not move what the agent is reading.
 *
 * @fires {RetryEvent} wayline-retry - The agent wants to load the history or a gap again, or to reconnect.
 * @fires {FilterEvent} wayline-filter - The agent changed the search, the filter or the order.
 * @fires {OpenLookUpEvent} wayline-open-look-up - The agent wants to look up another customer.
 * @csspart top - The bar with search, filters and the connection.
 * @csspart day - A day's heading.
 * @csspart new - The button that shows how many events are new.
 */
export class WaylineTimeline extends LitElement {
  static override readonly styles = [tokens, controls, skeleton, timelineStyle];

  /** The entries that the filter leaves. */
  @property({ attribute: false }) view: TimelineView | undefined;

  /** The active filter; default: none. */
  @property({ attribute: false }) filter: Filter = noFilter;

  /** Which end of the journey is at the top; default: the newest. */
  @property({ attribute: false }) order: EntryOrder = 'newest-first';

  /** Icons of the icon map and the icon library. */
  @property({ attribute: false }) icons: Icons = noIcons;

  /** The search terms of the entries shown; highlighted. Default: none. */
  @property({ attribute: false }) terms: readonly string[] = noTerms;

  /** Whether a search is running; default: off. */
  @property({ attribute: false }) searching = false;

  /** The status of the history; with `asOf`, the entries might be stale since that time. */
  @property({ attribute: false }) history: Loadable<unknown> | undefined;

  /** The gap to show between the entries. */
  @property({ attribute: false }) gap: Gap | undefined;

  /** The live connection. */
  @property({ attribute: false }) connection: Connection | undefined;

  /** The contact center's records by task ID: names of agents, wrap-up reason, CSAT score. */
  @property({ attribute: false }) records: ReadonlyMap<string, InteractionRecord> = new Map();

  /** Task ID of the agent's own interaction. */
  @property({ attribute: false }) currentTaskId: string | undefined;

  /** Whether to offer another look-up in an empty timeline; default: off. */
  @property({ type: Boolean, attribute: 'look-up' }) lookUp = false;

  /** Epoch milliseconds. */
  @property({ attribute: false }) now = 0;

  @property({ attribute: false }) display: Display<FirstMessages> = defaultDisplay;

  @state() private open: ReadonlySet<string> = new Set();

  @query('wayline-filters') private readonly filters!: WaylineFilters | null;

  @query('.end') private readonly end!: HTMLElement | null;

  readonly #feed = new VirtualFeedController(this);

  /** Replaced when the records change, so that entries update their names. */
  #agentName: (id: string) => string | undefined = () => undefined;

  readonly #news = new NewsModel();

  /** The insight that this update opens. */
  #shows: Insight | undefined;

  /** The last announcement about the filter. */
  #matched = '';

  constructor() {
    super();
    new FocusController(
      this,
      (element) => (element instanceof WaylineEntry ? element.entry?.key : undefined),
      (key) => [...this.renderRoot.querySelectorAll('wayline-entry')].find(({ entry }) => entry?.key === key),
    );
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('records')) this.#nameAgents();
    this.#shows = changed.has('filter') ? opensIn(this.filter, changed.get('filter')) : undefined;
    if (this.#shows?.keys.length === 1) this.open = new Set(this.#shows.keys);
    if (changed.has('view') || changed.has('history')) {
      this.#tellNews(changed.has('filter') || changed.has('terms'));
    }
  }

  /** When the agent opens an insight, scrolls to its newest entry. */
  protected override updated(): void {
    if (this.#shows !== undefined) this.#toNewest();
    const matching = this.#matching();
    if (matching !== this.#matched) this.dispatchEvent(new AnnounceEvent('matching', () => matching));
    this.#matched = matching;
  }

  protected override render(): TemplateResult {
    const { messages } = this.display;
    return html`<section
      aria-label=${messages.timeline.label}
      aria-busy=${this.history?.status === 'loading' ? 'true' : 'false'}
    >
      <div class="top" part="top">${this.#top()}</div>
      ${timelineNotes(this, (this.view?.total ?? 0) > 0)}${this.#entries()}
    </section>`;
  }

  #top() {
    const { filter, order, searching, view } = this;
    const status = this.history?.status;
    const connection =
      // Before anything is loaded, "off" would look like an error.
      status === 'idle'
        ? nothing
        : html`<wayline-connection
            exportparts="connection"
            .connection=${this.connection}
            .display=${this.display}
          ></wayline-connection>`;
    if (view === undefined || view.total === 0) {
      return html`${status === 'loading' || status === 'idle' ? html`<span class="skeleton-bar"></span>` : nothing}
        <div class="state"><span class="total">${this.#asOf()}</span>${connection}</div>`;
    }
    const display = this.display as Display; // the other texts are loaded together with the element
    return html`<wayline-filters
      exportparts="search, chips, panel"
      .filter=${filter}
      .counts=${view.counts}
      .shown=${view.shown.length}
      .total=${view.total}
      .order=${order}
      .busy=${searching}
      .display=${display}
      @wayline-filter=${this.#filtered}
    >
      <div class="state"><span class="total">${this.#asOf()}</span>${connection}</div>
    </wayline-filters>`;
  }

  /** The time since which the entries might be stale; empty if a note already says so. */
  #asOf(): string {
    const { connection, history } = this;
    const { locale, messages, zone } = this.display;
    const since = history?.status === 'failed' ? undefined : staleSince(history, connection);
    return since === undefined ? '' : messages.asOf({ time: clockTime(since, zone, locale) });
  }

  /** How many entries the filter leaves, as text; empty during a search and without a filter. */
  #matching(): string {
    const { filter, searching, view } = this;
    const { messages } = this.display;
    if (view === undefined || searching || !isActive(filter)) return '';
    return messages.filters?.matching({ count: view.shown.length, total: view.total }) ?? '';
  }

  #entries() {
    const { filter, gap, history, order, searching, view } = this;
    const { messages, zone } = this.display;
    const lines = linesOf(view?.shown ?? [], filter.only === undefined ? gap : undefined);
    // On every update: the count needs to know which entries were in view before.
    const news = this.#news.unseen(view?.shown ?? [], this.now);
    const { after, current, days, length } = this.#feed.layOut(lines, order, zone, news > 0);
    if (length > 0) {
      return html`${this.#newEvents(news)}
        <div class="feed" @wayline-toggle-entry=${this.#toggled} @keydown=${this.#keyed}>
          <div role="feed" aria-label=${messages.timeline.label} aria-busy=${searching ? 'true' : 'false'}>
            ${repeat(
              days,
              ({ key }) => key,
              (day) => this.#day(day, length, current),
            )}
          </div>
          <p class="end" tabindex="-1" ${room('top', after)}>
            ${history?.status === 'loading' ? messages.timeline.loadingMore : messages.timeline.end}
          </p>
        </div>`;
    }
    if (isActive(filter) && (view?.total ?? 0) > 0) {
      return html`<p class="empty"><b>${messages.timeline.nothingFound}</b>${messages.timeline.nothingFoundText}</p>`;
    }
    if (history?.status === 'ready') {
      return html`<p class="empty">
        <b>${messages.timeline.emptyTitle}</b>${messages.timeline.emptyText}${this.#lookUp()}
      </p>`;
    }
    return history?.status === 'failed' ? nothing : timelineSkeleton(messages);
  }

  #lookUp() {
    const words = this.display.messages.lookUp?.other;
    if (!this.lookUp || words === undefined) return nothing;
    return html`<button class="look-up button" type="button" @click=${() => this.dispatchEvent(new OpenLookUpEvent())}>
      ${words}
    </button>`;
  }

  #day({ after, before, day, lines }: FeedDay, length: number, current: number) {
    const { relative, full } = dayHeading(day, dayKey(this.now, this.display.zone), this.display.locale);
    const heading = [relative, full].filter(Boolean).join(' ');
    return html`<div class="day" ${room('top', before)}>
      <div class="heading" part="day" aria-hidden="true">
        <span>${relative}</span> <span class="muted">${full}</span>
      </div>
      ${repeat(
        lines,
        ({ line }) => line.key,
        (drawn, index) =>
          drawn.line.kind === 'gap'
            ? this.#gap(drawn, drawn.line.gap, length)
            : this.#entry(drawn, drawn.line, length, index === 0 ? heading : '', drawn.place === current),
      )}
      <div ${room('top', after)}></div>
    </div>`;
  }

  #entry({ before, place }: FeedLine, entry: Entry, length: number, heading: string, current: boolean) {
    const { currentTaskId, now, open, records, terms } = this;
    const interaction = entry.kind === 'interaction' ? entry.interaction : undefined;
    const lasting = interaction !== undefined && isLasting(interaction.legs);
    return html`<wayline-entry
      exportparts="entry, title, details, fields, raw, transcript"
      class="line"
      ${room('top', before)}
      .entry=${entry}
      .open=${open.has(entry.key)}
      .openEvents=${open}
      .record=${interaction && records.get(interaction.taskId)}
      .agentName=${this.#agentName}
      .current=${current}
      .position=${place + 1}
      .setSize=${length}
      .heading=${heading}
      .terms=${terms}
      .currentTaskId=${currentTaskId}
      .now=${lasting || open.has(entry.key) ? now : 0}
      .display=${this.display}
      .icons=${this.icons}
    ></wayline-entry>`;
  }

  #gap({ before, place }: FeedLine, gap: Gap, length: number) {
    const { connection, history } = this;
    return html`<wayline-gap
      exportparts="gap"
      class="line"
      role="article"
      aria-posinset=${place + 1}
      aria-setsize=${length}
      ${room('top', before)}
      .gap=${gap}
      .loading=${history?.status === 'loading' || connection?.status === 'catching-up'}
      .display=${this.display}
    ></wayline-gap>`;
  }

  #newEvents(count: number) {
    const { order, view } = this;
    const { messages } = this.display;
    if (count === 0 || this.#feed.showsNewest) {
      this.#news.see(view?.shown ?? [], this.now);
      return nothing;
    }
    return html`<div class="pill">
      <button type="button" part="new" @click=${this.#toNewest}>
        <span aria-hidden="true">${order === 'newest-first' ? '↑' : '↓'}</span>
        ${messages.timeline.newEvents({ count })}
      </button>
    </div>`;
  }

  #nameAgents(): void {
    const names = agentNames(this.records.values());
    this.#agentName = (id) => names.get(id);
  }

  #tellNews(filtered: boolean): void {
    const settled = this.history?.status === 'ready' || this.history?.status === 'failed';
    const news = this.#news.follow(this.view?.shown ?? [], settled, filtered, this.now);
    const words = (count: number) => this.display.messages.timeline.newEvents({ count });
    if (news > 0) this.dispatchEvent(new AnnounceEvent('news', words, news));
  }

  readonly #filtered = ({ filter, order }: FilterEvent) => this.dispatchEvent(new FilterEvent(filter, order));

  readonly #toNewest = () => this.#feed.reveal(this.order === 'newest-first' ? 0 : this.#feed.length - 1, true);

  readonly #toggled = ({ key, open }: ToggleEntryEvent) => {
    const keys = new Set(this.open);
    if (open) keys.add(key);
    else keys.delete(key);
    this.open = keys;
  };

  /** Focuses the end of the feed after the update, and scrolls again when all sizes are measured. */
  #toEnd(): void {
    this.#feed.reveal(this.#feed.length - 1, true);
    requestAnimationFrame(() => {
      this.end?.focus();
      requestAnimationFrame(() => this.end?.scrollIntoView({ block: 'nearest' }));
    });
  }

  /** Keys of a feed: Page Up and Page Down move by entry, rendered or not; Ctrl+Home and Ctrl+End leave the feed. */
  readonly #keyed = (event: KeyboardEvent) => {
    const { focused = this.#feed.length } = this.#feed;
    const steps: Readonly<Record<string, () => void>> =
      event.ctrlKey || event.metaKey
        ? { Home: () => this.filters?.focus(), End: () => this.#toEnd() }
        : {
            PageDown: () => this.#feed.reveal(focused + 1, true),
            PageUp: () => this.#feed.reveal(focused - 1, true),
          };
    const step = steps[event.key];
    if (step === undefined || event.altKey || event.shiftKey) return;
    event.preventDefault();
    step();
  };

  /** Runs a shortcut of the widget. Returns false if there is nothing to act on yet. */
  press(shortcut: 'search' | 'filters' | 'newest'): boolean {
    if (shortcut === 'newest') {
      if (this.#feed.length > 0) this.#toNewest();
      return this.#feed.length > 0;
    }
    const { filters } = this;
    if (filters === null || !filters.matches(':defined')) return false;
    if (shortcut === 'search') filters.search();
    else filters.toggle();
    return true;
  }
}

/** The insight that this filter shows and the previous filter did not. */
const opensIn = ({ only }: Filter, before: Filter | undefined): Insight | undefined =>
  only?.insight.kind === before?.only?.insight.kind ? undefined : only?.insight;

declare global {
  interface HTMLElementTagNameMap {
    'wayline-timeline': WaylineTimeline;
  }
}
