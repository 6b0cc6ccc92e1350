import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { en } from '../i18n/en.js';
import type { Messages } from '../i18n/messages.js';
import { controls } from './controls.js';
import { icon } from './icon.js';
import { modal } from './modal.js';
import { tokens } from './tokens.js';

/**
 * The list of keys, on top of everything; the focus returns to where it was.
 *
 * @csspart help - The list of keys.
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

  @property({ attribute: false }) messages: Messages = en;

  /** Whether the list is shown; falls back to false when the agent closes it. */
  @property({ type: Boolean }) open = false;

  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  protected override render(): TemplateResult | typeof nothing {
    if (!this.open) return nothing;
    const { close, does, keys, label, where } = this.messages.help;
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
      @click=${this.#clicked}
      @keydown=${(event: Event) => event.stopPropagation()}
    >
      <div class="heading">
        <h2 id="label">${label}</h2>
        <button class="icon-button" type="button" aria-label=${close} title=${close} @click=${this.#close}>
          ${icon('remove')}
        </button>
      </div>
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

  protected override updated(): void {
    if (this.dialog?.open === false) this.dialog.showModal();
  }

  readonly #close = () => this.dialog?.close();

  /** A click beside the dialog has the dialog itself as its target. */
  readonly #clicked = ({ target, currentTarget, offsetX, offsetY }: MouseEvent) => {
    if (target !== currentTarget || !(target instanceof HTMLElement)) return;
    const inside = offsetX >= 0 && offsetY >= 0 && offsetX <= target.offsetWidth && offsetY <= target.offsetHeight;
    if (!inside) this.#close();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'wayline-help': WaylineHelp;
  }
}
