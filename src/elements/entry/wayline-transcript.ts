import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { noTerms } from '../../domain/search/no-terms.js';
import type { Utterance } from '../../domain/event/transcript.js';
import { controls } from '../shared/style/controls.js';
import { shorten } from '../shared/text/humanise.js';
import { linkedText } from '../shared/text/linked-text.js';
import { highlightStyle } from '../shared/text/highlighted-text.js';
import { ModalController } from '../shared/controllers/modal-controller.js';
import { modal } from '../shared/style/modal-style.js';
import { tokens } from '../shared/style/tokens.js';
import { defaultDisplay } from '../shared/text/display.js';

/** Most characters of an utterance: browsers need seconds to lay out a megabyte of lines. */
const longestTurn = 20_000;

/**
 * A transcript in a modal dialog, which opens when it is rendered. Closing it restores the focus.
 *
 * @fires close - The agent closed the dialog.
 * @csspart transcript - The dialog.
 */
export class WaylineTranscript extends LitElement {
  static override readonly styles = [
    tokens,
    controls,
    highlightStyle,
    modal,
    css`
      dialog {
        inline-size: 560px;
      }

      .heading {
        position: sticky;
        inset-block-start: 0;
        padding-block: 10px;
        background: var(--_bg);
      }

      li {
        margin-block-end: 10px;
        overflow-wrap: anywhere;
      }

      h3 {
        margin-block-end: 2px;
      }

      p {
        white-space: pre-wrap;
      }
    `,
  ];

  /** The utterances, oldest first. */
  @property({ attribute: false }) turns: readonly Utterance[] = [];

  /** The search terms to highlight; default: none. */
  @property({ attribute: false }) terms: readonly string[] = noTerms;

  @property({ attribute: false }) display = defaultDisplay;

  readonly #modal = new ModalController(this);

  protected override render(): TemplateResult {
    const { details, help } = this.display.messages;
    return html`<dialog
      part="transcript"
      aria-labelledby="label"
      @close=${() => this.dispatchEvent(new Event('close'))}
      @click=${this.#modal.clicked}
      @keydown=${this.#modal.keyed}
    >
      ${this.#modal.heading(details.transcript, help.close)}
      <ol role="list">
        ${this.turns.map(
          ({ speaker, text }) =>
            html`<li>
              ${speaker === '' ? nothing : html`<h3 dir="auto">${speaker}</h3>`}
              <p dir="auto">${linkedText(shorten(text, longestTurn), this.terms)}</p>
            </li>`,
        )}
      </ol>
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wayline-transcript': WaylineTranscript;
  }
}
