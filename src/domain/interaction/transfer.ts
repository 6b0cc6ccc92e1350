import type { Turn } from './agent-turn.js';

/** The customer went from one agent to another, or back into a queue. */
export interface Handover {
  /** Epoch milliseconds. */
  readonly at: number;
  /** Warm: the agents spoke with each other first. Unknown: too much got lost to tell. */
  readonly kind: 'cold' | 'warm' | 'unknown';
  readonly to: 'queue' | 'agent' | 'unknown';
  /** The name of the queue where one is known, else its id. */
  readonly queue: string | undefined;
}

/** As it looked when it happened; `turn` is the place in the list of turns that the next one gets. */
export type Leaving = { -readonly [Key in keyof Handover]: Handover[Key] } & { readonly turn: number };

/** What they were, now that it is known who came next: whoever takes the customer back has not handed them on. */
export const handoversOf = (leavings: readonly Leaving[], turns: readonly Turn[]): readonly Handover[] =>
  leavings.flatMap(({ turn, kind, ...leaving }) => {
    const [before, after] = [turns[turn - 1], turns[turn]];
    if (after?.agent !== undefined && after.agent === before?.agent) return [];
    const acquainted = after?.agent !== undefined && after.agent === before?.guest;
    return [{ ...leaving, kind: acquainted ? 'warm' : kind }];
  });
