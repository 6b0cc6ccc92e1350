import { millisecondsOf, payloadOf } from './cloud-event';
import type { StoredEvent, Events } from './model.js';

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
