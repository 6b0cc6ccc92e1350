import { millisecondsOf, payloadOf, type CloudEvent } from './cjds-wire.js';

export interface StoredEvent {
  readonly event: CloudEvent;
  /** Epoch milliseconds: the event's own time, else its payload's, else when it arrived. */
  readonly at: number;
}

/** The events of one project: they are added, never changed. */
export interface Events {
  add(event: CloudEvent, receivedAt: number): StoredEvent;
  /** In the order they arrived under each alias; without aliases those of everybody. */
  of(aliases?: readonly string[]): readonly StoredEvent[];
  /** The alias that earlier events of a contact are stored under. */
  identityOfTask(taskId: string): string | undefined;
}

export function createEvents(): Events {
  const all: StoredEvent[] = [];
  const byAlias = new Map<string, StoredEvent[]>();
  const byTask = new Map<string, string>();
  return {
    add(event, receivedAt) {
      const { taskId, createdTime } = payloadOf(event);
      const stored = { event, at: millisecondsOf(event.time) ?? millisecondsOf(createdTime) ?? receivedAt };
      all.push(stored);
      const same = byAlias.get(event.identity);
      if (same) same.push(stored);
      else byAlias.set(event.identity, [stored]);
      if (typeof taskId === 'string' && !byTask.has(taskId)) byTask.set(taskId, event.identity);
      return stored;
    },
    of: (aliases) => (aliases ? aliases.flatMap((alias) => byAlias.get(alias) ?? []) : all),
    identityOfTask: (taskId) => byTask.get(taskId),
  };
}
