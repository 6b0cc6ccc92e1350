import type { JourneyEvent } from '../../src/domain/event/event.js';
import { readHistoryPage } from '../../src/sources/cjds/wire/event-wire.js';
import type { Reply } from './ask.js';
import type { Line } from './line.js';
import { has, isGood, mendOf, reasonOf } from './reasons.js';

/** The customer to test with. */
export interface Sample {
  readonly address: string | undefined;
  /** The response with the newest events of the whole project. */
  readonly ofProject: Reply;
}

/** The events, newest first; `undefined` if the response cannot be read. */
function eventsIn(reply: Reply, now: number): readonly JourneyEvent[] | undefined {
  if (has(reply, 404)) return []; // the service also answers 404 for an empty list
  if (!isGood(reply) || reply.body === undefined) return undefined;
  try {
    return [...readHistoryPage(reply.body, now)].sort((a, b) => b.time - a.time);
  } catch {
    return undefined;
  }
}

/** The named customer, else the one of the project's newest event. */
export const readSample = (ofProject: Reply, named: string | undefined, now: number): Sample => ({
  address: named ?? eventsIn(ofProject, now)?.find(({ identity }) => identity !== '')?.identity,
  ofProject,
});

const day = 86_400_000;
/** How many days an organization keeps its events by default. */
const retention = 365;
const about = 'Events';

/** @param reply the customer's @param ofProject the project's newest */
export function eventsLine(reply: Reply, ofProject: Reply, now: number): Line {
  const events = eventsIn(reply, now);
  if (events === undefined) {
    const why = `Events could not be read: ${reasonOf(reply)}.`;
    return { about, verdict: 'fail', why, mend: mendOf(reply, 'cjp:user (agents have it)') };
  }
  const [newest] = events;
  if (newest === undefined) {
    const others = eventsIn(ofProject, now)?.length ?? 0;
    if (others > 0) return { about, verdict: 'unknown', why: 'This customer has no events. Other customers have.' };
    const mend =
      'Handle one contact, then check again. In Control Hub, open Contact Center, customer journey, the project. Check that the Webex Contact Center connector is on.';
    return { about, verdict: 'fail', why: 'The project has no events at all.', mend };
  }
  const age = Math.floor((now - newest.time) / day);
  if (age > retention) {
    const why = `The newest event is ${age} days old. By default, events are kept for ${retention} days.`;
    const mend =
      'In Control Hub, open Contact Center, customer journey, the project. Check the connector and how long events are kept.';
    return { about, verdict: 'fail', why, mend };
  }
  const when = age < 0 ? 'newer than this machine’s clock' : age === 0 ? 'of the last 24 hours' : `${age} days old`;
  return { about, verdict: 'pass', why: `The first page has ${events.length} events. The newest is ${when}.` };
}
