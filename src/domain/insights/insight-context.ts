import type { Task } from '../task/task.js';
import type { InsightThresholds } from './thresholds.js';
import type { TimeRange } from '../time/time-range.js';

/** What decides beside the entries what is worth a notice. */
export interface InsightContext {
  /** Epoch milliseconds. */
  readonly now: number;
  /** IANA zone in which days begin; the runtime's own when undefined. */
  readonly zone: string | undefined;
  /** The agent's own contact. */
  readonly task: Pick<Task, 'interactionId' | 'channel' | 'direction'> | undefined;
  /** Without it nobody knows when this agent last spoke with the customer. */
  readonly agentId: string | undefined;
  /** From the newest event that the agent saw of this customer until they came back; undefined the first time. */
  readonly away: TimeRange | undefined;
  /** Whether the whole history is known: only then can a contact be the first. */
  readonly complete: boolean;
  readonly thresholds: InsightThresholds;
}
