import type { Task } from '../task/task.js';
import type { InsightThresholds } from './thresholds.js';
import type { TimeRange } from '../time/time-range.js';

/** What notices depend on, besides the entries. */
export interface InsightContext {
  /** Epoch milliseconds. */
  readonly now: number;
  /** The IANA zone of the days; the runtime's own if undefined. */
  readonly zone: string | undefined;
  /** The task of the desktop. */
  readonly task: Pick<Task, 'interactionId' | 'channel' | 'direction'> | undefined;
  /** Undefined if not known: then it is unknown when this agent last spoke with the customer. */
  readonly agentId: string | undefined;
  /** From the newest event that the agent saw until they came back to this customer; undefined at the first visit. */
  readonly away: TimeRange | undefined;
  /** Whether the whole history is loaded: only then can a contact be the first. */
  readonly complete: boolean;
  readonly thresholds: InsightThresholds;
}
