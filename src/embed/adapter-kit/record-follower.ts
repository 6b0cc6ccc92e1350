import type { JourneyContext } from '../protocol/protocol.js';
import { nobody } from './adapter-context.js';

/** Follows the agent from record to record. */
export interface RecordFollower {
  /**
   * Call it when the agent opens a record; `read` loads its customer. A new record, or one without a name, removes the
   * last customer at once. Only the result of the last call counts. A record that cannot be read has no customer.
   */
  follow(record: string | undefined, read: () => Promise<JourneyContext>): Promise<void>;
  /** Removes the customer, because the agent left the record and the next one is not known yet. */
  leave(): void;
  /** Stops all updates. */
  stop(): void;
}

/**
 * Creates a follower.
 *
 * @param update shows a context
 */
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
