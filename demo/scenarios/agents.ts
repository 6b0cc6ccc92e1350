import { agent } from '../tasks/agent.js';

/** The agents of the demo's contact center. The first one uses the desktop. */
export const agentNames = [agent.agentName, 'Tom Baker', 'Aisha Rahman', 'Jonas Lindqvist', 'Priya Nair'] as const;
