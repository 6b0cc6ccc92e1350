import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Counts, Dimension } from '../../domain/timeline/facets.js';
import { isActive, noFilter, timeFrames, toggled, type Filter } from '../../domain/timeline/filter.js';
import { controls } from '../shared/style/controls.js';
import { choicesIn } from './filter-choices.js';
import { FilterEvent, type EntryOrder } from '../shared/events/filter-event.js';
import { further, labelOf, removableIn } from './filter-labels.js';
import { filtersStyle } from './filters-style.js';
import { FocusController } from '../shared/controllers/focus-controller.js';
import { HelpEvent } from '../shared/events/help-event.js';
import { icon } from '../shared/icons/icon.js';
import { RovingTabindexController } from '../shared/controllers/roving-tabindex-controller.js';
import { tokens } from '../shared/style/tokens.js';
import { defaultDisplay } from '../shared/text/display.js';

const orders: readonly EntryOrder[] = ['newest-first', 'oldest-first'];

const noCounts: Counts = {
  channel: new Map(),
  kind: new Map(),
  direction: new Map(),
  outcome: new Map(),
  division: new Map(),
};

/**
 * Search and filters of the timeline: the search field, the time frame, a chip for each channel and each choice, and a
 * panel with more filters. A change takes effect at once and fires an event.
 *
 * @fires {FilterEvent} wayline-filter - The agent changed the search, the filter or the order.
 * @fires {HelpEvent} wayline-help - The agent opened the list of keyboard shortcuts.
 * @slot - Content at the end of the row of chips.
 * @csspart search - The search field with its icon.
 * @csspart chips - The row of chips.
 * @csspart panel - The panel with more filters.
 */
export class WaylineFilters extends LitElement {
  static override readonly styles = [tokens, controls, filtersStyle];

  /** The active filter; default: none. */
  @property({ attribute: false }) filter: Filter = noFilter;

  /** How many entries each value would leave. */
  @property({ attribute: false }) counts: Counts = noCounts;

  /** How many entries the filter leaves; default: 0. */
  @property({ attribute: false }) shown = 0;

  /** How many entries there are without a filter; default: 0. */
  @property({ attribute: false }) total = 0;

  /** Which end of the journey is at the top; default: the newest. */
  @property({ attribute: false }) order: EntryOrder = 'newest-first';

  /** Whether a search is running, so that the result is not complete yet; default: off. */
  @property({ attribute: false }) busy = false;

  @property({ attribute: false }) display = defaultDisplay;

  @state() private open = false;

  @query('input') private readonly field!: HTMLInputElement | null;

  @query('.icon-button') private readonly opener!: HTMLElement | null;

  /** The chips that can get the focus when a chip is removed, nearest first. */
  #neighbours: readonly HTMLElement[] = [];

  constructor() {
    super();
    new RovingTabindexController(this);
    new FocusController(
      this,
      (element) => {
        if (!element.matches('.chip')) return undefined;
        this.#neighbours = neighboursOf(element);
        return 'chip';
      },
      () =>
        this.#neighbours.find(({ isConnected }) => isConnected) ??
        this.renderRoot.querySelector<HTMLElement>('.chip') ??
        undefined,
    );
  }

  /** Focuses the chip that had the focus last. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('.chip[tabindex="0"]')?.focus(options);
  }

  /** Focuses the search field and selects its text. */
  search(): void {
    this.field?.focus();
    this.field?.select();
  }

  /** Opens the panel and focuses its first chip, or closes it and focuses the button that opens it. */
  toggle(): void {
    this.open = !this.open;
    if (!this.open) this.opener?.focus();
    else void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.panel .chip')?.focus());
  }

  protected override render(): TemplateResult {
    return html`<div class="row">${this.#search()}${this.#frame()}${this.#opener()}</div>
      ${this.#chips()}${this.open ? this.#panel() : nothing}`;
  }

  #search() {
    const { busy, filter, total } = this;
    const { messages } = this.display;
    const { clearSearch, search, searchIn } = messages.filters;
    return html`<div class="search ${busy ? 'busy' : ''}" part="search">
      <label>
        ${icon('search')}<span class="visually-hidden">${search}</span>
        <input
          type="search"
          autocomplete="off"
          spellcheck="false"
          placeholder=${searchIn({ count: total })}
          .value=${filter.query}
          @input=${this.#typed}
          @keydown=${this.#keyPressed}
        />
      </label>
      ${
        filter.query === ''
          ? nothing
          : html`<button class="clear" type="button" aria-label=${clearSearch} @click=${this.#clearSearch}>
              ${icon('remove')}
            </button>`
      }
    </div>`;
  }

  #frame() {
    const { filter } = this;
    const { messages } = this.display;
    const { frame, frames } = messages.filters;
    return html`<select aria-label=${frame} @change=${this.#frameChosen}>
      ${timeFrames.map((one) => html`<option value=${one} .selected=${one === filter.frame}>${frames[one]}</option>`)}
    </select>`;
  }

  #opener() {
    const { filter, open, order } = this;
    const { messages } = this.display;
    const chosen = further.reduce((sum, one) => sum + filter.chosen[one].length, order === 'newest-first' ? 0 : 1);
    const { more, moreChosen } = messages.filters;
    const name = chosen === 0 ? more : moreChosen({ count: chosen });
    return html`<button
      class="icon-button ${chosen > 0 ? 'marked' : ''}"
      type="button"
      aria-label=${name}
      title=${name}
      aria-expanded=${open ? 'true' : 'false'}
      aria-controls=${open ? 'panel' : nothing}
      @click=${() => (this.open = !open)}
    >
      ${icon('filters')}
    </button>`;
  }

  #chips() {
    const { counts, filter, shown, total } = this;
    const { locale, messages } = this.display;
    const { all, clear, label: name, matching, remove } = messages.filters;
    const active = isActive(filter);
    return html`<div class="chips" part="chips" role="toolbar" aria-label=${name}>
      <button class="chip all" type="button" aria-pressed=${active ? 'false' : 'true'} @click=${this.#clear}>
        ${
          active
            ? html`<bdi>${matching({ count: shown, total })}</bdi
                ><span class="visually-hidden">, ${clear}</span>${icon('remove')}`
            : all({ count: total })
        }
      </button>
      ${this.#choices('channel', choicesIn('channel', counts, filter.chosen, locale))}
      ${repeat(
        removableIn(filter, { ...this.display, order: this.order }, this.open),
        ({ key }) => key,
        ({ label, rest, order }) =>
          html`<button class="chip" type="button" @click=${() => this.#change(rest, order)}>
            <span class="visually-hidden">${remove} </span><bdi>${label}</bdi>${icon('remove')}
          </button>`,
      )}
      <slot></slot>
    </div>`;
  }

  #panel() {
    const { counts, filter, order } = this;
    const { locale, messages } = this.display;
    const { help } = messages;
    const { orders: words } = messages.filters;
    return html`<div class="panel" id="panel" part="panel" @keydown=${this.#keyInPanel}>
      ${this.#group(
        'order',
        orders.map(
          (one) =>
            html`<button
              class="chip"
              type="button"
              aria-pressed=${one === order ? 'true' : 'false'}
              @click=${() => this.#change(filter, one)}
            >
              ${words[one]}
            </button>`,
        ),
      )}
      ${further.map((dimension) => {
        const choices = choicesIn(dimension, counts, filter.chosen, locale);
        return choices.length === 0 ? nothing : this.#group(dimension, this.#choices(dimension, choices));
      })}
      <button class="keys" type="button" @click=${() => this.dispatchEvent(new HelpEvent())}>
        ${icon('keyboard')}${help.label}
      </button>
    </div>`;
  }

  #group(name: (typeof further)[number] | 'order', chips: unknown) {
    return html`<div class="group">
      <span id=${name}>${this.display.messages.filters.groups[name]}</span>
      <div class="chips" role="toolbar" aria-labelledby=${name}>${chips}</div>
    </div>`;
  }

  #choices(dimension: Dimension, values: readonly string[]) {
    return repeat(
      values,
      (value) => value,
      (value) => {
        const { counts, filter } = this;
        const { messages } = this.display;
        const chosen: readonly string[] = filter.chosen[dimension];
        const pressed = chosen.includes(value);
        const count = counts[dimension].get(value) ?? 0;
        const theirs = dimension === 'division' || value.startsWith('#');
        return html`<button
          class="chip ${count === 0 ? 'none' : ''}"
          type="button"
          aria-pressed=${pressed ? 'true' : 'false'}
          data-dimension=${dimension}
          data-value=${theirs ? nothing : value}
          @click=${() => this.#change(toggled<Dimension>(filter, dimension, value))}
        >
          <bdi>${labelOf(dimension, value, messages)}</bdi> ${messages.filters.count({ count })}${
            pressed ? icon('remove') : nothing
          }
        </button>`;
      },
    );
  }

  #change(filter: Filter, order = this.order): void {
    this.filter = filter;
    this.order = order;
    this.dispatchEvent(new FilterEvent(filter, order));
  }

  readonly #typed = (event: InputEvent) => {
    this.#change({ ...this.filter, query: (event.target as HTMLInputElement).value });
  };

  readonly #keyPressed = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing || this.filter.query === '') return;
    // The first Escape clears the search. It must not close a dialog around the widget.
    event.preventDefault();
    event.stopPropagation();
    this.#clearSearch();
  };

  readonly #keyInPanel = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.toggle();
  };

  readonly #clearSearch = () => {
    this.field?.focus();
    this.#change({ ...this.filter, query: '' });
  };

  readonly #frameChosen = (event: Event) => {
    this.#change({
      ...this.filter,
      range: undefined,
      frame: timeFrames[(event.target as HTMLSelectElement).selectedIndex] ?? 'all',
    });
  };

  readonly #clear = () => {
    if (isActive(this.filter)) this.#change(noFilter);
  };
}

/** The chips after a chip, nearest first, then those before it. */
function neighboursOf(chip: Element): readonly HTMLElement[] {
  const chips = [...(chip.parentElement?.querySelectorAll<HTMLElement>('.chip') ?? [])];
  const place = chips.findIndex((one) => one === chip);
  return [...chips.slice(place + 1), ...chips.slice(0, place).reverse()];
}

declare global {
  interface HTMLElementTagNameMap {
    'wayline-filters': WaylineFilters;
  }
}
