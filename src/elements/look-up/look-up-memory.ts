import type { RecentLookUp } from '../../domain/look-up/recent-look-ups.js';
import type { Situation } from '../../domain/task/shown-customer.js';

type Agent = Pick<Situation, 'organizationId' | 'agentId'>;

/** Of each agent, as long as the page lives: no storage ever has a customer's address. */
const memory = new Map<string, readonly RecentLookUp[]>();

const none: readonly RecentLookUp[] = [];

const keyOf = ({ organizationId, agentId }: Agent): string => JSON.stringify([organizationId, agentId]);

/** The look-ups of this agent on this page, newest first. No agent sees those of another. */
export const recentLookUps = (agent: Agent): readonly RecentLookUp[] => memory.get(keyOf(agent)) ?? none;

export const rememberLookUps = (agent: Agent, recents: readonly RecentLookUp[]): void =>
  void memory.set(keyOf(agent), recents);

export const forgetLookUps = (agent: Agent): void => void memory.delete(keyOf(agent));
