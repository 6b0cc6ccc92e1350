import type { TimeRange } from '../../../domain/time/time-range.js';

/** The agent chose a part of the time frame, or the whole of it again. */
export class RangeEvent extends Event {
  /** `undefined`: the whole time frame. */
  readonly range: TimeRange | undefined;

  constructor(range: TimeRange | undefined) {
    super('wayline-range', { bubbles: true, composed: true });
    this.range = range;
  }
}

declare global {
  interface HTMLElementEventMap {
    'wayline-range': RangeEvent;
  }
}
