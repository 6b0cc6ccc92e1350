import type { LitElement, ReactiveController } from 'lit';
import { binsInRange, rangeOfBins } from '../../domain/timeline/activity-range.js';
import type { TimeRange } from '../../domain/time/time-range.js';

/** Reads and sets the range. */
interface Ranged {
  /** Edges of the bins, in epoch milliseconds. */
  edges(): readonly number[];
  /** The chosen range; `undefined` for the whole time frame. */
  range(): TimeRange | undefined;
  /** Sets the range. */
  choose(range: TimeRange | undefined): void;
}

/** A press that might become a drag. Stores bins by their start time, because the bins can change during a drag. */
interface Drag {
  readonly pointer: number;
  /** Client coordinate of the press, in CSS pixels. */
  readonly x: number;
  /** Start of the pressed bin, in epoch milliseconds. */
  readonly pressed: number;
  /** The bin that stays chosen while the other end moves. */
  readonly anchor: number;
  /** The range before the drag, for Escape. */
  readonly before: TimeRange | undefined;
  moved: boolean;
}

/**
 * A press at most `reach` pixels from an end of the range drags that end. Moving less than `shake` pixels is not a
 * drag.
 */
const [reach, shake] = [12, 4];

const binOf = (edges: readonly number[], time: number): number => binsInRange(edges, { from: time, to: time })[0];

/** Chooses a range of bins by mouse, pen or touch: a press chooses one bin, a drag all bins it passes. */
export class RangeDragController implements ReactiveController {
  readonly #ranged: Ranged;
  #drag: Drag | undefined;

  constructor(host: LitElement, ranged: Ranged) {
    this.#ranged = ranged;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#drag = undefined;
  }

  readonly pressed = (event: PointerEvent): void => {
    const [edges, range] = [this.#ranged.edges(), this.#ranged.range()];
    const strip = event.currentTarget;
    if (this.#drag !== undefined || event.button !== 0 || !(strip instanceof HTMLElement)) return;
    strip.setPointerCapture(event.pointerId);
    const [first, end] = binsInRange(edges, range);
    const at = placeOf(event, edges);
    const [toFirst, toEnd] = [Math.abs(at - first), Math.abs(at - end)];
    const bin = binUnder(event, edges);
    const holds = range !== undefined && Math.min(toFirst, toEnd) * (strip.clientWidth / (edges.length - 1)) <= reach;
    const [pressed = 0, anchor = 0] = [edges[bin], edges[!holds ? bin : toFirst < toEnd ? end - 1 : first]];
    this.#drag = { pointer: event.pointerId, x: event.clientX, pressed, anchor, before: range, moved: false };
  };

  readonly moved = (event: PointerEvent): void => {
    const drag = this.#drag;
    if (drag?.pointer !== event.pointerId) return;
    drag.moved ||= Math.abs(event.clientX - drag.x) >= shake;
    const edges = this.#ranged.edges();
    if (drag.moved) this.#choose(edges, binOf(edges, drag.anchor), binUnder(event, edges));
  };

  readonly released = (event: PointerEvent): void => {
    const drag = this.#drag;
    if (drag?.pointer !== event.pointerId) return;
    this.#drag = undefined;
    const edges = this.#ranged.edges();
    const bin = binOf(edges, drag.pressed);
    if (!drag.moved) this.#choose(edges, bin, bin);
  };

  /** Restores the range from before the drag. Returns false if there was no drag. */
  readonly cancel = (): boolean => {
    const drag = this.#drag;
    this.#drag = undefined;
    if (drag?.moved) this.#ranged.choose(drag.before);
    return drag !== undefined;
  };

  #choose(edges: readonly number[], one: number, other: number): void {
    this.#ranged.choose(rangeOfBins(edges, Math.min(one, other), Math.max(one, other) + 1));
  }
}

/** The position of a pointer, in bins from the start. */
function placeOf({ clientX, currentTarget }: PointerEvent, edges: readonly number[]): number {
  if (!(currentTarget instanceof HTMLElement)) return 0;
  const { left, width } = currentTarget.getBoundingClientRect();
  const part = (clientX - left) / width;
  return (currentTarget.matches(':dir(rtl)') ? 1 - part : part) * (edges.length - 1);
}

const binUnder = (event: PointerEvent, edges: readonly number[]): number =>
  Math.min(Math.max(Math.floor(placeOf(event, edges)), 0), edges.length - 2);
