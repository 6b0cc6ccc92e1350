/** What is needed to find the record of an interaction. Time: epoch milliseconds. */
export interface InteractionStart {
  /** The contact's task ID. */
  readonly taskId: string;
  /** When the contact started, epoch milliseconds. */
  readonly startedAt: number;
}

/** From `at` on (epoch milliseconds) this agent served the customer. */
export interface RecordedTurn {
  /** When the turn started, epoch milliseconds. */
  readonly at: number;
  /** The agent's ID, if the record has it. */
  readonly agentId: string | undefined;
  /** The agent's name. */
  readonly agentName: string;
}

/** What the contact center stores about an interaction besides its events. `undefined`: not stored. */
export interface InteractionRecord {
  /** The contact's task ID. */
  readonly taskId: string;
  /** Oldest first, one for each change of the agent. Empty without the permission to read the history. */
  readonly turns: readonly RecordedTurn[];
  /** Name of the last agent. */
  readonly lastAgent: string | undefined;
  /** Name of the reason that the last agent chose. */
  readonly wrapUp: string | undefined;
  /** The customer's score, above 0. Each organization has its own scale. */
  readonly csat: number | undefined;
  /** Name of the last queue. A name from an event counts more. */
  readonly queue: string | undefined;
  /** Who ended the contact. */
  readonly endedBy: 'agent' | 'customer' | 'system' | undefined;
  /** How long the contact was in each state. */
  readonly totals: RecordedTotals;
}

/** How long an interaction was in each state in total. Milliseconds. */
export interface RecordedTotals {
  /** From the start to the end of the contact. */
  readonly all: number | undefined;
  /** Waiting in queues. */
  readonly queue: number | undefined;
  /** With an agent. */
  readonly talk: number | undefined;
  /** On hold. */
  readonly hold: number | undefined;
  /** Wrap-up after the end of the contact. */
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
