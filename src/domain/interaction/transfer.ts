import type { AgentTurn } from './agent-turn.js';

/** The customer went from one agent to another, or back into a queue. */
export interface Transfer {
  /** Epoch milliseconds. */
  readonly at: number;
  /** Warm: the agents spoke with each other first. Unknown: too much got lost to tell. */
  readonly kind: 'cold' | 'warm' | 'unknown';
  readonly to: 'queue' | 'agent' | 'unknown';
  /** The name of the queue where one is known, else its id. */
  readonly queue: string | undefined;
}

/** As it looked when it happened; `turn` is the place in the list of turns that the next one gets. */
export type PendingTransfer = { -readonly [Key in keyof Transfer]: Transfer[Key] } & { readonly turn: number };

/** What they were, now that it is known who came next: whoever takes the customer back has not handed them on. */
export const transfersOf = (leavings: readonly PendingTransfer[], turns: readonly AgentTurn[]): readonly Transfer[] =>
  leavings.flatMap(({ turn, kind, ...leaving }) => {
    const [before, after] = [turns[turn - 1], turns[turn]];
    if (after?.agent !== undefined && after.agent === before?.agent) return [];
    const acquainted = after?.agent !== undefined && after.agent === before?.consulted;
    return [{ ...leaving, kind: acquainted ? 'warm' : kind }];
  });
