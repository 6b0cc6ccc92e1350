import { fixture, html } from '@open-wc/testing';
import { css, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { JourneyEvent } from '../../src/domain/event/event.js';
import type { Filter } from '../../src/domain/timeline/filter.js';
import { createTimeline } from '../../src/domain/timeline/timeline.js';
import { journeyLayout } from '../../src/elements/journey/journey-style.js';
import { tokens } from '../../src/elements/shared/style/tokens.js';
import type { WaylineTimeline } from '../../src/elements/timeline/wayline-timeline.js';
import { event } from './events.js';
import './whole-widget.js';
import { displayOf } from './display.js';

/** The widget's own layout around a timeline, with something at its side. */
class JourneyStage extends LitElement {
  // Not every browser has scroll anchoring. Each scroller needs its own setting: it is not inherited from the box.
  static override readonly styles = [
    tokens,
    journeyLayout,
    css`
      .journey,
      .main {
        overflow-anchor: none;
      }
    `,
  ];

  @property({ attribute: false }) timeline: WaylineTimeline | undefined;

  protected override render() {
    return html`<div class="journey">
      <div class="head"><p>Head</p></div>
      <div class="side"><p class="tall">Side</p></div>
      <div class="main">${this.timeline}</div>
    </div>`;
  }
}
customElements.define('journey-stage', JourneyStage);

export const startTime = Date.parse('2026-11-20T10:00:00Z');
export const now = startTime + 6 * 3_600_000;

/**
 * The places of a timeline: next to the rest of the widget, with its own scroll; below it, scrolled with the whole
 * widget; in a widget without a height; alone in a page. The page scrolls the last two.
 */
export const settings = {
  wide: { inlineSize: '980px', blockSize: '560px' },
  narrow: { inlineSize: '340px', blockSize: '560px' },
  unsized: { inlineSize: '700px', blockSize: 'auto' },
  page: { inlineSize: '700px', blockSize: 'auto' },
} as const;

export type Setting = keyof typeof settings;

export const lone = (id: string, minute: number, data: object = {}): JourneyEvent =>
  event(id, minute, { source: 'shop', type: `order:${id}`, data: data as JourneyEvent['data'] });

/** The events of a contact. Every second contact has ended. */
export const contactAt = (id: string, minute: number, steps = 3): JourneyEvent[] =>
  ['task:new', 'task:connected', 'task:ended']
    .slice(0, steps)
    .map((type, step) => event(`${id} ${step}`, minute + step, { type, data: { taskId: id, origin: '+14155550132' } }));

/** Entries of different heights, the newest at `minute`, with `step` minutes between them. */
export const journeyOf = (entries: number, minute = 0, prefix = '', step = 37): JourneyEvent[] =>
  Array.from({ length: entries }, (_, index) => {
    const at = minute - index * step;
    const id = `${prefix}${index}`;
    if (index % 3 === 0) return contactAt(id, at, index % 2 === 0 ? 3 : 2);
    const subTitle = index % 4 === 0 ? `Something longer to read about this order ${'and more '.repeat(12)}` : '';
    return [lone(id, at, { uiData: { title: `Order ${id}`, subTitle } })];
  }).flat();

/** The end of the current task: everything that waited only for promises is done. */
const turn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });

/** After the next paint. */
export const painted = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => void turn().then(resolve)));

/** A timeline in one of the settings, and the view of its reader. */
export class FeedStage {
  readonly element: WaylineTimeline;
  readonly box: HTMLElement;
  #timeline = createTimeline(() => true);
  #events: readonly JourneyEvent[] = [];

  private constructor(element: WaylineTimeline, box: HTMLElement) {
    this.element = element;
    this.box = box;
  }

  static async open(events: readonly JourneyEvent[], parts: Partial<WaylineTimeline> = {}, setting: Setting = 'wide') {
    const box = await fixture<HTMLElement>(html`<div></div>`);
    const element = document.createElement('wayline-timeline');
    const stage = new FeedStage(element, box);
    stage.#timeline.choose(element.filter, 'UTC', now);
    stage.#timeline.add(events, now);
    stage.#events = events;
    Object.assign(element, {
      view: stage.#timeline.view,
      history: { status: 'ready', value: undefined, error: undefined, asOf: startTime },
      connection: { status: 'live', retryAt: undefined, error: undefined },
      now,
      display: displayOf(),
      ...parts,
    });
    stage.resize(setting);
    box.style.setProperty('overflow-anchor', 'none');
    if (setting === 'page') box.append(document.createElement('p'), element);
    else {
      const layout = document.createElement('journey-stage') as JourneyStage;
      layout.timeline = element;
      box.append(layout);
    }
    await stage.painted();
    return stage;
  }

  resize(setting: Setting): void {
    Object.assign(this.box.style, settings[setting]);
  }

  /** Adds events. The element draws at its own time. */
  add(...events: readonly JourneyEvent[]): void {
    this.#timeline.add(events, now);
    this.#events = [...this.#events, ...events];
    this.element.view = this.#timeline.view;
  }

  /** The journey is read again, without some of its events: another timeline replaces the current one. */
  readAnew(isLeft: (event: JourneyEvent) => boolean = () => true): void {
    this.#timeline = createTimeline(() => true);
    this.#timeline.choose(this.element.filter, 'UTC', now);
    this.#timeline.add(this.#events.filter(isLeft), now);
    this.element.view = this.#timeline.view;
  }

  filter(filter: Filter): void {
    this.#timeline.choose(filter, 'UTC', now);
    Object.assign(this.element, { filter, view: this.#timeline.view });
  }

  get total(): number {
    return this.element.view!.shown.length;
  }

  get feed(): HTMLElement {
    return this.element.shadowRoot!.querySelector<HTMLElement>('.feed')!;
  }

  get bar(): HTMLElement {
    return this.element.shadowRoot!.querySelector<HTMLElement>('.top')!;
  }

  get pill(): HTMLButtonElement | null {
    return this.element.shadowRoot!.querySelector<HTMLButtonElement>('[part=new]');
  }

  get scroller(): Element {
    const inWidget = ['.main', '.journey'].map((part) => this.element.closest(part));
    const scrolls = (node: Element | null) =>
      node !== null && getComputedStyle(node).overflowY === 'auto' && node.scrollHeight > node.clientHeight;
    return inWidget.find(scrolls) ?? document.scrollingElement!;
  }

  /** All drawn rows of the feed, in order. */
  get rows(): HTMLElement[] {
    return [...this.element.shadowRoot!.querySelectorAll<HTMLElement>('.feed .line')];
  }

  row(key: string): HTMLElement | undefined {
    return this.rows.find((row) => keyOf(row) === key);
  }

  get headings(): HTMLElement[] {
    return [...this.element.shadowRoot!.querySelectorAll<HTMLElement>('.heading')];
  }

  /** The edge where sticky headings stay. */
  get edge(): number {
    return Math.max(0, this.bar.getBoundingClientRect().bottom);
  }

  /** The upper edge of the scroller. */
  get viewTop(): number {
    const { scroller } = this;
    return scroller === document.scrollingElement ? 0 : scroller.getBoundingClientRect().top;
  }

  get bottom(): number {
    const { scroller } = this;
    const page = scroller === document.scrollingElement;
    return page ? innerHeight : Math.min(innerHeight, scroller.getBoundingClientRect().bottom);
  }

  /** Rows that are at least partly visible below the sticky heading. */
  get seen(): HTMLElement[] {
    const top = this.edge + (this.headings[0]?.offsetHeight ?? 0);
    return this.rows.filter((row) => {
      const rect = row.getBoundingClientRect();
      return rect.bottom > top && rect.top < this.bottom;
    });
  }

  /** The key of the row that is read. */
  get read(): string {
    return keyOf(this.seen[0]!);
  }

  /** The row that has the focus. */
  get focused(): HTMLElement | undefined {
    return this.rows.find((row) => row === this.element.shadowRoot!.activeElement);
  }

  /** The top of a row, in pixels from the top of the window. `NaN` when it is not drawn. */
  topOf(key: string): number {
    return this.row(key)?.getBoundingClientRect().top ?? NaN;
  }

  /** Presses the title of an entry. */
  open(key: string): void {
    this.row(key)!.shadowRoot!.querySelector<HTMLButtonElement>('.title')!.click();
  }

  /** Presses a key where the focus is. */
  press(key: string): void {
    this.focused!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
  }

  /** Waits until all elements have drawn, without waiting for a frame. */
  async drawn(): Promise<void> {
    do {
      await this.element.updateComplete;
      await turn();
    } while (this.element.isUpdatePending);
  }

  /** Waits until everything is drawn and painted, and all resize observers have run. */
  async painted(): Promise<void> {
    for (let frame = 0; frame < 2; frame++) await painted();
    await this.drawn();
  }

  /** The content above the timeline in the scroller, if there is any. */
  get above(): HTMLElement {
    const layout = this.element.closest('.journey');
    return (layout?.querySelector('.tall') ?? this.box.firstElementChild) as HTMLElement;
  }

  /** The keys of the feed, drawn or not, from the top. */
  get keys(): string[] {
    const { gap, order, view } = this.element;
    const lines: { key: string; time: number }[] = [...view!.shown];
    const place = lines.findIndex(({ time }) => time >= (gap?.to ?? Infinity));
    if (gap !== undefined) lines.splice(place, 0, { key: 'gap', time: gap.to });
    const keys = lines.map(({ key }) => key);
    return order === 'newest-first' ? keys.reverse() : keys;
  }

  /** Scrolls until the row is the first visible one. */
  async readFrom(key: string): Promise<void> {
    while (this.row(key) === undefined) {
      const away = this.keys.indexOf(key) - this.keys.indexOf(this.read);
      await this.scrollTo(this.scroller.scrollTop + away * 60);
    }
    await this.scrollTo(this.scroller.scrollTop + this.topOf(key) - this.edge - this.headings[0]!.offsetHeight);
  }

  async scrollTo(top: number): Promise<void> {
    this.scroller.scrollTop = top;
    await this.painted();
  }

  async scrollToMiddle(): Promise<void> {
    await this.scrollTo(Math.round(this.scroller.scrollHeight / 2));
  }
}

export const keyOf = (row: Element): string => {
  const { entry } = row as Partial<HTMLElementTagNameMap['wayline-entry']>;
  return row.localName === 'wayline-gap' ? 'gap' : (entry?.key ?? '');
};
