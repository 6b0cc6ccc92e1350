import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { payloadFields, type EventField } from '../../domain/event/event-fields.js';
import { envelopeFields } from '../../domain/event/envelope-fields.js';
import type { JourneyEvent } from '../../domain/event/event.js';
import type { AliasKind } from '../../domain/person/person.js';
import { noTerms } from '../../domain/search/no-terms.js';
import { transcriptOf, type Utterance } from '../../domain/event/transcript.js';
import { fullEnglish } from '../../i18n/messages-in.js';
import type { Messages } from '../../i18n/messages.js';
import { controls } from '../shared/style/controls.js';
import { definitions } from '../shared/style/definition-list.js';
import { exactTime } from '../shared/text/exact-time.js';
import { shorten } from '../shared/text/humanise.js';
import { icon } from '../shared/icons/icon.js';
import { highlightedText, highlightStyle } from '../shared/text/highlighted-text.js';
import { rawKey, ToggleEntryEvent } from '../shared/events/toggle-entry-event.js';
import { tokens } from '../shared/style/tokens.js';

/** A stranger's payload may have any number of fields; beyond these they are read in the raw data. */
const mostRows = 200;

/** Characters of the raw data: a browser needs seconds to lay out megabytes. */
const longestRaw = 200_000;

/**
 * Everything one event says: its payload, its envelope, and on demand the transcript and the raw data.
 *
 * @fires {ToggleEntryEvent} wayline-toggle-entry - The raw data was opened or closed.
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

  /** The event to lay open. */
  @property({ attribute: false }) event: JourneyEvent | undefined;

  /** Epoch milliseconds, for "3 hours ago". */
  @property({ attribute: false }) now = 0;

  /** IANA zone the customer lives in, where it is known. */
  @property({ attribute: false }) customerZone: string | undefined;

  /** IANA zone of the agent; the browser's own when undefined. */
  @property({ attribute: false }) zone: string | undefined;

  /** BCP 47 tag. */
  @property({ attribute: false }) locale = 'en';

  @property({ attribute: false }) messages: Messages = fullEnglish;

  /** What the agent searches for: marked wherever it stands. */
  @property({ attribute: false }) terms: readonly string[] = noTerms;

  /** Whether the raw data is shown; always of what cannot be read. */
  @property({ attribute: false }) rawShown = false;

  @state() private transcriptShown = false;

  #transcript: readonly Utterance[] | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('event')) return;
    this.#transcript = this.event && transcriptOf(this.event);
    this.transcriptShown = false;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { event, messages } = this;
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
        // A long text scrolls, so the keyboard must be able to reach it.
        rawShown
          ? html`<pre id="raw" part="raw" tabindex="0" role="region" aria-label=${messages.details.raw} dir="ltr">
${highlightedText(shorten(rawText(event, messages.details.tooDeep), longestRaw), this.terms)}</pre>`
          : nothing
      }`;
  }

  #details(event: JourneyEvent) {
    const { details, separator } = this.messages;
    const payload = payloadFields(event);
    const origin = { event: '', payload: details.timePayload, received: details.timeReceived }[event.timeFrom];
    const time = [exactTime(event.time, this.now || Date.now(), this), origin].filter(Boolean).join(separator);
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

  /** Through which of the customer's addresses it came, and of what kind that is. */
  #aliasOf({ identity, identityType }: JourneyEvent): string {
    const { aliasKinds, separator } = this.messages;
    const kind = Object.hasOwn(aliasKinds, identityType) ? aliasKinds[identityType as AliasKind] : identityType;
    return [identity, kind].filter(Boolean).join(separator);
  }

  #rows(rows: readonly EventField[]) {
    return html`<wayline-details
      part="fields"
      .rows=${rows}
      .terms=${this.terms}
      .messages=${this.messages}
    ></wayline-details>`;
  }

  #transcriptButton(turns: readonly Utterance[]) {
    const { messages, terms } = this;
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
              .messages=${messages}
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

/** Deep inside a stranger's data indentation alone would make megabytes, and deeper still nothing can write it down. */
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
