/** One agent's time with the customer, from the call for an agent on. Later events may fill in what is missing. */
export interface AgentTurn {
  /** ID of the agent; of the one who was called, while it is not certain who answered. */
  agent: string | undefined;
  certain: boolean;
  served: boolean;
  /** The agent who was consulted, or is the other one in the conference. */
  consulted: string | undefined;
  /** Those who joined the customer in a conference. */
  readonly joined: Set<string>;
}

/** A turn of an agent who has not done anything yet. */
export const createTurn = (agent?: string): AgentTurn => ({
  agent,
  certain: false,
  served: false,
  consulted: undefined,
  joined: new Set(),
});

/** All agents who served the customer, in the order of their turns. */
export const agentsOf = (turns: readonly AgentTurn[]): readonly string[] => [
  ...new Set(turns.flatMap(({ agent, joined }) => (agent === undefined ? [...joined] : [agent, ...joined]))),
];
