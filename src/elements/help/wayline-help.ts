import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { controls } from '../shared/style/controls.js';
import { ModalController } from '../shared/controllers/modal-controller.js';
import { modal } from '../shared/style/modal-style.js';
import { tokens } from '../shared/style/tokens.js';
import { defaultDisplay } from '../shared/text/display.js';

/**
 * The list of keyboard shortcuts in a modal dialog. Closing it restores the focus.
 *
 * @csspart help - The dialog.
 */
export class WaylineHelp extends LitElement {
  static override readonly styles = [
    tokens,
    controls,
    modal,
    css`
      dialog {
        inline-size: 400px;
        padding-block-start: 10px;
      }

      p {
        margin-block: 4px 10px;
        color: var(--_text-2);
        font-size: 13px;
        line-height: 18px;
      }

      dl {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 6px 12px;
        align-items: center;
        font-size: 13px;
        line-height: 18px;
      }

      dt {
        order: 1;
        overflow-wrap: anywhere;
      }

      dl div {
        display: contents;
      }

      dd {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
        justify-content: end;
        order: 1;
      }

      kbd {
        min-inline-size: 24px;
        padding: 1px 6px;
        border: 1px solid var(--_line);
        border-radius: 5px;
        background: var(--_bg-sunken);
        font: inherit;
        font-size: 12px;
        text-align: center;
        white-space: nowrap;
      }
    `,
  ];

  @property({ attribute: false }) display = defaultDisplay;

  /** Whether the list is open; default: off. Set to false when the agent closes the list. */
  @property({ type: Boolean }) open = false;

  readonly #modal = new ModalController(this);

  protected override render(): TemplateResult | typeof nothing {
    if (!this.open) return nothing;
    const { close, does, keys, label, where } = this.display.messages.help;
    const rows = [
      [does.search, '/'],
      [does.filters, 'F'],
      [does.newest, 'N'],
      [does.entries, keys.pageUp, keys.pageDown],
      [does.open, keys.enter, keys.space],
      [does.leave, `${keys.control} ${keys.home}`, `${keys.control} ${keys.end}`],
      [does.move, '←', '→', keys.home, keys.end],
      [does.back, keys.escape],
      [does.help, '?'],
    ];
    return html`<dialog
      part="help"
      aria-labelledby="label"
      @close=${() => (this.open = false)}
      @click=${this.#modal.clicked}
      @keydown=${this.#modal.keyed}
    >
      ${this.#modal.heading(label, close)}
      <p>${where}</p>
      <dl>
        ${rows.map(
          ([words, ...names]) =>
            html`<div>
              <dt>${words}</dt>
              <dd>${names.map((name) => html`<kbd>${name}</kbd>`)}</dd>
            </div>`,
        )}
      </dl>
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wayline-help': WaylineHelp;
  }
}
