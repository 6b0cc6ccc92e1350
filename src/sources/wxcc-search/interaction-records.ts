import type { InteractionRecord, InteractionStart } from '../../domain/interaction/interaction-record.js';
import { JourneyError } from '../../domain/base/journey-error.js';
import { createHttp, type HttpOptions } from '../http/http.js';
import type { LearnedPermissions } from '../http/sign-in.js';
import type { JourneySource } from '../journey-source.js';
import { readRecords, recordsQuery } from './records-wire.js';

const hour = 3_600_000;
const day = 24 * hour;

/** The service goes no further back than 36 months. */
const oldest = 36 * 30 * day;

/** It gives the activities of 30 days at once; a day on each side is left for clocks and lost first events. */
const longestSpan = 28 * day;
const margin = day;

const mostAtOnce = 25;

/** After a failure that says nothing about the token the service is left alone for so long. Milliseconds. */
const restAfterFailure = 5 * 60_000;

/** Everybody may publish events, with anything for a task's id; only what cannot be about a customer is sent. */
const isTaskId = (id: string): boolean => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id);

export interface ContactRecordsOptions extends Pick<HttpOptions, 'fetch' | 'wait'> {
  /** The gateway's address without a slash at the end. */
  readonly host: string;
  readonly signIn: LearnedPermissions;
  readonly now?: () => number;
}

/**
 * Contact records from the Search API of Webex Contact Center, which administrators and supervisors may use. Asks once,
 * one portion after another, and never for a newer token.
 */
export function createInteractionRecords(options: ContactRecordsOptions): NonNullable<JourneySource['records']> {
  const { host, signIn, now = Date.now } = options;
  const http = createHttp({ ...options, token: signIn.token, hosts: [host], retries: 0 });
  /** The host failed with this token, and is left alone for a while. */
  let rest: { readonly token: string | undefined; readonly until: number } | undefined;

  return async function* (contacts, signal) {
    for (const portion of portionsOf(contacts, now())) {
      const token = signIn.token();
      const resting = rest?.token === token && now() < (rest?.until ?? 0);
      if (resting || signIn.may('read-records', host) === false) throw new JourneyError('forbidden');
      const ids = portion.map(({ taskId }) => taskId);
      const starts = portion.map(({ startedAt }) => startedAt);
      // The service takes no time that lies ahead of its own clock.
      const to = Math.min(Math.max(...starts) + margin, now() - 60_000);
      const body = recordsQuery(ids, Math.min(...starts) - margin, to);
      let records: readonly InteractionRecord[];
      try {
        records = readRecords(await http.json('/search', { signal, body }), ids);
      } catch (error) {
        if (signal.aborted) return;
        const refused =
          error instanceof JourneyError && ['unauthorized', 'forbidden', 'not-found'].includes(error.kind);
        if (refused) signIn.learn('read-records', host, false, token);
        else rest = { token, until: now() + restAfterFailure };
        throw error;
      }
      yield records;
    }
  };
}

/** As many at once as the service takes; the order is kept. */
function* portionsOf(contacts: readonly InteractionStart[], now: number): Generator<readonly InteractionStart[]> {
  let portion: InteractionStart[] = [];
  for (const contact of contacts) {
    if (!isTaskId(contact.taskId) || contact.startedAt < now - oldest) continue;
    // A broken clock's: the service would refuse a span that ends before it begins, and all others with it.
    if (contact.startedAt > now + margin / 2) continue;
    const starts = [...portion, contact].map(({ startedAt }) => startedAt);
    if (portion.length === mostAtOnce || Math.max(...starts) - Math.min(...starts) > longestSpan) {
      yield portion;
      portion = [];
    }
    portion.push(contact);
  }
  if (portion.length > 0) yield portion;
}
