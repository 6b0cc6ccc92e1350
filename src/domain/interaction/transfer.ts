import type { AgentTurn } from './agent-turn.js';

/** The customer went from one agent to another, or back into a queue. */
export interface Transfer {
  /** Epoch milliseconds. */
  readonly at: number;
  /** Warm: the agents spoke with each other first. Unknown: too many events are lost. */
  readonly kind: 'cold' | 'warm' | 'unknown';
  readonly to: 'queue' | 'agent' | 'unknown';
  /** The name of the queue if known, else its ID. */
  readonly queue: string | undefined;
}

/** As it looked when it happened. `turn`: place of the next turn in the list of turns. */
export type PendingTransfer = { -readonly [Key in keyof Transfer]: Transfer[Key] } & { readonly turn: number };

/** Decides on pending transfers once the next agent is known. An agent who gets the customer back made no transfer. */
export const transfersOf = (pending: readonly PendingTransfer[], turns: readonly AgentTurn[]): readonly Transfer[] =>
  pending.flatMap(({ turn, kind, ...transfer }) => {
    const [before, after] = [turns[turn - 1], turns[turn]];
    if (after?.agent !== undefined && after.agent === before?.agent) return [];
    const isWarm = after?.agent !== undefined && after.agent === before?.consulted;
    return [{ ...transfer, kind: isWarm ? 'warm' : kind }];
  });
