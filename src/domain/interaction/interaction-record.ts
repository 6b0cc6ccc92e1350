/** What is needed to find the record of an interaction. Time: epoch milliseconds. */
export interface InteractionStart {
  readonly taskId: string;
  readonly startedAt: number;
}

/** From `at` on (epoch milliseconds) this agent served the customer. */
export interface RecordedTurn {
  readonly at: number;
  readonly agentId: string | undefined;
  readonly agentName: string;
}

/** What the contact center stores about an interaction besides its events. `undefined`: not stored. */
export interface InteractionRecord {
  readonly taskId: string;
  /** Oldest first, one for each change of the agent. Empty without the permission to read the history. */
  readonly turns: readonly RecordedTurn[];
  readonly lastAgent: string | undefined;
  /** Name of the reason that the last agent chose. */
  readonly wrapUp: string | undefined;
  /** The customer's score, above 0. Each organization has its own scale. */
  readonly csat: number | undefined;
  /** Name of the last queue. A name from an event counts more. */
  readonly queue: string | undefined;
  readonly endedBy: 'agent' | 'customer' | 'system' | undefined;
  readonly totals: RecordedTotals;
}

/** How long an interaction was in each state in total. Milliseconds. */
export interface RecordedTotals {
  readonly all: number | undefined;
  readonly queue: number | undefined;
  readonly talk: number | undefined;
  readonly hold: number | undefined;
  readonly wrapUp: number | undefined;
}

/** Names of all agents in the records, by ID. */
export const agentNames = (records: Iterable<InteractionRecord>): ReadonlyMap<string, string> =>
  new Map(
    [...records]
      .flatMap(({ turns }) => turns)
      .flatMap(({ agentId, agentName }) => (agentId === undefined ? [] : [[agentId, agentName]])),
  );

/**
 * The agent who served the customer between `from` and `to`; without `to` the leg still lasts. The clocks of events and
 * records differ a little, so the middle of the leg decides.
 */
export const nameAt = ({ turns }: InteractionRecord, from: number, to = Infinity): string | undefined =>
  (turns.findLast(({ at }) => at <= (from + to) / 2) ?? turns[0])?.agentName;
