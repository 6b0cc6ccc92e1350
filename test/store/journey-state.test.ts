import { expect } from '@open-wc/testing';
import { changedParts, emptyJourney, ready, type JourneyState } from '../../src/store/journey-state.js';
import { createEventLedger } from '../../src/store/event-ledger.js';
import { event } from '../support/events.js';

const ledger = createEventLedger();
ledger.add([event('a', 1)]);
const { list } = ledger;
const profile = { templateName: '', attributes: [] } as const;

const before: JourneyState = { ...emptyJourney, events: ready(list, 1), profile: ready(profile, 1) };
const none = { events: false, records: false, profile: false };

describe('the parts of a journey that changed', () => {
  const cases: readonly [string, Partial<JourneyState>, object][] = [
    ['none when another part changes', { chosen: true }, none],
    ['none when the same events are read again', { events: ready(list, 2), profile: ready(profile, 2) }, none],
    ['none when the events are in a copy', { events: ready({ ...list, arrivals: [...list.arrivals] }, 1) }, none],
    ['events when one was added', { events: ready({ ...list, size: 2 }, 1) }, { ...none, events: true }],
    [
      'events when they are of another generation',
      { events: ready({ ...list, generation: list.generation + 1 }, 1) },
      { ...none, events: true },
    ],
    ['events when there are none any more', { events: emptyJourney.events }, { ...none, events: true }],
    ['records when there is another map', { records: new Map() }, { ...none, records: true }],
    ['the profile when there is another one', { profile: ready({ ...profile }, 1) }, { ...none, profile: true }],
  ];
  for (const [what, patch, changed] of cases) {
    it(`are ${what}`, () => expect(changedParts(before, { ...before, ...patch })).to.deep.equal(changed));
  }
});
