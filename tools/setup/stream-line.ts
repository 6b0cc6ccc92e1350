import type { Heard } from './listen.js';
import type { Line } from './line.js';

const about = 'Event stream';

interface Watched extends Heard {
  /** Ids of what was published meanwhile, in that order. */
  readonly published: readonly string[];
  /** How long it was listened to, in milliseconds. */
  readonly most: number;
}

const mend =
  'Something between here and the service holds back or cuts long answers: let event streams pass proxies unbuffered. Where streams never open, the widget asks every 30 seconds instead.';

/** What a stream that opened was worth. */
export function streamLine({ end, anything, ids, unreadable, published, most }: Watched): Line {
  const seconds = `${most / 1000} s`;
  if (end !== 'left') {
    const how = end === 'broken' ? 'the line broke' : 'the service closed the line';
    return { about, verdict: 'fail', why: `It opened, and ${how}.`, mend };
  }
  if (published.length === 0) {
    return anything
      ? {
          about,
          verdict: 'pass',
          why: 'It opened and is alive. Whether it delivers shows a contact that happens meanwhile, or --publish.',
        }
      : {
          about,
          verdict: 'unknown',
          why: `It opened and stayed silent for ${seconds}, without even a heartbeat. A contact that happens meanwhile, or --publish, tells more.`,
          mend,
        };
  }
  const came = published.filter((id) => ids.includes(id));
  if (came.length < published.length) {
    const why =
      came.length === 0
        ? `It opened and stayed silent: nothing that was published arrived within ${seconds}.`
        : `It opened, and ${published.length - came.length} of ${published.length} published events did not arrive within ${seconds}.`;
    return { about, verdict: 'fail', why, mend };
  }
  const oddities = [
    ids.length > came.length ? 'events arrive twice' : '',
    [...new Set(ids)].join() === published.join() ? '' : 'events arrive out of order',
    unreadable > 0 ? `${unreadable} messages could not be read` : '',
  ].filter((oddity) => oddity !== '');
  const why = 'It opened and delivered what was published.';
  if (oddities.length === 0) return { about, verdict: 'pass', why };
  return { about, verdict: 'pass', why: `${why} But ${oddities.join(', ')}; the widget puts that right.` };
}
