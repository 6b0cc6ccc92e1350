import type { LitElement, ReactiveController } from 'lit';
import { createFeed, headingSize, type FeedLayout, type FeedLine } from './feed-layout.js';
import type { Line } from './feed-lines.js';
import type { EntryOrder } from '../shared/events/filter-event.js';
import { rootsAround, viewportOf, type Viewport } from './viewport.js';

/**
 * Extra area rendered above and below the view, as a fraction of its height: enough for one turn of the mouse wheel.
 */
const overscan = 0.3;

/** Space below the last line in the style sheet, in CSS pixels. */
const endRoom = 8;

/** Most updates in a row because measured sizes differ from estimates; prevents an endless loop. */
const mostRounds = 8;

/** A line, and its offset from the top of the scroll container, in CSS pixels. */
interface Held {
  readonly line: Line;
  readonly offset: number;
}

/** The same with the line's place in the feed. */
interface Placed {
  readonly place: number;
  readonly offset: number;
}

/** The lines that the agent is reading. The first one that still exists must not move. */
interface ReadingPlace {
  readonly lines: readonly Held[];
  readonly scrollTop: number;
}

/** A line to scroll into view, or to focus, once it is rendered. */
interface Wanted {
  readonly line: Line;
  readonly focus: boolean;
  readonly scroll: boolean;
}

/** What to render, and the place of the feed's Tab stop. */
export interface DrawnFeed extends FeedLayout {
  readonly current: number;
}

const isDrawn = async (element: Element): Promise<unknown> => (element as LitElement).updateComplete;

/**
 * Renders the visible part of a long feed, and keeps what the agent is reading in its place: corrects the scroll
 * position before the next paint when lines above change. At the newest end of the feed, new lines appear without a
 * correction.
 *
 * The host renders the result of `layOut` in `.feed`, each line as an element with the class `line`, below a sticky bar
 * `.top`.
 */
export class VirtualFeedController implements ReactiveController {
  readonly #host: LitElement;
  readonly #feed = createFeed();
  readonly #sizes = new ResizeObserver(() => this.#resized());
  #observed = new Set<Element>();
  #leave = new AbortController();
  #reading: ReadingPlace | undefined;
  #order: EntryOrder = 'newest-first';
  #showsNewest = true;
  /** The value in the last update of the host. */
  #showedNewest = true;
  #drawn: readonly FeedLine[] = [];
  #wanted: Wanted | undefined;
  #width = 0;
  #rounds = 0;
  #settling = false;
  #began = false;
  #forgets = false;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Whether the newest line is in view: its top in newest-first order, its end in oldest-first order. */
  get showsNewest(): boolean {
    return this.#showsNewest;
  }

  /** Number of lines in the feed. */
  get length(): number {
    return this.#feed.length;
  }

  /**
   * Which lines to render and the space between them. Call it while the host renders.
   *
   * @param news whether to scroll to new lines at the end, if the agent is reading there
   */
  layOut(lines: readonly Line[], order: EntryOrder, zone: string | undefined, news: boolean): DrawnFeed {
    const view = viewportOf(this.#host);
    this.#catchUp(view);
    if (this.#forgets) this.#feed.forget();
    this.#forgets = false;
    this.#feed.update(lines, order, zone);
    this.#order = order;
    this.#showedNewest = this.#showsNewest;
    this.#keepFocus();
    const newest = lines.at(-1);
    if (news && this.#showsNewest && order === 'oldest-first' && newest !== undefined) {
      this.#wanted ??= { line: newest, focus: false, scroll: true };
    }
    if (this.#wanted && this.#feed.find(this.#wanted.line) === undefined) this.#wanted = undefined;
    // The first render covers the view only. The area around it follows after the first paint.
    const layout = this.#feed.layOut(this.#places(view, this.#began ? overscan : 0));
    const current = this.#current() ?? layout.days[0]?.lines[0]?.place ?? 0;
    this.#drawn = layout.days.flatMap((day) => day.lines);
    return { ...layout, current };
  }

  /**
   * Scrolls a line into view after the next update.
   *
   * @param focus whether to focus it, too
   */
  reveal(place: number, focus: boolean): void {
    const line = this.#feed.lineAt(place);
    if (line === undefined) return;
    this.#wanted = { line, focus, scroll: true };
    this.#host.requestUpdate();
  }

  /** The place of the line with the focus; `undefined` when no line has it. */
  get focused(): number | undefined {
    const focused = this.#focusedLine();
    return focused && this.#feed.find(focused);
  }

  hostConnected(): void {
    this.#leave = new AbortController();
    const options = { capture: true, passive: true, signal: this.#leave.signal };
    for (const root of rootsAround(this.#host)) root.addEventListener('scroll', () => this.#scrolled(), options);
    window.addEventListener('resize', () => this.#host.requestUpdate(), options);
    if (!this.#host.hasUpdated) return;
    // Moving an element in the DOM can reset the scroll position, but the agent still reads the same lines.
    const { scrollTop } = viewportOf(this.#host).scroller;
    this.#reading &&= { ...this.#reading, scrollTop };
    this.#host.requestUpdate();
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

  /**
   * The lines render after the host. Waits for them, because then their sizes are known; still before the next paint.
   */
  async #settleDrawn(): Promise<void> {
    // A line that fails to render must not stop the others.
    await Promise.all(this.#elements().map((element) => isDrawn(element).catch(reportError)));
    this.#settling = false;
    if (!this.#host.isConnected) return;
    const view = viewportOf(this.#host);
    this.#observe(view);
    const isStale = this.#settle(view);
    if (isStale && this.#began) this.#host.requestUpdate();
    else if (isStale) requestAnimationFrame(() => this.#host.requestUpdate());
    this.#began ||= this.#drawn.length > 0;
  }

  /** Measures the rendered lines and restores the reading position. Returns whether the host must update again. */
  #settle(view: Viewport): boolean {
    if (this.#host.clientWidth === 0) return false; // without a box, sizes cannot be measured
    const elements = this.#elements();
    const rects = elements.map((element) => element.getBoundingClientRect());
    this.#drawn.forEach(({ place }, index) => this.#feed.measure(place, rects[index]?.height ?? 0));
    this.#width ||= this.#host.clientWidth;
    this.#host.style.setProperty('--_bar', `${this.#bar()?.offsetHeight ?? 0}px`);
    const wanted = this.#wanted;
    const target = wanted && elements[this.#drawn.findIndex(({ line }) => line.key === wanted.line.key)];
    let held: Placed | undefined;
    if (target instanceof HTMLElement) {
      this.#wanted = undefined;
      if (wanted?.focus) target.focus({ preventScroll: true });
    }
    if (target === undefined || !wanted?.scroll) held = this.#hold(view, rects);
    else if (wanted.focus) target.scrollIntoView({ block: 'nearest' });
    // The agent did not ask for this, so only the feed may scroll, never the host page.
    else view.scroller.scrollTop += Math.max(0, target.getBoundingClientRect().bottom + endRoom - view.end);
    this.#look(view, held);
    return this.#isStale(view);
  }

  /** Scrolls by the distance that the reading position moved. */
  #hold({ start, scroller }: Viewport, rects: readonly DOMRect[]): Placed | undefined {
    const held = this.#held();
    const rect = held && rects[this.#drawn.findIndex(({ place }) => place === held.place)];
    if (held === undefined || rect === undefined) return undefined;
    const moved = rect.top - start - held.offset;
    if (Math.abs(moved) >= 0.5) scroller.scrollTop += moved;
    return held;
  }

  /** The first line of the reading position that still exists; otherwise the place nearest to it. */
  #held(): Placed | undefined {
    const { lines } = this.#reading ?? { lines: [] };
    const feed = this.#feed;
    const stays = lines.find(({ line }) => feed.lineAt(feed.placeOf(line))?.key === line.key) ?? lines[0];
    return stays && feed.length > 0 ? { place: feed.placeOf(stays.line), offset: stays.offset } : undefined;
  }

  /**
   * Updates the reading position if the agent scrolled. Not after a change of width, which moves all lines: they are
   * restored.
   */
  #catchUp(view: Viewport): void {
    const sameWidth = this.#host.clientWidth === this.#width;
    if (sameWidth && this.#reading?.scrollTop !== view.scroller.scrollTop) this.#look(view);
  }

  /**
   * Stores the reading position. After a correction, the line can be less than a pixel off, because some browsers
   * scroll by whole pixels only. Then the intended offset is stored, so that rounding errors do not add up.
   */
  #look({ top, bottom, scroller, start }: Viewport, held?: Placed): void {
    const feed = this.#feedElement();
    this.#reading = undefined;
    this.#showsNewest = true;
    if (feed === null) return;
    const below = Math.max(top, this.#bar()?.getBoundingClientRect().bottom ?? top);
    const atTop = feed.getBoundingClientRect().top >= below - 1;
    const elements = this.#elements();
    const drawn = this.#drawn.map(({ line, place }, index) => ({
      line,
      place,
      rect: elements[index]?.getBoundingClientRect(),
    }));
    const last = drawn.at(-1);
    const atEnd = last?.place === this.length - 1 && last.rect !== undefined && last.rect.bottom <= bottom + 1;
    this.#showsNewest = this.#order === 'newest-first' ? atTop : atEnd;
    if (atTop) return;
    const back = held && drawn.find(({ place }) => place === held.place)?.rect;
    const off = back === undefined ? 0 : back.top - start - (held?.offset ?? 0);
    const rest = Math.abs(off) < 1 ? off : 0;
    const seenBelow = (edge: number) =>
      drawn.flatMap(({ line, rect }) => {
        const seen = rect !== undefined && rect.bottom > edge && rect.top < bottom;
        return seen ? [{ line, offset: rect.top - start - rest }] : [];
      });
    // In a low view, the bar and the heading can cover everything.
    const lines = [below + headingSize, top].map(seenBelow).find((seen) => seen.length > 0) ?? [];
    this.#reading = { lines, scrollTop: scroller.scrollTop };
  }

  /** Whether other lines must be rendered: with measured sizes, the rendered lines might not fill the view. */
  #isStale(view: Viewport): boolean {
    const drawn = new Set(this.#drawn.map(({ place }) => place));
    const misses = this.#places(view, overscan / 2).some((place) => !drawn.has(place));
    this.#rounds = misses ? this.#rounds + 1 : 0;
    return (misses && this.#rounds < mostRounds) || this.#showsNewest !== this.#showedNewest;
  }

  #places({ top, bottom, start }: Viewport, beyond: number): readonly number[] {
    const feed = this.#feed;
    if (feed.length === 0) return [];
    const held = this.#held();
    const above = this.#feedElement()?.getBoundingClientRect().top ?? top;
    const offset = held === undefined ? top - above : feed.topOf(held.place) - held.offset + top - start;
    const extra = (bottom - top) * beyond;
    const places = new Set<number>();
    const last = feed.placeAt(offset + bottom - top + extra);
    for (let place = feed.placeAt(offset - extra); place <= last; place++) places.add(place);
    const kept = [this.#wanted?.line, this.#focusedLine()].map((line) => line && feed.find(line));
    for (const place of [held?.place, ...kept]) if (place !== undefined) places.add(place);
    return [...places].sort((a, b) => a - b);
  }

  #focusedLine(): Line | undefined {
    const active = this.#host.shadowRoot?.activeElement;
    return active ? this.#drawn[this.#elements().indexOf(active)]?.line : undefined;
  }

  /** When a filter removes the focused line, the line at its place gets the focus. */
  #keepFocus(): void {
    const focused = this.#focusedLine();
    if (focused === undefined || this.#feed.find(focused) !== undefined) return;
    const line = this.#feed.lineAt(this.#feed.placeOf(focused));
    if (line !== undefined) this.#wanted = { line, focus: true, scroll: false };
  }

  /** The place with the focus, now or after the update; otherwise the reading position. */
  #current(): number | undefined {
    const line = this.#wanted?.focus ? this.#wanted.line : this.#focusedLine();
    return line === undefined ? this.#held()?.place : this.#feed.find(line);
  }

  #scrolled(): void {
    const view = viewportOf(this.#host);
    this.#catchUp(view);
    this.#rounds = 0;
    if (this.#isStale(view)) this.#host.requestUpdate();
  }

  /** Updates in the next frame: a `ResizeObserver` does not report changes made in its own callback. */
  #resized(): void {
    const width = this.#host.clientWidth;
    if (width === 0) return;
    if (width !== this.#width) this.#forgets = true;
    this.#width = width;
    if (this.#settle(viewportOf(this.#host)) || this.#forgets) requestAnimationFrame(() => this.#host.requestUpdate());
  }

  /**
   * Observes everything whose size can move the reading position: the lines, and the content above them in the
   * scroller.
   */
  #observe({ scroller }: Viewport): void {
    const bar = this.#bar();
    const observed = new Set([this.#host, scroller, ...this.#elements(), ...scroller.children, ...(bar ? [bar] : [])]);
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
