import { isRecord } from '../../src/domain/base/json.js';
import { textFrom } from '../../src/domain/base/parse-json.js';
import type { Reply } from './ask.js';
import type { Line } from './line.js';
import { has, mendOf, reasonOf } from './reasons.js';

/** Checks whether a host of the journey service responds. */
export function hostLine(host: string | undefined, replies: readonly Reply[]): Line {
  const about = 'Journey service';
  if (host !== undefined) return { about, verdict: 'pass', why: `${host} responds.` };
  const [reply] = replies;
  return {
    about,
    verdict: 'fail',
    why: reply ? `${reasonOf(reply)}.` : 'no response.',
    mend: reply && mendOf(reply, ''),
  };
}

/** A single request may be refused for other reasons. The token is refused if no request accepts it. */
export function tokenLine(replies: readonly Reply[]): Line {
  const about = 'Token';
  const [refused] = replies.filter((reply) => has(reply, 401));
  const accepted = replies.some((reply) => reply.kind === 'answer' && reply.status < 500 && !has(reply, 401, 429));
  if (accepted) return { about, verdict: 'pass', why: 'The service accepts the token.' };
  if (refused === undefined)
    return { about, verdict: 'unknown', why: 'No response shows if the service accepts the token.' };
  const why = `${reasonOf(refused)}. The token has expired, is incomplete, or belongs to another organization or data center.`;
  return { about, verdict: 'fail', why, mend: mendOf(refused, '') };
}

/**
 * The maximum clock difference in milliseconds. A slow response and a header in whole seconds explain less than this.
 */
const tolerated = 30_000;

/** Checks this machine's clock against the service's. */
export function clockLine(replies: readonly Reply[]): Line {
  const about = 'Clock';
  const skews = replies.flatMap((reply) => (reply.kind === 'answer' && reply.skew !== undefined ? [reply.skew] : []));
  const [skew] = skews.sort((a, b) => Math.abs(a) - Math.abs(b));
  if (skew === undefined) {
    return {
      about,
      verdict: 'unknown',
      why: 'This page cannot read the time of the service. Use the command line for this check.',
      optional: true,
    };
  }
  const seconds = Math.round(Math.abs(skew) / 1000);
  if (Math.abs(skew) <= tolerated)
    return { about, verdict: 'pass', why: 'This machine’s clock matches the clock of the service.' };
  const why = `This machine’s clock is ${seconds} s ${skew > 0 ? 'behind' : 'ahead of'} the clock of the service. Times such as “2 minutes ago” will be wrong.`;
  return { about, verdict: 'fail', why, mend: 'Set the agents’ machines to use a time server.' };
}

/** Checks whether the token belongs to the organization. */
export function organizationLine(replies: readonly Reply[], wanted: string | undefined): Line {
  const about = 'Organization';
  const said = replies.map((reply) => {
    const meta = reply.kind === 'answer' && isRecord(reply.body) ? reply.body['meta'] : undefined;
    return isRecord(meta) ? textFrom(meta['organizationId']) : '';
  });
  const actual = said.find((id) => id !== '');
  if (wanted === undefined) {
    const why =
      actual === undefined
        ? 'The service did not send the organization.'
        : `The token belongs to organization ${actual}.`;
    return { about, verdict: actual === undefined ? 'unknown' : 'pass', why, optional: true };
  }
  if (actual === undefined)
    return {
      about,
      verdict: 'unknown',
      why: 'The service did not send the organization of the token.',
      optional: true,
    };
  if (actual.toLowerCase() === wanted.toLowerCase())
    return { about, verdict: 'pass', why: 'The token belongs to this organization.' };
  const why = `The token belongs to organization ${actual}, not to ${wanted}.`;
  return { about, verdict: 'fail', why, mend: 'Use a token of this organization, or correct --org.' };
}

/** Milliseconds. The agent waits for this response while the phone rings. */
const slow = 2_000;

/** Checks whether the slowest response was fast enough. */
export function speedLine(slowest: { readonly path: string; readonly took: number } | undefined): Line {
  const about = 'Speed';
  if (slowest === undefined) return { about, verdict: 'unknown', why: 'No response was received.', optional: true };
  const seconds = (slowest.took / 1000).toFixed(1);
  if (slowest.took <= slow) return { about, verdict: 'pass', why: `The slowest response took ${seconds} s.` };
  const route = slowest.path.split('/workspace-id/')[0];
  return {
    about,
    verdict: 'fail',
    why: `Slow: a response of ${route} took ${seconds} s.`,
    mend: 'Check the network path: proxies, inspection of encrypted traffic, a distant data center.',
    optional: true,
  };
}
