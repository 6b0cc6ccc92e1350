import type { Position } from './document.js';
import type { Role } from './places.js';

/** What was done about one place, or why nothing was. */
export interface Step {
  /** `undefined` where the layout is the same for all roles. */
  readonly role: Role | undefined;
  readonly place: 'panel' | 'page' | 'node';
  readonly did: 'added' | 'already' | 'replaced' | 'removed' | 'restored' | 'left' | 'refused';
  /** In the layout as it came. */
  readonly position: Position;
  /** Why it was left or refused, and what to do; empty otherwise. */
  readonly reason: string;
}

export interface Changed {
  /** The whole layout; where a step was refused, as it came. */
  readonly text: string;
  readonly steps: readonly Step[];
}
