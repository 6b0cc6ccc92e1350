import type { LitElement, ReactiveController } from 'lit';
import type { Alias } from '../../domain/person/person.js';
import { aliasKey } from './removed-aliases.js';

/** Moves the focus within the list of aliases when its element was removed, unless the agent has moved it. */
export class AliasFocusController implements ReactiveController {
  readonly #host: LitElement;
  readonly #listed: () => readonly Alias[];
  /** A selector for the element to focus after the next update, and the alias of its row. */
  #next: { readonly what: string; readonly alias?: Alias | undefined } | undefined;

  /** @param listed the aliases in the order of the rows */
  constructor(host: LitElement, listed: () => readonly Alias[]) {
    this.#host = host;
    this.#listed = listed;
    host.addController(this);
  }

  /**
   * Moves the focus after the next update.
   *
   * @param what a selector
   * @param alias the alias of the row; default: anywhere
   */
  moveTo(what: string, alias?: Alias): void {
    this.#next = { what, alias };
  }

  /** Moves the focus within a row, if it is there or was lost. */
  moveWithin(alias: Alias, what: string): void {
    if (this.isFree(alias)) this.moveTo(what, alias);
  }

  /** Whether the focus is in the row, or was lost when its element was removed. */
  isFree(alias: Alias): boolean {
    const { activeElement } = this.#host.renderRoot as ShadowRoot;
    if (activeElement === null) return document.activeElement === document.body;
    return this.#rowOf(alias)?.contains(activeElement) === true;
  }

  hostUpdated(): void {
    if (this.#next === undefined) return;
    const { alias, what } = this.#next;
    const place = alias === undefined ? this.#host.renderRoot : this.#rowOf(alias);
    const next = place?.querySelector<HTMLElement>(what);
    const mayFocus = alias === undefined || this.isFree(alias);
    if (next == null && alias !== undefined && mayFocus) return; // wait: the row appears with the updated person
    if (mayFocus) next?.focus();
    this.#next = undefined;
  }

  #rowOf(alias: Alias): Element | undefined {
    const place = this.#listed().findIndex((one) => aliasKey(one) === aliasKey(alias));
    return this.#host.renderRoot.querySelectorAll('.alias')[place];
  }
}
