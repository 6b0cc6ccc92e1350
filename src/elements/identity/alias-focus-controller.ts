import type { LitElement, ReactiveController } from 'lit';
import type { Alias } from '../../domain/person/person.js';
import { aliasKey } from './removed-aliases.js';

/** Moves the focus within the list of aliases when what had it is gone, unless the agent has moved it meanwhile. */
export class AliasFocusController implements ReactiveController {
  readonly #host: LitElement;
  readonly #listed: () => readonly Alias[];
  /** What gets the focus after the next update, and in the row of which alias. */
  #next: { readonly what: string; readonly alias?: Alias | undefined } | undefined;

  /** @param listed the aliases in the order of the rows */
  constructor(host: LitElement, listed: () => readonly Alias[]) {
    this.#host = host;
    this.#listed = listed;
    host.addController(this);
  }

  /** @param what a selector; @param alias in whose row, else anywhere */
  moveTo(what: string, alias?: Alias): void {
    this.#next = { what, alias };
  }

  /** Moves the focus on within the row, if it is there. */
  moveWithin(alias: Alias, what: string): void {
    if (this.isFree(alias)) this.moveTo(what, alias);
  }

  /** Whether the focus is in the row, or was lost with what had it. */
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
    if (next == null && alias !== undefined && mayFocus) return; // it comes with the person as they are now
    if (mayFocus) next?.focus();
    this.#next = undefined;
  }

  #rowOf(alias: Alias): Element | undefined {
    const place = this.#listed().findIndex((one) => aliasKey(one) === aliasKey(alias));
    return this.#host.renderRoot.querySelectorAll('.alias')[place];
  }
}
