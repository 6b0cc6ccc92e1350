import type { RecentLookUp } from '../../domain/look-up/recent-look-ups.js';

/** Of each agent, as long as the page lives: no storage ever has a customer's address. */
const memory = new Map<string, readonly RecentLookUp[]>();

const none: readonly RecentLookUp[] = [];

/** Whom the agent has looked up on this page, the last first. */
export const recentLookUps = (agent: string): readonly RecentLookUp[] => memory.get(agent) ?? none;

export const rememberLookUps = (agent: string, recents: readonly RecentLookUp[]): void =>
  void memory.set(agent, recents);

export const forgetLookUps = (agent: string): void => void memory.delete(agent);
