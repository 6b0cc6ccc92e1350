import { html, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.js';

/** Opens its host's dialog as a modal once it is rendered. A click outside closes it, as Escape does. */
export class ModalController implements ReactiveController {
  readonly #host: LitElement;
  #shown: HTMLDialogElement | null = null;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    const dialog = this.#shown;
    if (dialog?.open !== true || dialog.matches(':modal')) return;
    // Moving the widget in the DOM keeps the dialog open, but removes it from the top layer.
    dialog.open = false;
    dialog.showModal();
  }

  hostUpdated(): void {
    const dialog = this.#dialog;
    // The close event comes later than the closing: updates in between must not open the dialog again.
    if (dialog !== this.#shown) dialog?.showModal();
    this.#shown = dialog;
  }

  /** The dialog's title (id `label`) and its close button. */
  heading(title: string, close: string): TemplateResult {
    return html`<div class="heading">
      <h2 id="label">${title}</h2>
      <button class="icon-button" type="button" aria-label=${close} title=${close} @click=${this.#close}>
        ${icon('remove')}
      </button>
    </div>`;
  }

  /** Listener for clicks on the dialog. A click on the backdrop has the dialog itself as its target. */
  readonly clicked = ({ target, currentTarget, offsetX, offsetY }: MouseEvent): void => {
    if (target !== currentTarget || !(target instanceof HTMLElement)) return;
    const inside = offsetX >= 0 && offsetY >= 0 && offsetX <= target.offsetWidth && offsetY <= target.offsetHeight;
    if (!inside) this.#close();
  };

  /** Listener for keys in the dialog: the widget's shortcuts do not apply there. */
  readonly keyed = (event: Event): void => event.stopPropagation();

  readonly #close = (): void => this.#dialog?.close();

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector('dialog');
  }
}
