import type { RecentLookUp } from '../../domain/look-up/recent-look-ups.js';
import type { Situation } from '../../domain/task/shown-customer.js';

type Agent = Pick<Situation, 'organizationId' | 'agentId'>;

/** By agent, in memory until the page is closed: a customer's address is never put into browser storage. */
const memory = new Map<string, readonly RecentLookUp[]>();

const none: readonly RecentLookUp[] = [];

const keyOf = ({ organizationId, agentId }: Agent): string => JSON.stringify([organizationId, agentId]);

/** The agent's recent look-ups on this page, newest first. No agent sees those of another. */
export const recentLookUps = (agent: Agent): readonly RecentLookUp[] => memory.get(keyOf(agent)) ?? none;

/** Replaces the agent's recent look-ups. */
export const rememberLookUps = (agent: Agent, recents: readonly RecentLookUp[]): void =>
  void memory.set(keyOf(agent), recents);

/** Forgets the agent's recent look-ups. */
export const forgetLookUps = (agent: Agent): void => void memory.delete(keyOf(agent));
