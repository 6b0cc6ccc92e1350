import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { JourneyEvent } from '../../src/domain/event/event.js';
import { newestFirst } from '../../src/domain/interaction/event-order.js';
import { createEventLedger } from '../../src/store/event-ledger.js';
import { event } from '../support/events.js';

const ids = (events: Iterable<JourneyEvent>): string => [...events].map(({ id }) => id).join(' ');

describe('the event ledger', () => {
  const [a, b, c] = [event('a', 1), event('b', 2), event('c', 3)];

  it('keeps events newest first, in any order of arrival, and also lists them in that order', () => {
    const ledger = createEventLedger();
    ledger.add([b]);
    ledger.add([c, a]);
    expect([ids(ledger.list), ids(ledger.list.arrivals)]).to.deep.equal(['c b a', 'b c a']);
    expect([ledger.list.size, ledger.list.newest]).to.deep.equal([3, c]);
  });

  it('takes each event once, also within one batch, and returns whether any was new', () => {
    const ledger = createEventLedger();
    const added = [[], [a, a], [a], [a, b], [b]].map((events) => ledger.add(events));
    expect(added).to.deep.equal([false, true, false, true, false]);
    expect([ids(ledger.list), ids(ledger.list.arrivals)]).to.deep.equal(['b a', 'a b']);
  });

  it('has a generation of its own, the same whatever is added', () => {
    const [first, second] = [createEventLedger(), createEventLedger()];
    const { generation } = first.list;
    first.add([a]);
    expect(first.list.generation).to.equal(generation);
    expect(second.list.generation).to.be.above(generation);
    expect(generation).to.be.above(0);
  });

  it('gives another list only when something was added, and one list of arrivals that grows', () => {
    const ledger = createEventLedger();
    const empty = ledger.list;
    expect([empty.size, empty.newest, ids(empty)]).to.deep.equal([0, undefined, '']);
    ledger.add([a]);
    const one = ledger.list;
    ledger.add([a]);
    expect([one === empty, ledger.list === one]).to.deep.equal([false, true]);
    ledger.add([b]);
    expect([ledger.list === one, ledger.list.arrivals === empty.arrivals]).to.deep.equal([false, true]);
  });

  it('does not change its input', () => {
    const page = [b, c, a];
    createEventLedger().add(page);
    expect(ids(page)).to.equal('b c a');
  });

  it('does not depend on the batches and repeats in which events arrive (seed 20261120)', () => {
    // A few minutes, so that many events have the same time.
    const events = Array.from({ length: 60 }, (_, index) => event(`e${index}`, index % 17));
    const batches = fc.array(fc.array(fc.constantFrom(...events), { maxLength: 20 }), { maxLength: 12 });
    fc.assert(
      fc.property(batches, (incoming) => {
        const ledger = createEventLedger();
        for (const batch of incoming) ledger.add(batch);
        const first = [...new Set(incoming.flat())];
        expect([...ledger.list.arrivals]).to.deep.equal(first);
        expect([...ledger.list]).to.deep.equal(first.toSorted(newestFirst));
        expect(ledger.list.newest).to.equal(first.toSorted(newestFirst)[0]);
        expect(ledger.list.size).to.equal(first.length);
      }),
      { numRuns: 200, seed: 20_261_120 },
    );
  });
});
