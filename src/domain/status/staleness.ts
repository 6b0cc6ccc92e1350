import type { Connection } from './connection.js';
import type { Loadable } from './loadable.js';

const down: ReadonlySet<Connection['status']> = new Set(['reconnecting', 'paused', 'signed-out']);

/**
 * Since when a section may be stale, epoch milliseconds: its last read failed, or the connection that keeps it up to date
 * is down. `undefined` while it is up to date.
 */
export const staleSince = (
  section: Loadable<unknown> | undefined,
  connection?: Pick<Connection, 'status'>,
): number | undefined =>
  section?.status === 'failed' || (connection !== undefined && down.has(connection.status)) ? section?.asOf : undefined;
