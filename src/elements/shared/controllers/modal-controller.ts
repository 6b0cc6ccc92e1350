import { html, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.js';

/** Puts its host's dialog on top of everything once it is drawn; a click beside it closes it, as Escape does. */
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
    // Moved with the widget, it has lost its place on top of everything, though it stays open.
    dialog.open = false;
    dialog.showModal();
  }

  hostUpdated(): void {
    const dialog = this.#dialog;
    // Once it is closed its host hears of that only after a while; what is drawn until then must not open it again.
    if (dialog !== this.#shown) dialog?.showModal();
    this.#shown = dialog;
  }

  /** Its title, with the id `label`, and the button that closes it. */
  heading(title: string, close: string): TemplateResult {
    return html`<div class="heading">
      <h2 id="label">${title}</h2>
      <button class="icon-button" type="button" aria-label=${close} title=${close} @click=${this.#close}>
        ${icon('remove')}
      </button>
    </div>`;
  }

  /** For clicks on the dialog: one beside it has the dialog itself as its target. */
  readonly clicked = ({ target, currentTarget, offsetX, offsetY }: MouseEvent): void => {
    if (target !== currentTarget || !(target instanceof HTMLElement)) return;
    const inside = offsetX >= 0 && offsetY >= 0 && offsetX <= target.offsetWidth && offsetY <= target.offsetHeight;
    if (!inside) this.#close();
  };

  /** For keys in the dialog: those of the widget mean nothing there. */
  readonly keyed = (event: Event): void => event.stopPropagation();

  readonly #close = (): void => this.#dialog?.close();

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector('dialog');
  }
}
