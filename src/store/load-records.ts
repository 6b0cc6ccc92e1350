import type { KnownEvents } from './known-events.js';
import type { LoadContext } from './session-context.js';

/** Loads the records that are due, until none is. */
export async function loadRecords(
  { source, state, set, now }: LoadContext,
  known: KnownEvents,
  signal: AbortSignal,
  done: () => void,
): Promise<void> {
  for (let due = known.contacts.due(now()); due.length > 0; due = known.contacts.due(now())) {
    for await (const records of source.records?.(due, signal) ?? []) {
      if (signal.aborted) return;
      const fresh = records.map((record) => [record.taskId, record] as const);
      set({ records: new Map([...state().records, ...fresh]) });
    }
    if (signal.aborted) return;
    known.contacts.answered(due);
  }
  done();
}
