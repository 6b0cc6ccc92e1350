import type { Connection } from './connection.js';
import type { Loadable } from './loadable.js';

const down: ReadonlySet<Connection['status']> = new Set(['reconnecting', 'paused', 'signed-out']);

/**
 * When what a section shows was true, epoch milliseconds, if that may be over: it could not be read again, or, for one
 * that a connection keeps true, the line is down. `undefined` while it is true.
 */
export const staleSince = (
  section: Loadable<unknown> | undefined,
  connection?: Pick<Connection, 'status'>,
): number | undefined =>
  section?.status === 'failed' || (connection !== undefined && down.has(connection.status)) ? section?.asOf : undefined;
