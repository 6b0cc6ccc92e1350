import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { payloadFields, type EventField } from '../../domain/event/event-fields.js';
import { envelopeFields } from '../../domain/event/envelope-fields.js';
import type { JourneyEvent } from '../../domain/event/event.js';
import type { AliasKind } from '../../domain/person/person.js';
import { noTerms } from '../../domain/search/no-terms.js';
import { transcriptOf, type Utterance } from '../../domain/event/transcript.js';
import { controls } from '../shared/style/controls.js';
import { definitions } from '../shared/style/definition-list.js';
import { exactTime } from '../shared/text/exact-time.js';
import { shorten } from '../shared/text/humanise.js';
import { icon } from '../shared/icons/icon.js';
import { highlightedText, highlightStyle } from '../shared/text/highlighted-text.js';
import { rawKey, ToggleEntryEvent } from '../shared/events/toggle-entry-event.js';
import { tokens } from '../shared/style/tokens.js';
import { defaultDisplay } from '../shared/text/display.js';

/** An external payload can have any number of fields. Further fields are in the raw data. */
const mostRows = 200;

/** Most characters of raw data: browsers need seconds to lay out megabytes. */
const longestRaw = 200_000;

/**
 * The details of one event: payload, envelope, and on demand the transcript and the raw data.
 *
 * @fires {ToggleEntryEvent} wayline-toggle-entry - The agent opened or closed the raw data.
 * @csspart fields - The lists of fields.
 * @csspart raw - The raw data.
 */
export class WaylineEvent extends LitElement {
  static override readonly styles = [
    tokens,
    controls,
    definitions,
    highlightStyle,
    css`
      :host {
        display: block;
      }

      pre {
        margin: 4px 0 0;
        padding: 8px 10px;
        max-block-size: 320px;
        overflow: auto;
        border-radius: 8px;
        background: var(--_bg-sunken);
        color: var(--_text);
        font:
          12px/18px ui-monospace,
          SFMono-Regular,
          Menlo,
          Consolas,
          monospace;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        unicode-bidi: isolate;
      }

      .fold {
        margin-block-start: 4px;
      }

      .transcript {
        display: inline-flex;
        gap: 6px;
        align-items: center;
        margin-block-end: 4px;
      }
    `,
  ];

  /** The event to show. */
  @property({ attribute: false }) event: JourneyEvent | undefined;

  /** Epoch milliseconds, for "3 hours ago". */
  @property({ attribute: false }) now = 0;

  @property({ attribute: false }) display = defaultDisplay;

  /** The search terms to highlight; default: none. */
  @property({ attribute: false }) terms: readonly string[] = noTerms;

  /** Whether the raw data is shown; default: off. An unreadable event always shows it. */
  @property({ attribute: false }) rawShown = false;

  @state() private transcriptShown = false;

  #transcript: readonly Utterance[] | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('event')) return;
    this.#transcript = this.event && transcriptOf(this.event);
    this.transcriptShown = false;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { event } = this;
    const { messages } = this.display;
    if (event === undefined) return nothing;
    const rawShown = this.rawShown || !event.readable;
    return html`${event.readable ? this.#details(event) : nothing}
      <button
        class="fold"
        type="button"
        aria-expanded=${rawShown ? 'true' : 'false'}
        aria-controls="raw"
        @click=${() => this.#toggleRaw(event)}
      >
        ${messages.details.raw} ${icon('chevron')}
      </button>
      ${
        // Long text scrolls, so it needs a Tab stop for keyboard users.
        rawShown
          ? html`<pre id="raw" part="raw" tabindex="0" role="region" aria-label=${messages.details.raw} dir="ltr">
${highlightedText(shorten(rawText(event, messages.details.tooDeep), longestRaw), this.terms)}</pre>`
          : nothing
      }`;
  }

  #details(event: JourneyEvent) {
    const { details, separator } = this.display.messages;
    const payload = payloadFields(event);
    const origin = { event: '', payload: details.timePayload, received: details.timeReceived }[event.timeFrom];
    const time = [exactTime(event.time, this.now || Date.now(), this.display), origin].filter(Boolean).join(separator);
    const left = payload.length - mostRows;
    return html`${this.#transcript === undefined ? nothing : this.#transcriptButton(this.#transcript)}
      ${this.#rows([
        ...payload.slice(0, mostRows),
        { label: details.time, value: time },
        ...(event.identity === '' ? [] : [{ label: details.alias, value: this.#aliasOf(event) }]),
      ])}
      ${left > 0 ? html`<p class="muted">${details.more({ count: left })}</p>` : nothing}
      <h4>${details.envelope}</h4>
      ${this.#rows(envelopeFields(event).slice(0, mostRows))}`;
  }

  /** The customer's alias in the event, and its kind. */
  #aliasOf({ identity, identityType }: JourneyEvent): string {
    const { aliasKinds, separator } = this.display.messages;
    const kind = Object.hasOwn(aliasKinds, identityType) ? aliasKinds[identityType as AliasKind] : identityType;
    return [identity, kind].filter(Boolean).join(separator);
  }

  #rows(rows: readonly EventField[]) {
    return html`<wayline-details
      part="fields"
      .rows=${rows}
      .terms=${this.terms}
      .display=${this.display}
    ></wayline-details>`;
  }

  #transcriptButton(turns: readonly Utterance[]) {
    const { terms } = this;
    const { messages } = this.display;
    return html`<button
        class="button transcript"
        type="button"
        aria-haspopup="dialog"
        @click=${() => (this.transcriptShown = true)}
      >
        ${icon('chat')} ${messages.details.transcript}
      </button>
      ${
        this.transcriptShown
          ? html`<wayline-transcript
              exportparts="transcript"
              .turns=${turns}
              .terms=${terms}
              .display=${this.display}
              @close=${() => (this.transcriptShown = false)}
            ></wayline-transcript>`
          : nothing
      }`;
  }

  #toggleRaw(event: JourneyEvent): void {
    this.rawShown = !this.rawShown;
    this.dispatchEvent(new ToggleEntryEvent(rawKey(event), this.rawShown));
  }
}

/**
 * Deeply nested external data is not indented, as indentation alone could be megabytes. Too deep for JSON: `depthLost`.
 */
function rawText({ raw }: JourneyEvent, depthLost: string): string {
  if (typeof raw === 'string') return raw;
  try {
    const text = JSON.stringify(raw);
    return /[[{]{40}|(?:[[{]"[^"]{0,99}":){40}/.test(text) ? text : JSON.stringify(raw, undefined, 2);
  } catch {
    return depthLost;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wayline-event': WaylineEvent;
  }
}
