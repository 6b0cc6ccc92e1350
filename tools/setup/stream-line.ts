import type { Heard } from './listen.js';
import type { Line } from './line.js';

const about = 'Event stream';

interface Watched extends Heard {
  /** IDs of the events published during the check, in that order. */
  readonly published: readonly string[];
  /** How long the check listened, milliseconds. */
  readonly most: number;
}

const mend =
  'A proxy on the network path delays or closes long responses. Configure it to pass event streams without buffering. If streams never open, the widget polls every 30 seconds.';

/** The result for a stream that opened. */
export function streamLine({ end, anything, ids, unreadable, published, most }: Watched): Line {
  const seconds = `${most / 1000} s`;
  if (end !== 'left') {
    const how = end === 'broken' ? 'the connection broke' : 'the service closed the connection';
    return { about, verdict: 'fail', why: `It opened, and ${how}.`, mend };
  }
  if (published.length === 0) {
    return anything
      ? {
          about,
          verdict: 'pass',
          why: 'It opened and works. To test the delivery, start a contact during the check or use --publish.',
        }
      : {
          about,
          verdict: 'unknown',
          why: `It opened, but sent nothing for ${seconds}, not even a heartbeat. To test the delivery, start a contact during the check or use --publish.`,
          mend,
        };
  }
  const came = published.filter((id) => ids.includes(id));
  if (came.length < published.length) {
    const why =
      came.length === 0
        ? `It opened, but no published event arrived within ${seconds}.`
        : `It opened, and ${published.length - came.length} of ${published.length} published events did not arrive within ${seconds}.`;
    return { about, verdict: 'fail', why, mend };
  }
  const oddities = [
    ids.length > came.length ? 'events arrive twice' : '',
    [...new Set(ids)].join() === published.join() ? '' : 'events arrive out of order',
    unreadable > 0 ? `${unreadable} messages could not be read` : '',
  ].filter((oddity) => oddity !== '');
  const why = 'It opened and delivered the published events.';
  if (oddities.length === 0) return { about, verdict: 'pass', why };
  return { about, verdict: 'pass', why: `${why} But ${oddities.join(', ')}. The widget corrects this.` };
}
