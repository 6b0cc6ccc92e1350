import { expect } from '@open-wc/testing';
import { createRandom } from '../../../demo/scenarios/happenings.js';
import type { JourneyEvent } from '../../../src/domain/event/event.js';
import { createGrouping } from '../../../src/domain/timeline/group-events.js';
import { taskIdOfInteraction, interactionFrom, type Interaction } from '../../../src/domain/interaction/interaction.js';
import { readEvent } from '../../../src/sources/cjds/wire/event-wire.js';
import { answered } from './journeys/answered.js';
import { corners } from './journeys/corners.js';
import { handedOn } from './journeys/handed-on.js';
import { start, type Expected, type Journey } from './journeys/journey.js';
import { lost } from './journeys/lost.js';
import { together } from './journeys/together.js';
import { waited } from './journeys/waited.js';

const seconds = (time: number): number => (time - start) / 1000;
const atNow = ({ now }: Journey): number => start + now * 1000;

const read = ({ events, now }: Journey): readonly JourneyEvent[] =>
  events.map((event) => readEvent(event, start + now * 1000)!);

/** A contact in the format of {@link Expected}. */
function told(contact: Interaction, now: number): Expected {
  const { agents, channel, direction, endedAt, endedBy, transfers, legs, outcome, queues, reason, sentiment } = contact;
  const durations = new Map<string, number>();
  for (const { from, kind, to } of legs) durations.set(kind, (durations.get(kind) ?? 0) + (to ?? now) - from);
  const said = {
    legs: legs.map(({ agent, from, kind, to }) =>
      words([kind, `${seconds(from)}-${to === undefined ? '' : seconds(to)}`, agent]),
    ),
    durations: [...durations].map(([kind, duration]) => `${kind} ${duration / 1000}`),
    outcome,
    transfers: transfers.map(({ at, kind, queue, to }) => words([seconds(at), kind, to, queue])),
    endedAt: endedAt === undefined ? undefined : seconds(endedAt),
    endedBy,
    reason,
    direction,
    channel,
    queues,
    agents: [...agents].join(' '),
    sentiment,
  };
  const texts = Object.entries(said).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]);
  return Object.fromEntries(
    texts.filter(([name, value]) => value !== undefined && (value !== '' || name === 'legs' || name === 'durations')),
  ) as Expected;
}

const words = (parts: readonly (string | number | undefined)[]): string =>
  parts.filter((part) => part !== undefined).join(' ');

/** The events in another order; some of them twice, some of those with another ID. */
function mixed(journey: Journey, seed: number): readonly JourneyEvent[] {
  const random = createRandom(seed);
  const again = journey.events
    .filter(() => random() < 0.4)
    .map((event, index) => (random() < 0.5 ? event : { ...(event as object), id: `repeat ${index}` }));
  return read({ ...journey, events: [...journey.events, ...again] })
    .map((event) => ({ event, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ event }) => event);
}

/** The contact after its events arrived one by one. */
function lived(events: readonly JourneyEvent[], now: number): Interaction {
  const grouping = createGrouping();
  const changes = events.map((event) => grouping.add([event], now));
  const entry = changes.at(-1)?.at(-1)?.after;
  if (entry?.kind !== 'interaction') throw new TypeError('The events are no contact');
  return entry.interaction;
}

const journeys = [...answered, ...lost, ...together, ...handedOn, ...waited, ...corners];

describe('a written journey is read as it happened:', () => {
  for (const journey of journeys) {
    const { expected, happened, title } = journey;
    it(`${title}. ${happened}`, () => {
      const events = read(journey);
      expect(new Set(events.map(taskIdOfInteraction))).to.deep.equal(new Set(['t1']));
      expect(told(interactionFrom(events, atNow(journey)), atNow(journey))).to.deep.equal(expected);
    });
  }

  for (const journey of journeys) {
    it(`${journey.title}, in any order and with repeats`, () => {
      for (let seed = 1; seed <= 8; seed++) {
        const contact = lived(mixed(journey, seed), atNow(journey));
        expect(told(contact, atNow(journey)), `seed ${seed}`).to.deep.equal(journey.expected);
      }
    });
  }

  it('has legs without overlaps whose sum is the duration', () => {
    for (const journey of journeys) {
      const { legs } = interactionFrom(read(journey), atNow(journey));
      legs.forEach(({ from, to }, index) => {
        expect(from, journey.title).to.be.at.least(legs[index - 1]?.to ?? -Infinity);
        expect(to ?? Infinity, journey.title).to.be.above(from);
      });
    }
  });
});
