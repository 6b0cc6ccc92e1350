import { personPaths, toMerge } from '../../src/sources/cjds/wire/person-edit-wire.js';
import { recordsQuery } from '../../src/sources/wxcc-search/records-wire.js';
import { isRecord } from '../../src/domain/base/json.js';
import type { Reply } from './ask.js';
import type { Line } from './line.js';
import { has, isGood, mendOf, reasonOf } from './reasons.js';

/** An ID that does not exist. A request with it is refused without the permission, and answered "not found" with it. */
export const nobodysId = '0'.repeat(24);

const day = 86_400_000;

/** Requests that change nothing, but show whether the token has the permission. */
export const rightsPaths = (projectId: string) => ({
  edit: personPaths.person(projectId, nobodysId),
  merge: { path: personPaths.merge(projectId, nobodysId), body: toMerge([]) },
  records: (now: number) => ({ path: '/search', body: recordsQuery([nobodysId], now - day, now - 60_000) }),
});

interface Right {
  readonly about: string;
  readonly may: string;
  readonly mayNot: string;
  readonly right: string;
}

function rightLine(reply: Reply, { about, may, mayNot, right }: Right): Line {
  if (isGood(reply) || has(reply, 400, 404, 409, 422)) return { about, verdict: 'pass', why: may, optional: true };
  const why = `${mayNot}: ${reasonOf(reply)}.`;
  return { about, verdict: 'fail', why, mend: mendOf(reply, right), optional: true };
}

/** Checks the permission to change persons. The widget works without it. */
export const editLine = (reply: Reply): Line =>
  rightLine(reply, {
    about: 'Change persons',
    may: 'The token has permission to change addresses and names.',
    mayNot: 'Addresses and names cannot be changed',
    right: 'cjp:user or cjp:config_write',
  });

/** Checks the permission to merge persons. The widget works without it. */
export const mergeLine = (reply: Reply): Line =>
  rightLine(reply, {
    about: 'Merge persons',
    may: 'The token has permission to merge persons.',
    mayNot: 'Persons cannot be merged, so the widget does not offer it',
    right: 'cjp:config_write, or an administrator',
  });

/** Checks the permission to read interaction records. The widget works without it. */
export function recordsLine(reply: Reply | undefined): Line {
  const about = 'Contact records';
  if (reply === undefined) {
    return { about, verdict: 'unknown', why: 'No Search API is known for this data center.', optional: true };
  }
  const answered = isGood(reply) && isRecord(reply.body) && isRecord(reply.body['data']);
  if (answered)
    return { about, verdict: 'pass', why: 'Agents’ names, wrap-up and scores can be read.', optional: true };
  return {
    about,
    verdict: 'fail',
    why: `Agents’ names, wrap-up and scores are not shown: ${reasonOf(reply)}.`,
    mend: has(reply, 401, 403)
      ? 'Only administrators and supervisors may use the Search API. The widget works for agents without it.'
      : mendOf(reply, ''),
    optional: true,
  };
}
