import type { Leg } from './leg.js';

/** How long the legs of each kind are in total. Milliseconds. */
export interface Totals {
  /** For an agent: in queues, and while a phone rang. */
  readonly waiting: number;
  readonly ringing: number;
  /** By agents, without the customer's time on hold. */
  readonly handling: number;
}

/** Legs that still last reach until `now`, epoch milliseconds. */
export function totalsIn(legs: readonly Leg[], now: number): Totals {
  const sum = (...kinds: readonly string[]): number =>
    legs.reduce((all, { from, kind, to = now }) => (kinds.includes(kind) ? all + Math.max(0, to - from) : all), 0);
  return {
    waiting: sum('queue', 'ringing'),
    ringing: sum('ringing'),
    handling: sum('talk', 'consult', 'conference'),
  };
}
