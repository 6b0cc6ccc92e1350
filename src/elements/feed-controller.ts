import type { LitElement, ReactiveController } from 'lit';
import { createFeed, type FeedLayout, type FeedLine } from './feed.js';
import type { Line } from './feed-lines.js';
import type { EntryOrder } from './filter-event.js';
import { rootsAround, viewportOf, type Viewport } from './viewport.js';

/** Drawn beyond either end of what can be seen, as a share of it: enough for a turn of the wheel. */
const overscan = 0.3;

/** Drawing again because sizes turned out otherwise ends after so many times in a row. */
const mostRounds = 8;

/** A line and how far below the top of the viewport it stands, in pixels. */
interface Held {
  readonly line: Line;
  readonly offset: number;
}

/** What is read, from its first line on: that one, or the next if it has gone, must not move. */
interface ReadingPlace {
  readonly lines: readonly Held[];
  readonly scrollTop: number;
}

/**
 * Draws of a long feed what can be seen, and keeps what is read where it is: whatever comes, goes or grows above it, is
 * made up for before the next paint. At the top of the feed nothing is held: what is new comes in by itself.
 *
 * The host draws what `layOut` tells, in `.feed`, each line as an element of class `line`, below a bar `.top` that stays.
 */
export class FeedController implements ReactiveController {
  readonly #host: LitElement;
  readonly #feed = createFeed();
  readonly #sizes = new ResizeObserver(() => this.#resized());
  #observed = new Set<Element>();
  #leave = new AbortController();
  #reading: ReadingPlace | undefined;
  #atTop = true;
  #drawn: readonly FeedLine[] = [];
  #wanted: { readonly line: Line; readonly focus: boolean } | undefined;
  #width = 0;
  #rounds = 0;
  #settling = false;
  #forgets = false;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Whether the first line can be seen whole. */
  get atTop(): boolean {
    return this.#atTop;
  }

  get length(): number {
    return this.#feed.length;
  }

  /** Whether a place can be seen, at least a part of it. */
  shows(place: number): boolean {
    const view = viewportOf(this.#host);
    const rect = this.#elements()[this.#drawn.findIndex((drawn) => drawn.place === place)]?.getBoundingClientRect();
    return rect !== undefined && rect.bottom > view.top && rect.top < view.bottom;
  }

  /** Which lines to draw, and how much room to leave between them; to be called while the host draws. */
  layOut(lines: readonly Line[], order: EntryOrder, zone: string | undefined): FeedLayout {
    const view = viewportOf(this.#host);
    if (this.#reading?.scrollTop !== view.scroller.scrollTop) this.#look(view);
    if (this.#forgets) this.#feed.forget();
    this.#forgets = false;
    this.#feed.update(lines, order, zone);
    this.#keepFocus();
    const layout = this.#feed.layOut(this.#places(view, overscan));
    this.#drawn = layout.days.flatMap((day) => day.lines);
    return layout;
  }

  /** Brings a line into view, and gives it the focus if wanted. */
  reveal(place: number, focus: boolean): void {
    const line = this.#feed.lineAt(place);
    if (line === undefined) return;
    this.#wanted = { line, focus };
    this.#host.requestUpdate();
  }

  /** The place whose element has the focus, or holds what has it. */
  get focused(): number | undefined {
    const focused = this.#focusedLine();
    return focused && this.#feed.find(focused);
  }

  hostConnected(): void {
    this.#leave = new AbortController();
    const options = { capture: true, passive: true, signal: this.#leave.signal };
    for (const root of rootsAround(this.#host)) root.addEventListener('scroll', () => this.#scrolled(), options);
    window.addEventListener('resize', () => this.#host.requestUpdate(), options);
  }

  hostDisconnected(): void {
    this.#leave.abort();
    this.#sizes.disconnect();
    this.#observed = new Set();
  }

  hostUpdated(): void {
    if (this.#settling) return;
    this.#settling = true;
    void this.#settleDrawn();
  }

  /** The lines draw themselves after the host; their sizes are known when they have. Still before the next paint. */
  async #settleDrawn(): Promise<void> {
    await Promise.all(this.#elements().map(async (element) => (element as LitElement).updateComplete));
    this.#settling = false;
    if (this.#host.isConnected && this.#settle(viewportOf(this.#host))) this.#host.requestUpdate();
  }

  /** Takes the sizes of what was drawn, and puts what is read back to its place. Whether more has to be drawn. */
  #settle(view: Viewport): boolean {
    const elements = this.#elements();
    const rects = elements.map((element) => element.getBoundingClientRect());
    this.#drawn.forEach(({ place }, index) => this.#feed.measure(place, rects[index]?.height ?? 0));
    this.#width ||= this.#host.clientWidth;
    this.#observe(elements, view);
    const wanted = this.#wanted;
    const target = wanted && elements[this.#drawn.findIndex(({ line }) => line.key === wanted.line.key)];
    if (target instanceof HTMLElement) {
      this.#wanted = undefined;
      if (wanted?.focus) target.focus({ preventScroll: true });
      target.scrollIntoView({ block: 'nearest' });
    } else this.#hold(view, rects);
    this.#look(view);
    return this.#missesLines(view);
  }

  /** Scrolls by as much as the line that is read was moved. */
  #hold({ top, scroller }: Viewport, rects: readonly DOMRect[]): void {
    const held = this.#held();
    if (held === undefined) return;
    const rect = rects[this.#drawn.findIndex(({ place }) => place === held.place)];
    const moved = rect === undefined ? 0 : rect.top - top - held.offset;
    if (Math.abs(moved) >= 0.5) scroller.scrollTop += moved;
  }

  /** The first line that is still where it was among the others; the nearest one when all have gone. */
  #held(): { readonly place: number; readonly offset: number } | undefined {
    const { lines } = this.#reading ?? { lines: [] };
    const feed = this.#feed;
    const stays = lines.find(({ line }) => feed.lineAt(feed.placeOf(line))?.key === line.key) ?? lines[0];
    return stays && feed.length > 0 ? { place: feed.placeOf(stays.line), offset: stays.offset } : undefined;
  }

  /** Takes note of what is read. */
  #look({ top, bottom, scroller }: Viewport): void {
    const feed = this.#feedElement();
    if (feed === null) return;
    const below = top + (this.#bar()?.offsetHeight ?? 0);
    this.#atTop = feed.getBoundingClientRect().top >= below - 1;
    this.#reading = undefined;
    if (this.#atTop) return;
    const elements = this.#elements();
    const lines = this.#drawn.flatMap(({ line }, index) => {
      const rect = elements[index]?.getBoundingClientRect();
      const seen = rect !== undefined && rect.bottom > below && rect.top < bottom;
      return seen ? [{ line, offset: rect.top - top }] : [];
    });
    this.#reading = { lines, scrollTop: scroller.scrollTop };
  }

  /** What was drawn may not fill the view, once its sizes are known. */
  #missesLines(view: Viewport): boolean {
    const drawn = new Set(this.#drawn.map(({ place }) => place));
    const misses = this.#places(view, overscan / 2).some((place) => !drawn.has(place));
    this.#rounds = misses ? this.#rounds + 1 : 0;
    return misses && this.#rounds < mostRounds;
  }

  #places({ top, bottom }: Viewport, beyond: number): readonly number[] {
    const feed = this.#feed;
    if (feed.length === 0) return [];
    const held = this.#held();
    const above = this.#feedElement()?.getBoundingClientRect().top ?? top;
    const offset = held === undefined ? top - above : feed.topOf(held.place) - held.offset;
    const extra = (bottom - top) * beyond;
    const places = new Set<number>();
    const last = feed.placeAt(offset + bottom - top + extra);
    for (let place = feed.placeAt(offset - extra); place <= last; place++) places.add(place);
    for (const line of [this.#wanted?.line, this.#focusedLine()]) {
      const place = line && feed.find(line);
      if (place !== undefined) places.add(place);
    }
    return [...places].sort((a, b) => a - b);
  }

  #focusedLine(): Line | undefined {
    const active = this.#host.shadowRoot?.activeElement;
    return active ? this.#drawn[this.#elements().indexOf(active)]?.line : undefined;
  }

  /** A line that a filter takes away hands its focus to the one that takes its place. */
  #keepFocus(): void {
    const focused = this.#focusedLine();
    if (focused === undefined || this.#feed.find(focused) !== undefined) return;
    const line = this.#feed.lineAt(this.#feed.placeOf(focused));
    if (line !== undefined) this.#wanted = { line, focus: true };
  }

  #scrolled(): void {
    const view = viewportOf(this.#host);
    const wasAtTop = this.#atTop;
    this.#look(view);
    this.#rounds = 0;
    if (wasAtTop !== this.#atTop || this.#missesLines(view)) this.#host.requestUpdate();
  }

  #resized(): void {
    const width = this.#host.clientWidth;
    if (width !== this.#width) this.#forgets = true;
    this.#width = width;
    const view = viewportOf(this.#host);
    // Not now: what changes its size while sizes are being told would not be told of.
    if (this.#settle(view) || this.#forgets) requestAnimationFrame(() => this.#host.requestUpdate());
  }

  /** What changes its size may move what is read: the lines, and what stands above them where all scrolls as one. */
  #observe(elements: readonly Element[], { scroller }: Viewport): void {
    const bar = this.#bar();
    const observed = new Set<Element>([this.#host, ...elements, ...scroller.children, ...(bar ? [bar] : [])]);
    this.#host.style.setProperty('--_bar', `${bar?.offsetHeight ?? 0}px`);
    for (const element of this.#observed) if (!observed.has(element)) this.#sizes.unobserve(element);
    for (const element of observed) if (!this.#observed.has(element)) this.#sizes.observe(element);
    this.#observed = observed;
  }

  #feedElement(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('.feed');
  }

  #bar(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('.top');
  }

  #elements(): readonly Element[] {
    return [...this.#host.renderRoot.querySelectorAll('.feed .line')];
  }
}
