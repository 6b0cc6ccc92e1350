import { iconNamed } from '../icons.js';

/** Simple replacements of the Momentum elements in layouts, so that the demo does not need Momentum. */

function sheet(css: string): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
}

const tabsSheet = sheet(`
  :host { display: flex; flex-direction: column; block-size: 100%; min-block-size: 0; }
  [role=tablist] { display: flex; gap: 4px; padding: 0 8px; border-block-end: 1px solid var(--desk-line); overflow-x: auto; }
  ::slotted([slot=tab]) { display: flex; align-items: center; justify-content: center; gap: 6px; box-sizing: border-box;
    min-inline-size: 96px; max-inline-size: 252px; min-block-size: 40px; padding: 0 10px; border-block-end: 3px solid transparent;
    color: var(--desk-quiet); font-size: 14px; white-space: nowrap; cursor: pointer; }
  ::slotted([slot=tab][aria-selected=true]) { border-color: var(--desk-accent); color: var(--desk-text); font-weight: 600; }
  ::slotted([slot=tab]:focus-visible) { outline: 2px solid var(--desk-accent); outline-offset: -3px; border-radius: 6px; }
  ::slotted([slot=panel]) { flex: 1; min-block-size: 0; overflow: auto; }
  ::slotted([slot=panel][hidden]) { display: none; }
`);

/**
 * Tabs with the keyboard pattern of the ARIA authoring practices: arrow keys move and select. Panels stay in the
 * document.
 */
class Tabs extends HTMLElement {
  #selected = 0;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [tabsSheet];
    const list = document.createElement('div');
    list.setAttribute('role', 'tablist');
    list.setAttribute('aria-label', 'Task information');
    const tabs = document.createElement('slot');
    tabs.name = 'tab';
    const panels = document.createElement('slot');
    panels.name = 'panel';
    list.append(tabs);
    root.append(list, panels);
    tabs.addEventListener('slotchange', () => this.#select(this.#selected));
    list.addEventListener('click', ({ target }) => {
      const tab = target instanceof Element ? target.closest('[role=tab]') : null;
      if (tab !== null) this.#select(this.#parts('tab').indexOf(tab));
    });
    list.addEventListener('keydown', (event) => this.#onKey(event));
  }

  #parts(slot: 'tab' | 'panel'): Element[] {
    return [...this.children].filter((child) => child.slot === slot);
  }

  #onKey(event: KeyboardEvent): void {
    const last = this.#parts('tab').length - 1;
    const moves: Readonly<Record<string, number>> = {
      ArrowRight: this.#selected === last ? 0 : this.#selected + 1,
      ArrowLeft: this.#selected === 0 ? last : this.#selected - 1,
      Home: 0,
      End: last,
    };
    const next = moves[event.key];
    if (next === undefined) return;
    event.preventDefault();
    this.#select(next);
    const tab = this.#parts('tab')[next];
    if (tab instanceof HTMLElement) tab.focus();
  }

  #select(index: number): void {
    this.#selected = index;
    const panels = this.#parts('panel');
    this.#parts('tab').forEach((tab, at) => {
      const panel = panels[at];
      tab.id ||= `tab-${crypto.randomUUID()}`;
      tab.setAttribute('role', 'tab');
      tab.setAttribute('aria-selected', String(at === index));
      tab.setAttribute('tabindex', at === index ? '0' : '-1');
      if (!(panel instanceof HTMLElement)) return;
      panel.id ||= `panel-${crypto.randomUUID()}`;
      tab.setAttribute('aria-controls', panel.id);
      panel.setAttribute('role', 'tabpanel');
      panel.setAttribute('aria-labelledby', tab.id);
      panel.hidden = at !== index;
    });
  }
}

/** By the name of a Momentum icon, `icon-recents_16` or `recents`. Decoration only. */
class Icon extends HTMLElement {
  static observedAttributes = ['name'];

  attributeChangedCallback(): void {
    this.setAttribute('aria-hidden', 'true');
    this.replaceChildren(iconNamed(this.getAttribute('name') ?? ''));
  }
}

class Tooltip extends HTMLElement {
  static observedAttributes = ['message'];

  attributeChangedCallback(): void {
    this.title = this.getAttribute('message') ?? '';
  }
}

/** Elements that only contain others: `md-tab`, `md-tab-panel`, `md-theme`. */
const holder = (): CustomElementConstructor => class extends HTMLElement {};

const standIns: Readonly<Record<string, CustomElementConstructor>> = {
  'md-tabs': Tabs,
  'md-tab': holder(),
  'md-tab-panel': holder(),
  'md-theme': holder(),
  'md-icon': Icon,
  'md-tooltip': Tooltip,
};

/** Defines the elements that the page does not have yet. */
export function defineStandIns(): void {
  for (const [tag, element] of Object.entries(standIns)) {
    if (customElements.get(tag) === undefined) customElements.define(tag, element);
  }
}
