import type { Position } from './document.js';
import type { Role } from './places.js';

/** What was done at one place of the layout, or why nothing was. */
export interface Step {
  /** `undefined` if the layout is the same for all roles. */
  readonly role: Role | undefined;
  readonly place: 'panel' | 'page' | 'node';
  readonly did: 'added' | 'already' | 'replaced' | 'removed' | 'restored' | 'left' | 'refused';
  /** The position in the layout before the change. */
  readonly position: Position;
  /** Why it was left or refused, and what to do; otherwise empty. */
  readonly reason: string;
}

/** The result of a change. */
export interface Changed {
  /** The whole layout; unchanged if a step was refused. */
  readonly text: string;
  readonly steps: readonly Step[];
}
