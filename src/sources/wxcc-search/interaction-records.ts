import type { InteractionRecord, InteractionStart } from '../../domain/interaction/interaction-record.js';
import { JourneyError } from '../../domain/base/journey-error.js';
import { createHttp, type HttpOptions } from '../http/http.js';
import type { LearnedPermissions } from '../http/sign-in.js';
import type { JourneySource } from '../journey-source.js';
import { readRecords, recordsQuery } from './records-wire.js';

const hour = 3_600_000;
const day = 24 * hour;

/** The service keeps 36 months. */
const oldest = 36 * 30 * day;

/** The service returns at most 30 days at once. One day on each side is for wrong clocks and lost first events. */
const longestSpan = 28 * day;
const margin = day;

const mostAtOnce = 25;

/** The pause after a failure that is not about the token. Milliseconds. */
const restAfterFailure = 5 * 60_000;

/** Anyone can publish events with any text as task ID. Only IDs in the service's own format are sent. */
const isTaskId = (id: string): boolean => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id);

/** Where to read records, and with which sign-in. Never renews the token. */
export interface ContactRecordsOptions extends Pick<HttpOptions, 'fetch' | 'wait'> {
  /** The gateway's URL without a slash at the end. */
  readonly host: string;
  readonly signIn: LearnedPermissions;
  readonly now?: () => number;
}

/**
 * Interaction records from the Search API of Webex Contact Center, for administrators and supervisors only. One portion
 * after another, without retries. Does not renew the token.
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
      // The service rejects times that are later than its own clock.
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

/** As many interactions at once as the service accepts, in the given order. */
function* portionsOf(contacts: readonly InteractionStart[], now: number): Generator<readonly InteractionStart[]> {
  let portion: InteractionStart[] = [];
  for (const contact of contacts) {
    if (!isTaskId(contact.taskId) || contact.startedAt < now - oldest) continue;
    // Skip a start in the future (a wrong clock): it would make the span invalid, and the service would reject the
    // portion.
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
