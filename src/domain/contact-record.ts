/** All it takes to find a contact's record; epoch milliseconds. */
export interface ContactStart {
  readonly taskId: string;
  readonly startedAt: number;
}

/** From `at` on (epoch milliseconds) this agent was the one with the customer. */
export interface AgentTurn {
  readonly at: number;
  readonly agentId: string | undefined;
  readonly agentName: string;
}

/** What the contact center keeps of a contact besides its events. `undefined`: not said. */
export interface ContactRecord {
  readonly taskId: string;
  /** Oldest first; another one begins when another agent takes over. Empty where nobody may see the history. */
  readonly turns: readonly AgentTurn[];
  readonly lastAgent: string | undefined;
  /** Name of the reason that the last agent chose. */
  readonly wrapUp: string | undefined;
  /** The customer's score, above 0; on which scale is the organization's own. */
  readonly csat: number | undefined;
  /** Name of the last queue. An event's own name goes before it. */
  readonly queue: string | undefined;
  readonly endedBy: 'agent' | 'customer' | 'system' | undefined;
  readonly totals: ContactTotals;
}

/** How long a contact was in a state, all stretches together. Milliseconds. */
export interface ContactTotals {
  readonly all: number | undefined;
  readonly queue: number | undefined;
  readonly talk: number | undefined;
  readonly hold: number | undefined;
  readonly wrapUp: number | undefined;
}

/**
 * Whose a leg of talk, hold, consult, conference or wrap-up was. Where no event names an agent, time decides: the clocks
 * of events and records differ a little, so it is the middle of the leg, or the last turn while it lasts.
 */
export function nameIn(
  { turns }: ContactRecord,
  {
    from,
    to = Infinity,
    agent,
  }: { readonly from: number; readonly to: number | undefined; readonly agent?: string | undefined },
): string | undefined {
  const own = turns.find(({ agentId }) => agentId !== undefined && agentId === agent);
  return (own ?? turns.findLast(({ at }) => at <= (from + to) / 2) ?? turns[0])?.agentName;
}

/** Everybody who was with the customer, each once, in the order of their first turn. */
export const handlersOf = ({ turns, lastAgent }: ContactRecord): readonly string[] => [
  ...new Set([...turns.map(({ agentName }) => agentName), ...(lastAgent === undefined ? [] : [lastAgent])]),
];
