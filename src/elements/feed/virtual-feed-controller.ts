import type { LitElement, ReactiveController } from 'lit';
import { createFeed, headingSize, type FeedLayout, type FeedLine } from './feed-layout.js';
import type { Line } from './feed-lines.js';
import type { EntryOrder } from '../shared/events/filter-event.js';
import { rootsAround, viewportOf, type Viewport } from './viewport.js';

/** Drawn beyond either end of what can be seen, as a share of it: enough for a turn of the wheel. */
const overscan = 0.3;

/** Below the last line, as the style sheet has it. Pixels. */
const endRoom = 8;

/** Drawing again because sizes turned out otherwise ends after so many times in a row. */
const mostRounds = 8;

/** A line and how far below the top of what scrolls it stands, in pixels. */
interface Held {
  readonly line: Line;
  readonly offset: number;
}

/** The same, by its place in the feed. */
interface Placed {
  readonly place: number;
  readonly offset: number;
}

/** What is read, from its first line on: that one, or the next if it has gone, must not move. */
interface ReadingPlace {
  readonly lines: readonly Held[];
  readonly scrollTop: number;
}

/** A line to bring into view, or to give the focus to, when it has been drawn. */
interface Wanted {
  readonly line: Line;
  readonly focus: boolean;
  readonly scroll: boolean;
}

/** What to draw, and the place at which Tab enters the feed. */
export interface DrawnFeed extends FeedLayout {
  readonly current: number;
}

const isDrawn = async (element: Element): Promise<unknown> => (element as LitElement).updateComplete;

/**
 * Draws of a long feed what can be seen, and keeps what is read where it is: whatever comes, goes or grows above it, is
 * made up for before the next paint. At the top of the feed nothing is held: what is new comes in by itself; so it does
 * at the end, when that is where the newest line stands.
 *
 * The host draws what `layOut` tells, in `.feed`, each line as an element of class `line`, below a bar `.top` that stays.
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
  /** The same, as the host knows it. */
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

  /** Whether the newest line can be seen: up to its top where it stands at the top, down to its end at the other end. */
  get showsNewest(): boolean {
    return this.#showsNewest;
  }

  get length(): number {
    return this.#feed.length;
  }

  /**
   * Which lines to draw, and how much room to leave between them; to be called while the host draws.
   *
   * @param news whether something has come in that is worth following, unless something else is read
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
    // The first time only what is seen at once: what is beyond it is drawn after the first paint.
    const layout = this.#feed.layOut(this.#places(view, this.#began ? overscan : 0));
    const current = this.#current() ?? layout.days[0]?.lines[0]?.place ?? 0;
    this.#drawn = layout.days.flatMap((day) => day.lines);
    return { ...layout, current };
  }

  /** Brings a line into view, and gives it the focus if wanted. */
  reveal(place: number, focus: boolean): void {
    const line = this.#feed.lineAt(place);
    if (line === undefined) return;
    this.#wanted = { line, focus, scroll: true };
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
    if (!this.#host.hasUpdated) return;
    // Moved in the document: what scrolls may begin at its top again, and what is read stays what it was.
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

  /** The lines draw themselves after the host; their sizes are known when they have. Still before the next paint. */
  async #settleDrawn(): Promise<void> {
    // One that cannot be drawn must not stop the others.
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

  /** Takes the sizes of what was drawn, and puts what is read back to its place. Whether the host has to draw again. */
  #settle(view: Viewport): boolean {
    if (this.#host.clientWidth === 0) return false; // without a box there are no sizes
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
    // Nobody asked for it, so nothing but the feed may move: that would be the host's page.
    else view.scroller.scrollTop += Math.max(0, target.getBoundingClientRect().bottom + endRoom - view.end);
    this.#look(view, held);
    return this.#isStale(view);
  }

  /** Scrolls by as much as the line that is read was moved. */
  #hold({ start, scroller }: Viewport, rects: readonly DOMRect[]): Placed | undefined {
    const held = this.#held();
    const rect = held && rects[this.#drawn.findIndex(({ place }) => place === held.place)];
    if (held === undefined || rect === undefined) return undefined;
    const moved = rect.top - start - held.offset;
    if (Math.abs(moved) >= 0.5) scroller.scrollTop += moved;
    return held;
  }

  /** The first line that is still where it was among the others; the nearest one when all have gone. */
  #held(): Placed | undefined {
    const { lines } = this.#reading ?? { lines: [] };
    const feed = this.#feed;
    const stays = lines.find(({ line }) => feed.lineAt(feed.placeOf(line))?.key === line.key) ?? lines[0];
    return stays && feed.length > 0 ? { place: feed.placeOf(stays.line), offset: stays.offset } : undefined;
  }

  /** Somebody may have scrolled. When the width is another one all has moved, and is about to be put back. */
  #catchUp(view: Viewport): void {
    const sameWidth = this.#host.clientWidth === this.#width;
    if (sameWidth && this.#reading?.scrollTop !== view.scroller.scrollTop) this.#look(view);
  }

  /**
   * Takes note of what is read. What was just put back may stand a part of a pixel off, since not every browser scrolls
   * by less than one: where it should stand is what counts, or many such parts would add up.
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
    // In a low view bar and heading may cover all there is.
    const lines = [below + headingSize, top].map(seenBelow).find((seen) => seen.length > 0) ?? [];
    this.#reading = { lines, scrollTop: scroller.scrollTop };
  }

  /** Whether something else has to be drawn: what was drawn may not fill the view, once its sizes are known. */
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

  /** A line that a filter takes away hands its focus to the one that takes its place. */
  #keepFocus(): void {
    const focused = this.#focusedLine();
    if (focused === undefined || this.#feed.find(focused) !== undefined) return;
    const line = this.#feed.lineAt(this.#feed.placeOf(focused));
    if (line !== undefined) this.#wanted = { line, focus: true, scroll: false };
  }

  /** Where the focus is, or will be; else at what is read. */
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

  /** Nothing is drawn or observed now: what changes while sizes are being told would not be told of. */
  #resized(): void {
    const width = this.#host.clientWidth;
    if (width === 0) return;
    if (width !== this.#width) this.#forgets = true;
    this.#width = width;
    if (this.#settle(viewportOf(this.#host)) || this.#forgets) requestAnimationFrame(() => this.#host.requestUpdate());
  }

  /** What changes its size may move what is read: the lines, and what stands above them where all scrolls as one. */
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
