import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { eventsOf, type Entry } from '../../domain/timeline/entry.js';
import type { JourneyEvent } from '../../domain/event/event.js';
import { legAgentName } from '../../domain/interaction/leg-agent.js';
import type { InteractionRecord } from '../../domain/interaction/interaction-record.js';
import type { Interaction } from '../../domain/interaction/interaction.js';
import { noTerms } from '../../domain/search/no-terms.js';
import { wasAnswered } from '../../domain/interaction/answered.js';
import { clockTime, fullDateTime } from '../../domain/time/format-time.js';
import type { FirstMessages } from '../../i18n/messages.js';
import { channelColours } from '../shared/style/channel-colours.js';
import { controls } from '../shared/style/controls.js';
import { legBar } from './leg-bar.js';
import { definitions } from '../shared/style/definition-list.js';
import { describe, type Description } from './describe-entry.js';
import type { contactDetails } from './interaction-details.js';
import { entryStyle } from './entry-style.js';
import { iconColourStyle } from '../shared/icons/icon-colours.js';
import { icon } from '../shared/icons/icon.js';
import { noIcons, type Icons } from '../shared/icons/icon-set.js';
import { DeferredController } from '../shared/loading/deferred.js';
import { slot } from '../shared/loading/slot.js';
import { exactTimes } from '../shared/text/exact-time-slot.js';
import { highlightedText, highlighter, highlightStyle } from '../shared/text/highlighted-text.js';
import { timeElement } from '../shared/text/time-element.js';
import { rawKey, ToggleEntryEvent } from '../shared/events/toggle-entry-event.js';
import { tokens } from '../shared/style/tokens.js';
import type { Leg } from '../../domain/interaction/leg.js';
import { defaultDisplay, type Display } from '../shared/text/display.js';

/** Renders the details of an interaction. A slot, because it belongs to the deferred part. */
export const interactionDetails = slot<typeof contactDetails>();

/** Most fields with search matches that a closed entry shows. */
const mostFound = 3;

/**
 * One timeline entry: an interaction with its leg bar, or a single event; with details that can be opened. With a
 * `position` it is an article of a feed.
 *
 * @fires {ToggleEntryEvent} wayline-toggle-entry - The agent opened or closed the details, or a part of them.
 * @csspart entry - The card or row.
 * @csspart title - The button that opens the details.
 * @csspart details - The content of an open entry.
 * @csspart fields - The list of fields of a contact.
 */
export class WaylineEntry extends LitElement {
  static override readonly styles = [
    tokens,
    controls,
    definitions,
    highlightStyle,
    entryStyle,
    channelColours,
    iconColourStyle,
  ];

  /** The entry to show. */
  @property({ attribute: false }) entry: Entry | undefined;

  /** Whether the details are open; default: closed. */
  @property({ type: Boolean }) open = false;

  /** Keys of what is open in the details: events, and raw data (see {@link rawKey}). */
  @property({ attribute: false }) openEvents: ReadonlySet<string> = new Set();

  /** The search terms to highlight; default: none. */
  @property({ attribute: false }) terms: readonly string[] = noTerms;

  /** The position in the feed, from 1; `undefined` outside of a feed. */
  @property({ type: Number }) position: number | undefined;

  /** The number of entries in the feed; default: -1, unknown. */
  @property({ type: Number }) setSize = -1;

  /** Whether this entry is the Tab stop of the feed; default: off. */
  @property({ type: Boolean }) current = false;

  /** The heading of the day that starts with this entry, for screen readers; empty for other entries. */
  @property({ attribute: false }) heading = '';

  /** Task ID of the agent's own interaction: shows "with you since" instead of "with an agent since". */
  @property({ attribute: false }) currentTaskId: string | undefined;

  /** The contact center's record of the interaction. */
  @property({ attribute: false }) record: InteractionRecord | undefined;

  /** Returns the name of an agent by ID, for agents that the record does not name. */
  @property({ attribute: false }) agentName: (id: string) => string | undefined = () => undefined;

  /** Epoch milliseconds: the end of a running leg, and the base of "3 hours ago" in open details. Otherwise 0. */
  @property({ attribute: false }) now = 0;

  @property({ attribute: false }) display: Display<FirstMessages> = defaultDisplay;

  /** Icons of the icon map and the icon library. */
  @property({ attribute: false }) icons: Icons = noIcons;

  readonly #later = new DeferredController(this);

  /**
   * Whether an element inside has the focus. Then Shift+Tab skips the article, which would only repeat the same text.
   */
  @state() private focusInside = false;

  /** Focuses the article, or outside of a feed the button that opens the details. Waits for the first update. */
  override focus(options?: FocusOptions): void {
    const focusInside = () => {
      const target = this.position === undefined ? '.title' : '.item';
      this.shadowRoot?.querySelector<HTMLElement>(target)?.focus(options);
    };
    if (this.hasUpdated) focusInside();
    else void this.updateComplete.then(focusInside);
  }

  protected override willUpdate(): void {
    if (this.open) this.#later.need();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { current, entry, heading, open, position } = this;
    if (entry === undefined) return nothing;
    const description = describe(entry, {
      ...this.display,
      record: this.record,
      currentTaskId: this.currentTaskId,
      icons: this.icons,
    });
    const interaction = entry.kind === 'interaction' ? entry.interaction : undefined;
    const course = interaction !== undefined && (interaction.outcome === 'ongoing' || wasAnswered(interaction.legs));
    const inFeed = position !== undefined;
    return html`<div
      class="item ${description.colour ?? description.channel} ${open ? 'open' : ''}"
      role=${inFeed ? 'article' : nothing}
      tabindex=${inFeed ? (current && !this.focusInside ? 0 : -1) : nothing}
      aria-posinset=${position ?? nothing}
      aria-setsize=${inFeed ? this.setSize : nothing}
      aria-labelledby=${inFeed ? 'title time' : nothing}
      @focusin=${({ target, currentTarget }: Event) => (this.focusInside = target !== currentTarget)}
      @focusout=${() => (this.focusInside = false)}
    >
      ${heading === '' ? nothing : html`<h3 class="visually-hidden">${heading}</h3>`}${icon(description.icon)}
      <div class="body ${course || open ? 'card' : ''}" part="entry">
        ${this.#summary(description)}${open ? nothing : this.#found(eventsOf(entry), description)}
        ${course ? legBar(interaction.legs, this.now, this.#agentOf, this.display.messages) : nothing}
        ${open ? html`<div class="details" id="details" part="details">${this.#details(entry)}</div>` : nothing}
      </div>
    </div>`;
  }

  #summary({ title, subtitle, tag, mood }: Description) {
    return html`<button
        class="title"
        id="title"
        part="title"
        type="button"
        aria-expanded=${this.open ? 'true' : 'false'}
        aria-controls=${this.open ? 'details' : nothing}
        @click=${this.#toggle}
      >
        <bdi>${this.#marked(title)}</bdi>
        ${[tag, mood].map((each) => each && html`<span class="tag ${each.tone}">${this.#marked(each.text)}</span>`)}
      </button>
      ${this.#time()}${subtitle === '' ? nothing : html`<p class="subtitle" dir="auto">${this.#marked(subtitle)}</p>`}`;
  }

  #marked(text: string) {
    return highlightedText(text, this.terms);
  }

  #time() {
    const { entry } = this;
    const { locale, messages, zone } = this.display;
    const [from, to] = entry?.kind === 'interaction' ? spanOf(entry.interaction) : [entry?.time ?? 0, entry?.time ?? 0];
    const [start, end] = [clockTime(from, zone, locale), clockTime(to, zone, locale)];
    const full = fullDateTime(from, zone, locale);
    return timeElement(from, start === end ? start : messages.range({ from: start, to: end }), {
      id: 'time',
      full,
      exact: () => exactTimes.get()?.exactTime(from, Date.now(), this.display) ?? full,
      press: this.#toggle,
    });
  }

  /** The search matches in fields that the entry does not show. */
  #found(events: readonly JourneyEvent[], { title, subtitle, tag, mood }: Partial<Description>, most = mostFound) {
    const shown = [title, subtitle, tag?.text, mood?.text].join('\n');
    const found =
      this.terms.length === 0 ? undefined : highlighter.get()?.matchesInHiddenFields(shown, events, this.terms, most);
    if (found === undefined || found.length === 0) return nothing;
    return html`<dl class="definitions found">
      ${found.map(
        ({ label, value }) =>
          html`<dt dir="auto">${label}</dt>
            <dd dir="auto">${this.#marked(value)}</dd>`,
      )}
    </dl>`;
  }

  #details(entry: Entry) {
    if (this.#later.failed) return this.#notLoaded();
    if (entry.kind === 'event') return this.#event(entry.event);
    return interactionDetails.get()?.(entry.interaction, {
      ...{ agentName: this.agentName, agentOf: this.#agentOf, record: this.record, terms: this.terms },
      ...{ openEvents: this.openEvents, now: this.now || Date.now(), display: this.display as Display },
      toggle: (key, open) => this.#toggleInside(key, open),
      shownOf: (event) => this.#event(event),
      foundIn: (event, title) => this.#found([event], { title }, 1),
    });
  }

  readonly #agentOf = (leg: Leg) => legAgentName(leg, this.record, this.agentName);

  #event(event: JourneyEvent) {
    const { openEvents, terms } = this;
    const display = this.display as Display; // the other texts are loaded together with the element
    return html`<wayline-event
      exportparts="fields, raw, transcript"
      .event=${event}
      .rawShown=${openEvents.has(rawKey(event))}
      .terms=${terms}
      .now=${this.now}
      .display=${display}
      @wayline-toggle-entry=${this.#rawToggled}
    ></wayline-event>`;
  }

  #notLoaded() {
    const { partFailed, tryAgain } = this.display.messages;
    return html`<p class="muted">
      ${partFailed.title}
      <button class="link-button" type="button" @click=${this.#later.retry}>${tryAgain}</button>
    </p>`;
  }

  readonly #toggle = () => {
    this.open = !this.open;
    this.dispatchEvent(new ToggleEntryEvent(this.entry?.key ?? '', this.open));
  };

  readonly #rawToggled = ({ key, open }: ToggleEntryEvent) => this.#setOpen(key, open);

  #toggleInside(key: string, open: boolean): void {
    this.#setOpen(key, open);
    this.dispatchEvent(new ToggleEntryEvent(key, open));
  }

  #setOpen(key: string, open: boolean): void {
    const keys = new Set(this.openEvents);
    if (open) keys.add(key);
    else keys.delete(key);
    this.openEvents = keys;
  }
}

/** Start and end of an answered interaction; for all others, the start twice, because only the start is shown. */
const spanOf = ({ endedAt, legs, startedAt }: Interaction): readonly [from: number, to: number] => [
  startedAt,
  endedAt !== undefined && wasAnswered(legs) ? endedAt : startedAt,
];

declare global {
  interface HTMLElementTagNameMap {
    'wayline-entry': WaylineEntry;
  }
}
