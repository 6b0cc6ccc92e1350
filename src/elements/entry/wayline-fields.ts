import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { EventField } from '../../domain/event/event-fields.js';
import { noTerms } from '../../domain/search/no-terms.js';
import { AnnounceEvent } from '../shared/events/announce-event.js';
import { controls } from '../shared/style/controls.js';
import { definitions } from '../shared/style/definition-list.js';
import { shorten } from '../shared/text/humanise.js';
import { linkedText } from '../shared/text/linked-text.js';
import { highlightStyle } from '../shared/text/highlighted-text.js';
import { tokens } from '../shared/style/tokens.js';
import { defaultDisplay } from '../shared/text/display.js';

/** Most characters shown: browsers need seconds to lay out a megabyte. Copying copies the whole value. */
const longestValue = 10_000;

/**
 * A list of fields whose values can be copied.
 *
 * @fires {AnnounceEvent} wayline-announce - A value was copied, or selected where copying is not possible.
 */
export class WaylineFields extends LitElement {
  static override readonly styles = [
    tokens,
    controls,
    definitions,
    highlightStyle,
    css`
      :host {
        display: block;
      }

      .definitions {
        row-gap: 0;
      }

      dt,
      dd {
        padding-block: 3px;
      }

      dd {
        position: relative;
        padding-inline-end: 28px;
        white-space: normal;
      }

      bdi {
        white-space: pre-wrap;
      }

      .copy {
        position: absolute;
        inset-block-start: 0;
        inset-inline-end: 0;
        inline-size: 24px;
        block-size: 24px;
        border-radius: 4px;
        color: var(--_text-2);
      }

      .copy:hover {
        background: var(--_hover);
      }

      /* The copy icon is drawn with CSS: two hundred rows would need six hundred more elements. */
      .copy::before,
      .copy::after {
        content: '';
        position: absolute;
        inset: 5px auto auto 6px;
        inline-size: 9px;
        block-size: 10px;
        border: 1.5px solid currentColor;
        border-radius: 2px;
      }

      .copy::after {
        inset: 8px auto auto 9px;
        background: var(--_bg);
      }

      @media (hover: hover) {
        :not(:hover, :focus-within) > .copy {
          opacity: 0;
        }

        dt:hover + dd > .copy {
          opacity: 1;
        }
      }

      .told {
        margin-inline-start: 8px;
        color: var(--_ok);
        font-size: 12px;
        font-weight: 600;
      }
    `,
  ];

  /** The fields to show. */
  @property({ attribute: false }) rows: readonly EventField[] = [];

  /** The search terms to highlight; default: none. */
  @property({ attribute: false }) terms: readonly string[] = noTerms;

  @property({ attribute: false }) display = defaultDisplay;

  /** The result of the last copy, shown beside its row until the focus leaves the button. */
  @state() private told: { readonly row: number; readonly value: string; readonly words: string } | undefined;

  protected override render(): TemplateResult {
    return html`<dl class="definitions" @focusout=${() => (this.told = undefined)}>${this.rows.map(this.#row)}</dl>`;
  }

  readonly #row = ({ label, value }: EventField, row: number): TemplateResult =>
    html`<dt dir="auto">${shorten(label)}</dt>
      <dd>
        <bdi>${linkedText(shorten(value, longestValue), this.terms)}</bdi>
        <button
          class="copy"
          type="button"
          aria-label=${this.display.messages.details.copy({ label: shorten(label, 80) })}
          @click=${({ currentTarget }: Event) => this.#copy(row, value, currentTarget as Element)}
        ></button>
        ${this.told?.row === row && this.told.value === value ? this.#told(this.told.words) : nothing}
      </dd>`;

  /** Hidden from screen readers: the root element announces the text. */
  #told(words: string) {
    return html`<span class="told" aria-hidden="true">${words}</span>`;
  }

  async #copy(row: number, value: string, { previousElementSibling }: Element): Promise<void> {
    const { copied, details } = this.display.messages;
    const done = await isCopied(value);
    if (!done && previousElementSibling !== null) getSelection()?.selectAllChildren(previousElementSibling);
    const words = done ? copied : details.selected;
    this.told = { row, value, words };
    this.dispatchEvent(new AnnounceEvent('copied', () => words));
  }
}

/** Without https there is no clipboard, and in a frame without the permission copying fails. */
async function isCopied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wayline-details': WaylineFields;
  }
}
