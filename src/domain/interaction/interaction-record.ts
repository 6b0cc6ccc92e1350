/** All it takes to find a contact's record; epoch milliseconds. */
export interface InteractionStart {
  /** The contact's task ID. */
  readonly taskId: string;
  /** When the contact started, epoch milliseconds. */
  readonly startedAt: number;
}

/** From `at` on (epoch milliseconds) this agent was the one with the customer. */
export interface RecordedTurn {
  /** When the turn started, epoch milliseconds. */
  readonly at: number;
  /** The agent's ID, if the record has it. */
  readonly agentId: string | undefined;
  /** The agent's name. */
  readonly agentName: string;
}

/** What the contact center keeps of a contact besides its events. `undefined`: not said. */
export interface InteractionRecord {
  /** The contact's task ID. */
  readonly taskId: string;
  /** Oldest first; another one begins when another agent takes over. Empty where nobody may see the history. */
  readonly turns: readonly RecordedTurn[];
  /** Name of the last agent. */
  readonly lastAgent: string | undefined;
  /** Name of the reason that the last agent chose. */
  readonly wrapUp: string | undefined;
  /** The customer's score, above 0; on which scale is the organization's own. */
  readonly csat: number | undefined;
  /** Name of the last queue. An event's own name goes before it. */
  readonly queue: string | undefined;
  /** Who ended the contact. */
  readonly endedBy: 'agent' | 'customer' | 'system' | undefined;
  /** How long the contact was in each state. */
  readonly totals: RecordedTotals;
}

/** How long a contact was in a state, all stretches together. Milliseconds. */
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

/** Names of all agents that records tell of, by id. */
export const agentNames = (records: Iterable<InteractionRecord>): ReadonlyMap<string, string> =>
  new Map(
    [...records]
      .flatMap(({ turns }) => turns)
      .flatMap(({ agentId, agentName }) => (agentId === undefined ? [] : [[agentId, agentName]])),
  );

/**
 * Who had the customer between `from` and `to`: a stretch of talk, hold, consult or conference, which lasts where `to` is
 * `undefined`. The clocks of events and records differ a little, so it is the middle of the stretch that decides.
 */
export const nameAt = ({ turns }: InteractionRecord, from: number, to = Infinity): string | undefined =>
  (turns.findLast(({ at }) => at <= (from + to) / 2) ?? turns[0])?.agentName;
