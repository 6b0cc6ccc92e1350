import type { LitElement, ReactiveController } from 'lit';

/** The focused element, also inside nested shadow trees. */
function deepFocus(root: DocumentOrShadowRoot): HTMLElement | undefined {
  const active = root.activeElement;
  if (!(active instanceof HTMLElement)) return undefined;
  return (active.shadowRoot && deepFocus(active.shadowRoot)) ?? active;
}

/**
 * Restores the focus after an update moved or replaced the focused element: moving an element in the DOM removes its
 * focus.
 */
export class FocusController implements ReactiveController {
  readonly #host: LitElement;
  readonly #keyOf: (element: Element) => string | undefined;
  readonly #find: (key: string) => HTMLElement | undefined;
  #before: { readonly key: string; readonly element: HTMLElement } | undefined;

  /**
   * @param keyOf identifies the focused element; `undefined` when its focus need not be restored
   * @param find returns the element with that key after the update
   */
  constructor(
    host: LitElement,
    keyOf: (element: Element) => string | undefined,
    find: (key: string) => HTMLElement | undefined,
  ) {
    this.#host = host;
    this.#keyOf = keyOf;
    this.#find = find;
    host.addController(this);
  }

  hostUpdate(): void {
    const root = this.#host.shadowRoot;
    const active = root?.activeElement;
    const element = root ? deepFocus(root) : undefined;
    const key = active ? this.#keyOf(active) : undefined;
    this.#before = key === undefined || element === undefined ? undefined : { key, element };
  }

  hostUpdated(): void {
    const before = this.#before;
    this.#before = undefined;
    if (before === undefined || this.#host.shadowRoot?.activeElement) return;
    (before.element.isConnected ? before.element : this.#find(before.key))?.focus({ preventScroll: true });
  }
}
