import type { LitElement, ReactiveController } from 'lit';

/** The element that has the focus, however deep in shadow trees. */
function deepFocus(root: DocumentOrShadowRoot): HTMLElement | undefined {
  const active = root.activeElement;
  if (!(active instanceof HTMLElement)) return undefined;
  return (active.shadowRoot && deepFocus(active.shadowRoot)) ?? active;
}

/** Gives the focus back when an update moved or replaced what had it: an element that moves in the document loses it. */
export class FocusController implements ReactiveController {
  readonly #host: LitElement;
  readonly #keyOf: (element: Element) => string | undefined;
  readonly #find: (key: string) => HTMLElement | undefined;
  #before: { readonly key: string; readonly element: HTMLElement } | undefined;

  /**
   * @param keyOf what an element with the focus stands for; `undefined` when it is none of ours
   * @param find the element that stands for the key after the update
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
