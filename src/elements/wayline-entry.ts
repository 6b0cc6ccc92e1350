import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { JourneyEvent } from '../domain/event.js';
import type { Interaction } from '../domain/interaction.js';
import { clockTime, durationText, fullDateTime } from '../domain/time.js';
import type { Entry } from '../domain/entry.js';
import { en } from '../i18n/en.js';
import type { Messages } from '../i18n/messages.js';
import { controls } from './controls.js';
import { courseBar } from './course-bar.js';
import { wasTaken } from './course.js';
import { definitions } from './definitions.js';
import { describe, eventTitle, type Description } from './describe-entry.js';
import { entryStyle } from './entry-style.js';
import { icon } from './icon.js';
import { linkedText } from './linked-text.js';
import { moment } from './moment.js';
import { tokens } from './tokens.js';

/** The agent opened or closed the details of an entry. */
export class ToggleEntryEvent extends Event {
  readonly key: string;
  readonly open: boolean;

  constructor(key: string, open: boolean) {
    super('wayline-toggle-entry', { bubbles: true, composed: true });
    this.key = key;
    this.open = open;
  }
}

/**
 * One line of the timeline: a contact with its course, or an event that stands alone; details on demand.
 *
 * @fires {ToggleEntryEvent} wayline-toggle-entry - The details were opened or closed.
 * @csspart entry - The card or row.
 * @csspart title - The button that opens the details.
 * @csspart details - What an open entry shows.
 */
export class WaylineEntry extends LitElement {
  static override readonly styles = [tokens, controls, definitions, entryStyle];

  /** What to show. */
  @property({ attribute: false }) entry: Entry | undefined;

  /** Whether the details are shown. */
  @property({ type: Boolean }) open = false;

  /** The agent's own contact: "with you since", instead of "with an agent since". */
  @property({ attribute: false }) currentTaskId: string | undefined;

  /** Epoch milliseconds: how far the leg that still lasts reaches. */
  @property({ attribute: false }) now = 0;

  /** IANA zone; the browser's own when undefined. */
  @property({ attribute: false }) zone: string | undefined;

  /** BCP 47 tag. */
  @property({ attribute: false }) locale = 'en';

  @property({ attribute: false }) messages: Messages = en;

  @state() private openEvents: ReadonlySet<string> = new Set();

  /** Focuses the button that opens the details; a new entry once it is drawn. */
  override focus(options?: FocusOptions): void {
    const focusTitle = () => this.shadowRoot?.querySelector<HTMLElement>('.title')?.focus(options);
    if (this.hasUpdated) focusTitle();
    else void this.updateComplete.then(focusTitle);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { entry, open } = this;
    if (entry === undefined) return nothing;
    const description = describe(entry, this);
    const interaction = entry.kind === 'interaction' ? entry.interaction : undefined;
    const course = interaction !== undefined && (interaction.outcome === 'ongoing' || wasTaken(interaction.legs));
    return html`<div class="item ${description.channel} ${open ? 'open' : ''}">
      <div class="rail"><span class="dot">${icon(description.icon)}</span></div>
      <div class="body ${course || open ? 'card' : ''}" part="entry">
        <div class="summary">
          ${this.#summary(description)} ${course ? courseBar(interaction.legs, this.now, this.messages) : nothing}
        </div>
        ${open ? html`<div class="details" id="details" part="details">${this.#details(entry)}</div>` : nothing}
      </div>
    </div>`;
  }

  #summary({ title, subtitle, tag }: Description) {
    return html`<div class="row">
        <div class="head">
          <button
            class="title"
            part="title"
            type="button"
            aria-expanded=${this.open ? 'true' : 'false'}
            aria-controls=${this.open ? 'details' : nothing}
            @click=${this.#toggle}
          >
            <bdi>${title}</bdi></button
          >${tag === undefined ? nothing : html`<span class="tag ${tag.tone}">${tag.text}</span>`}
        </div>
        ${this.#time()}
      </div>
      ${subtitle === '' ? nothing : html`<p class="subtitle" dir="auto">${subtitle}</p>`}`;
  }

  #time() {
    const { entry, locale, messages, zone } = this;
    const [from, to] = entry?.kind === 'interaction' ? spanOf(entry.interaction) : [entry?.time ?? 0, entry?.time ?? 0];
    const [start, end] = [clockTime(from, zone, locale), clockTime(to, zone, locale)];
    return html`<span class="time"
      >${moment(from, start === end ? start : messages.range(start, end), fullDateTime(from, zone, locale))}${icon('chevron')}</span
    >`;
  }

  #details(entry: Entry) {
    if (entry.kind === 'interaction') return this.#interactionDetails(entry.interaction);
    return this.#event(entry.event);
  }

  #interactionDetails(interaction: Interaction) {
    const { channels, details, directions, entry, outcomes } = this.messages;
    const { channel, direction, endedAt, events, outcome, queue, startedAt, taskId } = interaction;
    const rows = [
      [details.outcome, outcomes[outcome]],
      [details.queue, queue],
      [details.channel, channels[channel]],
      [details.direction, direction && directions[direction]],
      [details.started, fullDateTime(startedAt, this.zone, this.locale)],
      [details.ended, endedAt === undefined ? undefined : fullDateTime(endedAt, this.zone, this.locale)],
      [details.duration, endedAt === undefined ? undefined : durationText(endedAt - startedAt)],
      [details.taskId, taskId],
    ] as const;
    return html`<dl class="definitions">
        ${rows.map(([label, value]) =>
          value === undefined
            ? nothing
            : html`<dt>${label}</dt>
                <dd dir="auto">${linkedText(value)}</dd>`,
        )}
      </dl>
      <h4>${entry.events(events.length)}</h4>
      <ol role="list">
        ${repeat(
          events,
          ({ key }) => key,
          (event) => this.#nested(event),
        )}
      </ol>`;
  }

  #nested(event: JourneyEvent) {
    const open = this.openEvents.has(event.key);
    return html`<li>
      <button
        class="event"
        type="button"
        aria-expanded=${open ? 'true' : 'false'}
        @click=${() => this.#toggleEvent(event)}
      >
        <bdi>${eventTitle(event, this.messages)}</bdi>
        <span class="time"
          >${moment(event.time, clockTime(event.time, this.zone, this.locale, true))}${icon('chevron')}</span
        >
      </button>
      ${open ? html`<div class="within">${this.#event(event)}</div>` : nothing}
    </li>`;
  }

  #event(event: JourneyEvent) {
    const { locale, messages, zone } = this;
    return html`<wayline-event .event=${event} .zone=${zone} .locale=${locale} .messages=${messages}></wayline-event>`;
  }

  readonly #toggle = () => {
    this.open = !this.open;
    this.dispatchEvent(new ToggleEntryEvent(this.entry?.key ?? '', this.open));
  };

  #toggleEvent({ key }: JourneyEvent): void {
    const open = new Set(this.openEvents);
    if (!open.delete(key)) open.add(key);
    this.openEvents = open;
  }
}

/** From start to end where somebody took the contact; else the time it came in says enough. */
const spanOf = ({ endedAt, legs, startedAt }: Interaction): readonly [from: number, to: number] => [
  startedAt,
  endedAt !== undefined && wasTaken(legs) ? endedAt : startedAt,
];

declare global {
  interface HTMLElementTagNameMap {
    'wayline-entry': WaylineEntry;
  }
  interface HTMLElementEventMap {
    'wayline-toggle-entry': ToggleEntryEvent;
  }
}
