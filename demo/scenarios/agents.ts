import { agent } from '../tasks/agent.js';

/** Who works in the demo's contact center; the desktop's agent is one of them. */
export const agentNames = [agent.agentName, 'Tom Baker', 'Aisha Rahman', 'Jonas Lindqvist', 'Priya Nair'] as const;
