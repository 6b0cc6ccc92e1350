import type { JourneyContext } from '../protocol/protocol.js';
import { nobody } from './adapter-context.js';

/** Follows the agent from record to record. */
export interface RecordFollower {
  /**
   * The agent is at a record, whose customer `read` asks the CRM for. At another one than before, and at one without a name,
   * the last customer goes at once. However late answers come, only the one to the last question counts; a record that
   * cannot be read has no customer.
   */
  follow(record: string | undefined, read: () => Promise<JourneyContext>): Promise<void>;
  /** The agent left, and nobody knows yet where to. */
  leave(): void;
  /** Nothing is told any more. */
  stop(): void;
}

export function createRecordFollower(update: (context: JourneyContext) => void): RecordFollower {
  let turn = 0;
  let current: string | undefined;
  let stopped = false;

  function leave(): void {
    turn += 1;
    current = undefined;
    if (!stopped) update(nobody);
  }

  return {
    leave,
    async follow(record, read) {
      if (record === undefined || record !== current) leave();
      const mine = ++turn;
      current = record;
      const context = await read().catch(() => nobody);
      if (mine === turn && !stopped) update(context);
    },
    stop() {
      stopped = true;
    },
  };
}
